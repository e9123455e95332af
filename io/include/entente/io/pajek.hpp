#pragma once

#include <entente/io/network_document.hpp>

#include <ostream>

namespace entente {

/// The person network for Pajek: numbers, labels, weights, and positions where the document has them. Labels are
/// unique, as in GML. The format has no place for anything else. Streams: no copy of the network but, for the labels, 8
/// bytes a person.
void write_pajek(std::ostream& out, const NetworkDocument& document);

/// The bipartite graph as a two-mode network: persons first.
void write_pajek(std::ostream& out, const EventGraph& graph);

}  // namespace entente
