#pragma once

#include "network_sink.hpp"

#include <entente/io/network_document.hpp>

namespace entente {

/// What the files of a person network and of the bipartite graph tell, in the order in which `walk_network` tells it.
[[nodiscard]] NetworkFacts network_facts(const NetworkDocument& document);
[[nodiscard]] NetworkFacts network_facts(const EventGraph& graph);

}  // namespace entente
