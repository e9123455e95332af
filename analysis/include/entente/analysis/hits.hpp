#pragma once

#include <entente/analysis/scores.hpp>
#include <entente/core/event_graph.hpp>
#include <entente/core/run.hpp>

#include <optional>
#include <vector>

namespace entente {

/// Scores of both sides of the bipartite graph.
struct HitsScores {
  Scores persons;              ///< [num_persons]: attends the events of high score
  std::vector<double> events;  ///< [num_events]: is attended by the persons of high score
};

/// Hubs and authorities of the bipartite graph of persons and events: persons = B·events and events = Bᵀ·persons up to
/// a factor, with B the incidence matrix; the first pair of singular vectors of B. For the persons that is the
/// eigenvector centrality of the projection that counts shared events and, on the diagonal, each one's own; nothing is
/// projected.
///
/// Both are not negative and of L2 length 1, and 0 outside the component with the largest singular value; empty where
/// there is nobody. *No value* where that is not unique (to 1e-9). O(participations) a step. Throws `Error`
/// (`limit_exceeded`) where the method does not converge. The result does not depend on the number of threads. Source:
/// Kleinberg 1999, doi:10.1145/324133.324140; for persons and events Bonacich 1991,
/// doi:10.1016/0378-8733(91)90018-O.
[[nodiscard]] std::optional<HitsScores> hits(const EventGraph& graph, const Run& run = {});

}  // namespace entente
