#pragma once

#include "leiden_network.hpp"
#include "leiden_refinement.hpp"

#include <span>

namespace entente {

/// The network whose nodes are the parts. Rows stand in the order of their first arcs on the level below. `scratch` has
/// one for each worker.
template <typename Ties>
[[nodiscard]] LeidenLevel<PartTies> aggregate_parts(const LeidenLevel<Ties>& level, const NodeGroups& parts,
                                                    Workers& workers, std::span<WeightByLabel> scratch);

}  // namespace entente
