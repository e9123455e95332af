#include "tie_matrix.hpp"

#include <entente/analysis/degree.hpp>
#include <entente/core/error.hpp>
#include <entente/core/linear_algebra.hpp>

#include <utility>

namespace entente {

TieMatrix tie_matrix(const PersonNetwork& net, bool weighted, const Run& run) {
  const AdjacencyProduct adjacency(net, weighted, run);
  return {{net.num_persons(), [adjacency](const double* x, double* y) { adjacency.perform_op(x, y); }},
          weighted ? strength(net) : degree(net)};
}

TieMatrix tie_matrix(const EventGraph& graph, const ProjectionOptions& options, bool weighted, const Run& run) {
  if (!weighted) {
    throw Error(ErrorCode::bad_option, "ties that are not made cannot all count alike", {}, "take them by weight");
  }
  const CoparticipationProduct coparticipation(graph, options, run);
  return {{coparticipation.size(), [coparticipation](const double* x, double* y) { coparticipation.perform_op(x, y); }},
          coparticipation.strengths()};
}

}  // namespace entente
