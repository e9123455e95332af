#pragma once

#include <entente/analysis/scores.hpp>
#include <entente/core/event_graph.hpp>
#include <entente/core/person_network.hpp>
#include <entente/core/projection.hpp>
#include <entente/core/run.hpp>

#include <optional>

namespace entente {

/// The matrix, and when its eigenvector is near enough.
struct EigenvectorOptions {
  bool weighted = true;      ///< take the weights of ties as entries of the matrix, or 1
  double tolerance = 1e-13;  ///< of ‖A·x − λ·x‖ relative to λ; 1e-14 ≤ tolerance ≤ 1e-6
};

/// Who is tied to those who are well tied: the eigenvector of the largest eigenvalue λ of the adjacency matrix,
/// λ·x(v) = Σ_u w(v,u)·x(u).
///
/// [num_persons], not negative, of L2 length 1, and 0 outside the component that has the largest eigenvalue; empty
/// vector on the empty network. *No value* where the vector is not unique: the two largest eigenvalues of the network
/// differ by less than 1e-9·max(1, λ), as in a network of two equal components or one without ties. Weights are
/// strengths. Components are taken apart, so that none but those that can have the largest eigenvalue are solved: small
/// ones densely, in O(k³) for k persons, others by a Lanczos method of O(n + m) a step; memory about 400 bytes a person
/// of such a component, and a copy of its ties unless it is all of the network. Throws `Error`: `bad_option` for a
/// tolerance out of range, `limit_exceeded` where the method does not converge. The result does not depend on the
/// number of threads. Source: Bonacich 1972, doi:10.1080/0022250X.1972.9989806; the method after Wu and
/// Simon 2000, doi:10.1137/S0895479898334605.
[[nodiscard]] std::optional<Scores> eigenvector(const PersonNetwork& net, const EigenvectorOptions& options = {},
                                                const Run& run = {});

/// The same of `project(graph, projection)`, whose ties are not made, but for those of components of less than an
/// eighth of all persons: O(participations) a step, and another 16 bytes an event. Equal to it but for rounding. Throws
/// `Error` (`bad_option`) also for ties all alike, and for a projection whose weights are not sums over shared events
/// (see `CoparticipationProduct`).
[[nodiscard]] std::optional<Scores> eigenvector(const EventGraph& graph, const ProjectionOptions& projection,
                                                const EigenvectorOptions& options, const Run& run = {});

}  // namespace entente
