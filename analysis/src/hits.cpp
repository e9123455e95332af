#include "leading_eigenpair.hpp"

#include <entente/analysis/hits.hpp>
#include <entente/core/error.hpp>
#include <entente/core/linear_algebra.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include <Eigen/Core>

namespace entente {

namespace {

constexpr double tolerance_of_pair = 1e-13;
constexpr double least_gap = 1e-9;  // relative to the eigenvalue

/// Everybody who is reached from the person of the highest score; the others have none but by rounding.
void keep_component(const EventGraph& graph, Scores& scores) {
  std::vector<char> is_reached(scores.size(), 0);
  std::vector<char> is_event_reached(graph.num_events(), 0);
  std::vector<PersonId> waiting{PersonId(static_cast<std::size_t>(std::ranges::max_element(scores) - scores.begin()))};
  is_reached[waiting.front().index()] = 1;
  while (!waiting.empty()) {
    const PersonId person = waiting.back();
    waiting.pop_back();
    for (const EventId event : graph.events_of(person)) {
      if (std::exchange(is_event_reached[event.index()], 1) == 1) continue;
      for (const PersonId other : graph.participants_of(event)) {
        if (std::exchange(is_reached[other.index()], 1) == 0) waiting.push_back(other);
      }
    }
  }
  for (std::size_t person = 0; person < scores.size(); ++person) scores[person] *= is_reached[person];
}

}  // namespace

std::optional<HitsScores> hits(const EventGraph& graph, const Run& run) {
  const std::size_t n = graph.num_persons();
  if (n == 0) return HitsScores{{}, std::vector<double>(graph.num_events(), 0.0)};
  const IncidenceProduct incidence(graph, run);
  const auto size = static_cast<Eigen::Index>(n);
  const auto multiply = [&](const double* x, double* y) {
    const Eigen::Map<const Eigen::VectorXd> persons(x, size);
    Eigen::Map<Eigen::VectorXd>(y, size) = incidence * incidence.transposed_times(persons);
  };
  LeadingEigenpair leading = leading_eigenpair({n, multiply}, tolerance_of_pair, run);
  if (leading.value - leading.second < least_gap * leading.value) return std::nullopt;
  if (!make_positive(leading.vector)) {
    throw Error(ErrorCode::limit_exceeded, "hubs and authorities do not converge", {},
                "choose another measure for this network, such as PageRank");
  }
  keep_component(graph, leading.vector);
  Eigen::VectorXd events = incidence.transposed_times(Eigen::Map<const Eigen::VectorXd>(leading.vector.data(), size));
  events /= events.norm();
  return HitsScores{std::move(leading.vector), {events.begin(), events.end()}};
}

}  // namespace entente
