#pragma once

#include <entente/core/event_graph.hpp>
#include <entente/core/projection.hpp>
#include <entente/core/run.hpp>

#include <vector>

namespace entente {

/// How one weight orders the ties of a network.
struct WeightOrder {
  Weight weight = Weight::count;
  std::vector<double> places;  ///< [num_ties] in the order of `PersonNetwork::ties`: 1 for the heaviest; equal ones
                               ///< share the mean of their places
  double correlation = 1;      ///< Spearman's with the first order; NaN where either has all ties alike

  friend bool operator==(const WeightOrder&, const WeightOrder&) = default;
};

/// What the choice of a weight decides: the order of the ties by the weight of `options`, then by every other one, all
/// with the same events and factors. Weights are compared rounded to 12 significant digits. O(Σ k² + ties · log ties)
/// for each weight, memory 8 bytes a tie each. Why it matters: Coscia and Rossi 2019, doi:10.1145/3341161.3342879. The
/// coefficient: Spearman 1904, doi:10.2307/1412159.
[[nodiscard]] std::vector<WeightOrder> compare_weights(const EventGraph& graph, const ProjectionOptions& options = {},
                                                       const Run& run = {});

}  // namespace entente
