#pragma once

#include "leiden_network.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace entente {

struct LeidenMoving {
  LeidenGain gain;
  double total = 0;              ///< of both arcs of all ties of the persons, 2m
  double least_improvement = 0;  ///< of quality by a round over the nodes, for another round
  std::uint32_t max_rounds = 0;  ///< of those that run in parallel
  std::uint64_t seed = 0;        ///< of the order of nodes
};

/// Moves single nodes between communities while that raises the quality. `labels` [level.size()] are below
/// level.size(). `scratch` has one for each worker. Small networks are worked off one node after the other until no
/// move helps, large ones in rounds; which one does not depend on the number of workers.
template <typename Ties>
void move_nodes(const LeidenLevel<Ties>& level, const LeidenMoving& moving, std::span<std::uint32_t> labels,
                Workers& workers, std::span<WeightByLabel> scratch);

}  // namespace entente
