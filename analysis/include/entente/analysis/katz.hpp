#pragma once

#include <entente/analysis/scores.hpp>
#include <entente/core/event_graph.hpp>
#include <entente/core/person_network.hpp>
#include <entente/core/projection.hpp>
#include <entente/core/run.hpp>

namespace entente {

/// The matrix, how far walks reach, and when the solution is near enough.
struct KatzOptions {
  bool weighted = true;      ///< take the weights of ties as entries of the matrix, or 1
  double attenuation = 0.9;  ///< α·λ, with λ the largest eigenvalue of the matrix A; 0 ≤ attenuation ≤ 0.99
  double tolerance = 1e-12;  ///< of ‖x − α·A·x − 1‖ relative to √n; 1e-14 ≤ tolerance ≤ 1e-3
};

/// How many walks end at a person, each step counting α: x(v) = 1 + α·Σ_u w(v,u)·x(u).
///
/// [num_persons], each at least 1; empty on the empty network. Near 0 the attenuation ranks as strength does, near 1 as
/// the eigenvector, but every component has its values. α is given relative to the largest eigenvalue, so that one
/// value fits any network. By conjugate gradients (I − α·A is symmetric and positive definite), O(n + m) a step,
/// memory 40 bytes a person, after λ (see `eigenvector`). Throws `Error`: `bad_option` for an option out of range,
/// `limit_exceeded` where λ does not converge. The result does not depend on the number of threads. Source: Katz 1953,
/// doi:10.1007/BF02289026.
[[nodiscard]] Scores katz(const PersonNetwork& net, const KatzOptions& options = {}, const Run& run = {});

/// The same of `project(graph, projection)`, whose ties are not made: O(participations) a step, and another 16 bytes an
/// event. Equal to it but for rounding. Throws `Error` (`bad_option`) also for ties all alike, and for a projection
/// whose weights are not sums over shared events (see `CoparticipationProduct`).
[[nodiscard]] Scores katz(const EventGraph& graph, const ProjectionOptions& projection, const KatzOptions& options,
                          const Run& run = {});

}  // namespace entente
