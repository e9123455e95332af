#pragma once

#include <entente/analysis/scores.hpp>
#include <entente/core/event_graph.hpp>
#include <entente/core/person_network.hpp>
#include <entente/core/projection.hpp>
#include <entente/core/run.hpp>

#include <cstdint>

namespace entente {

/// The walk, and when its shares are near enough.
struct PageRankOptions {
  double damping = 0.85;            ///< d, the chance to follow a tie rather than to start anew; 0 ≤ d < 1
  double tolerance = 1e-12;         ///< stop once one more round of the walk changes Σ|x(v)| by no more; 1e-15 to 1e-3
  std::uint32_t max_rounds = 5000;  ///< give up after this many products with the network; at least 1
  bool weighted = true;             ///< follow ties in proportion to their weight, or all alike
};

/// The share of time that a random walk spends at each person:
/// x(v) = (1−d)/n + d·(Σ_u x(u)·w(u,v)/s(u) + z/n), with s the strength and z the sum of x over isolated persons.
///
/// [num_persons], shares that sum to 1; empty on the empty network. Weights are strengths. Isolated persons spread what
/// they hold over everybody. Time O((n + m)·log(1/tolerance)/√(1−d)), memory 56 bytes a person. Throws `Error`:
/// `bad_option` for an option out of range, `limit_exceeded` where `max_rounds` do not suffice. The result is the same
/// for any number of threads, and bitwise the same when all weights are multiplied by a power of two. Source: Brin and
/// Page 1998, doi:10.1016/S0169-7552(98)00110-X, for a weighted and undirected network.
[[nodiscard]] Scores pagerank(const PersonNetwork& net, const PageRankOptions& options = {}, const Run& run = {});

/// The same of `project(graph, projection)`, whose ties are not made: O(participations) instead of O(m) a product, and
/// another 16 bytes an event. Equal to it but for rounding. Throws `Error` (`bad_option`) also for ties all alike, and
/// for a projection whose weights are not sums over shared events (see `CoparticipationProduct`).
[[nodiscard]] Scores pagerank(const EventGraph& graph, const ProjectionOptions& projection,
                              const PageRankOptions& options, const Run& run = {});

}  // namespace entente
