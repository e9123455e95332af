#pragma once

#include <entente/io/network_document.hpp>

#include <ostream>

namespace entente {

/// The person network as GML (Himsolt 1996): ASCII, other characters as entities, names of attributes without `_`
/// (`firstDate`). Labels are unique, which NetworkX asks: where several persons have one name, the number of the node
/// follows in brackets, as in `(p17)`. Streams: no copy of the network but, for that, 8 bytes a person.
void write_gml(std::ostream& out, const NetworkDocument& document);

/// The bipartite graph of persons and events as GML; `kind` tells the two apart.
void write_gml(std::ostream& out, const EventGraph& graph);

}  // namespace entente
