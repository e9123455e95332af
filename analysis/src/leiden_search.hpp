#pragma once

#include "leiden_network.hpp"

#include <cstdint>
#include <vector>

namespace entente {

/// What all runs of the method share.
template <typename Ties>
struct LeidenProblem {
  LeidenLevel<Ties> persons;
  LeidenGain gain;
  double total = 0;  ///< weight of all arcs of the persons, 2m; > 0
};

struct LeidenSearch {
  std::uint64_t seed = 0;
  std::uint32_t number = 0;      ///< of the run: others choose otherwise
  std::uint32_t max_passes = 0;  ///< from the persons to the communities
  std::uint32_t max_cycles = 0;  ///< of the levels above the persons, in a pass
  double temperature = 0;        ///< of refinement from the second pass on, in weight
  double least_of_round = 0;     ///< what a round of moves must gain for another one
  double least_of_cycle = 0;     ///< what a cycle must gain for another one
  double least_of_pass = 0;      ///< what a pass must gain for another one
};

struct LeidenResult {
  std::vector<std::uint32_t> labels;               ///< [num_persons], below it
  std::vector<std::vector<std::uint32_t>> levels;  ///< finer and finer divisions of labels, the finest first
  /// Share of the weight that lies within communities, less what chance would put there: for modularity Q.
  double quality = 0;
};

/// Runs the method once.
template <typename Ties>
[[nodiscard]] LeidenResult search_communities(const LeidenProblem<Ties>& problem, const LeidenSearch& search,
                                              Workers& workers);

}  // namespace entente
