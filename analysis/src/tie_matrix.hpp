#pragma once

#include "lanczos.hpp"

#include <entente/analysis/scores.hpp>
#include <entente/core/event_graph.hpp>
#include <entente/core/person_network.hpp>
#include <entente/core/projection.hpp>
#include <entente/core/run.hpp>

namespace entente {

/// The adjacency matrix of a network of persons, be the ties made or not.
struct TieMatrix {
  SymmetricProduct product;
  Scores strengths;  ///< [num_persons], the sum of each row
};

/// With the weights of the ties, or with 1 for each. `net` and `run` must outlive it.
[[nodiscard]] TieMatrix tie_matrix(const PersonNetwork& net, bool weighted, const Run& run);

/// Of the network that `project` would make. Throws `Error` (`bad_option`) where its weights are not sums over events,
/// and where they are not to be looked at: a tie that is not made cannot count 1. `graph` must outlive it.
[[nodiscard]] TieMatrix tie_matrix(const EventGraph& graph, const ProjectionOptions& options, bool weighted,
                                   const Run& run);

}  // namespace entente
