#pragma once

#include "network_sink.hpp"

#include <entente/io/network_document.hpp>

namespace entente {

/// What the files of a person network and of the bipartite graph tell, in the order in which `walk_network` tells it.
[[nodiscard]] NetworkFacts network_facts(const NetworkDocument& document);
[[nodiscard]] NetworkFacts network_facts(const EventGraph& graph);

/// Whether every file has this measure anyway, as an attribute of persons.
[[nodiscard]] bool is_told_anyway(const MeasureColumn& measure);

}  // namespace entente
