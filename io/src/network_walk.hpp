#pragma once

#include "network_sink.hpp"

#include <entente/io/network_document.hpp>

namespace entente {

/// Tells `sink` the whole person network: persons in the order of their identifiers, then ties with their evidence, in
/// the order of (a, b). Costs Σ k² over the events, as the projection does, and 16 bytes a person and 8 bytes an event
/// of memory. Throws `Error` (`bad_option`) unless all parts of the document are about the same persons.
void walk_network(const NetworkDocument& document, NetworkSink& sink);

/// The same for the bipartite graph: persons, then events, then participations in the order of events.
void walk_network(const EventGraph& graph, NetworkSink& sink);

}  // namespace entente
