// The leading eigenvector, component by component.
//
// By Perron and Frobenius the largest eigenvalue of a component is simple and its vector positive; over several
// components the network's vector is that of the component with the largest eigenvalue. A bound, the largest
// (A·s)(v)/s(v) with s the strengths, tells which components can have it; they are solved in the order of their bounds,
// until no bound reaches the best eigenvalue found. Whether the first eigenvalue can be told from the second is then
// asked of the network without the first vector.
#include "leading_eigenpair.hpp"
#include "tie_matrix.hpp"

#include <entente/analysis/components.hpp>
#include <entente/analysis/eigenvector.hpp>
#include <entente/core/error.hpp>

#include <algorithm>
#include <cstddef>
#include <functional>
#include <numeric>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace entente {

namespace {

constexpr double telling_gap = 1e-9;  // relative to the eigenvalue

/// The network whose vector is asked for.
struct Asked {
  TieMatrix ties;
  Components parts;
  /// Whether so many persons are so few that `ties_among` is worth its memory.
  std::function<bool(std::size_t members)> is_small;
  /// The ties among `members` (ascending, all of one component), numbered as they stand there.
  std::function<std::vector<Tie>(std::span<const PersonId> members)> ties_among;
};

/// Where `person` stands in `members`, which has it.
PersonId position(std::span<const PersonId> members, PersonId person) {
  return PersonId(static_cast<std::size_t>(std::ranges::lower_bound(members, person) - members.begin()));
}

std::vector<Tie> ties_among(const PersonNetwork& net, std::span<const PersonId> members) {
  std::vector<Tie> ties;
  for (std::size_t row = 0; row < members.size(); ++row) {
    const auto neighbours = net.neighbours_of(members[row]);
    const auto weights = net.weights_of(members[row]);
    for (std::size_t i = 0; i < neighbours.size(); ++i) {
      if (neighbours[i] > members[row]) {
        ties.push_back(
            {.a = PersonId(row), .b = position(members, neighbours[i]), .weight = weights[i], .first = {}, .last = {}});
      }
    }
  }
  return ties;
}

std::vector<Tie> ties_among(const EventGraph& graph, std::span<const double> amounts,
                            std::span<const PersonId> members) {
  std::vector<Tie> ties;
  std::vector<double> weights(members.size(), 0.0);
  std::vector<PersonId> met;
  for (std::size_t row = 0; row < members.size(); ++row) {
    for (const EventId event : graph.events_of(members[row])) {
      if (!(amounts[event.index()] > 0)) continue;
      for (const PersonId person : graph.participants_of(event)) {
        if (person <= members[row]) continue;
        const PersonId other = position(members, person);
        if (weights[other.index()] == 0) met.push_back(other);
        weights[other.index()] += amounts[event.index()];
      }
    }
    for (const PersonId other : met) {
      ties.push_back({.a = PersonId(row),
                      .b = other,
                      .weight = std::exchange(weights[other.index()], 0.0),
                      .first = {},
                      .last = {}});
    }
    met.clear();
  }
  return ties;
}

/// The leading vector [members] of the component of `members`.
LeadingEigenpair solve(const Asked& asked, std::span<const PersonId> members, const EigenvectorOptions& options,
                       const Run& run) {
  if (asked.is_small(members.size())) {
    const PersonNetwork own(members.size(), asked.ties_among(members));
    return leading_eigenpair(tie_matrix(own, options.weighted, run).product, options.tolerance, run);
  }
  // A component that is most of a network is not worth a copy: nobody else gives or takes anything there.
  const std::size_t n = asked.ties.product.size;
  std::vector<char> is_member(n, 0);
  for (const PersonId person : members) is_member[person.index()] = 1;
  const auto multiply = [&](const double* x, double* y) {
    asked.ties.product.multiply(x, y);
    if (members.size() == n) return;
    for (std::size_t person = 0; person < n; ++person) y[person] *= is_member[person];
  };
  LeadingEigenpair leading = leading_eigenpair({n, multiply}, options.tolerance, run);
  std::vector<double> of_members;
  of_members.reserve(members.size());
  for (const PersonId person : members) of_members.push_back(leading.vector[person.index()]);
  leading.vector = std::move(of_members);
  return leading;
}

/// No eigenvalue of a component is greater than its largest (A·s)(v)/s(v), with s the strengths; [components].
std::vector<double> bounds_of(const Asked& asked) {
  const Scores& strengths = asked.ties.strengths;
  Scores sums(strengths.size());
  asked.ties.product.multiply(strengths.data(), sums.data());
  std::vector<double> bounds(asked.parts.num_components(), 0.0);
  for (std::size_t person = 0; person < strengths.size(); ++person) {
    double& bound = bounds[asked.parts.labels[person]];
    if (strengths[person] > 0) bound = std::max(bound, sums[person] / strengths[person]);
  }
  return bounds;
}

void require_valid(const EigenvectorOptions& options) {
  if (options.tolerance >= 1e-14 && options.tolerance <= 1e-6) return;
  throw Error(ErrorCode::bad_option,
              fmt::format("tolerance is {}; it must lie between 1e-14 and 1e-6", options.tolerance), {},
              "the default is 1e-13");
}

std::optional<Scores> eigenvector_of(const Asked& asked, const EigenvectorOptions& options, const Run& run) {
  const std::size_t n = asked.ties.product.size;
  if (n == 0) return Scores{};
  if (n == 1) return Scores{1.0};
  if (asked.parts.sizes.front() == 1) return std::nullopt;

  std::vector<std::vector<PersonId>> members(asked.parts.num_components());
  for (std::size_t person = 0; person < n; ++person) members[asked.parts.labels[person]].emplace_back(person);
  // Components come by descending size: those after the first isolated person have no ties.
  std::erase_if(members, [](const std::vector<PersonId>& persons) { return persons.size() == 1; });
  const std::vector<double> bounds = bounds_of(asked);
  std::vector<std::size_t> order(members.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, std::greater<>(), [&bounds](std::size_t part) { return bounds[part]; });

  LeadingEigenpair best;
  std::size_t best_part = 0;
  double second = 0;  // largest of all other eigenvalues
  for (const std::size_t part : order) {
    if (bounds[part] < best.value * (1 - 10 * telling_gap)) break;
    check_stop(run);
    LeadingEigenpair leading = solve(asked, members[part], options, run);
    second = std::max({second, leading.second, std::min(best.value, leading.value)});
    if (leading.value > best.value) {
      best = std::move(leading);
      best_part = part;
    }
  }
  if (best.value - second < telling_gap * best.value) return std::nullopt;
  if (!make_positive(best.vector)) {
    throw Error(ErrorCode::limit_exceeded, "the leading eigenvector of the network has both signs", {},
                "choose another measure for this network, such as PageRank");
  }
  Scores scores(n, 0.0);
  for (std::size_t row = 0; row < members[best_part].size(); ++row) {
    scores[members[best_part][row].index()] = best.vector[row];
  }
  return scores;
}

}  // namespace

std::optional<Scores> eigenvector(const PersonNetwork& net, const EigenvectorOptions& options, const Run& run) {
  require_valid(options);
  return eigenvector_of({tie_matrix(net, options.weighted, run), components(net),
                         [&net](std::size_t members) { return 2 * members <= net.num_persons(); },
                         [&net](std::span<const PersonId> members) { return ties_among(net, members); }},
                        options, run);
}

std::optional<Scores> eigenvector(const EventGraph& graph, const ProjectionOptions& projection,
                                  const EigenvectorOptions& options, const Run& run) {
  require_valid(options);
  const std::vector<double> amounts = event_amounts(graph, projection);
  return eigenvector_of({tie_matrix(graph, projection, options.weighted, run), components(graph, projection),
                         [&graph](std::size_t members) { return 8 * members <= graph.num_persons() || members <= 128; },
                         [&](std::span<const PersonId> members) { return ties_among(graph, amounts, members); }},
                        options, run);
}

}  // namespace entente
