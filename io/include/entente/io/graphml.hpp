#pragma once

#include <entente/io/network_document.hpp>

#include <ostream>

namespace entente {

/// The person network as GraphML (http://graphml.graphdrawing.org), every attribute typed, so that Gephi shows labels,
/// weights and columns at once. Characters that XML forbids are left out. Streams: no copy of the network.
void write_graphml(std::ostream& out, const NetworkDocument& document);

/// The bipartite graph of persons and events as GraphML; `kind` tells the two apart.
void write_graphml(std::ostream& out, const EventGraph& graph);

}  // namespace entente
