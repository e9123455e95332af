// The leading eigenvector, component by component.
//
// By Perron and Frobenius the largest eigenvalue of a component is simple and its vector positive; over several
// components the network's vector is that of the component with the largest eigenvalue. A bound, the largest
// (A·s)(v)/s(v) with s the strengths, tells which components can have it; they are solved in the order of their bounds,
// until no bound reaches the best eigenvalue found. Whether the first eigenvalue can be told from the second is then
// asked of the network without the first vector.
#include "leading_eigenpair.hpp"

#include <entente/analysis/components.hpp>
#include <entente/analysis/degree.hpp>
#include <entente/analysis/eigenvector.hpp>
#include <entente/core/error.hpp>
#include <entente/core/linear_algebra.hpp>

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

/// The ties among `members` (ascending), as a network of their own.
PersonNetwork induced(const PersonNetwork& net, std::span<const PersonId> members) {
  const auto position = [&members](PersonId person) {
    return PersonId(static_cast<std::size_t>(std::ranges::lower_bound(members, person) - members.begin()));
  };
  std::vector<Tie> ties;
  for (std::size_t row = 0; row < members.size(); ++row) {
    const auto neighbours = net.neighbours_of(members[row]);
    const auto weights = net.weights_of(members[row]);
    for (std::size_t i = 0; i < neighbours.size(); ++i) {
      if (neighbours[i] > members[row]) {
        ties.push_back(
            {.a = PersonId(row), .b = position(neighbours[i]), .weight = weights[i], .first = {}, .last = {}});
      }
    }
  }
  return PersonNetwork(members.size(), std::move(ties));
}

/// The leading vector [members] of the component of `members`.
LeadingEigenpair solve(const PersonNetwork& net, std::span<const PersonId> members, const EigenvectorOptions& options,
                       const Run& run) {
  const std::size_t n = net.num_persons();
  // A component that is most of a network is not worth a copy: nobody else gives or takes anything there.
  if (2 * members.size() <= n) {
    const PersonNetwork own = induced(net, members);
    const AdjacencyProduct product(own, options.weighted, run);
    return leading_eigenpair({members.size(), [&product](const double* x, double* y) { product.perform_op(x, y); }},
                             options.tolerance, run);
  }
  std::vector<char> is_member(n, 0);
  for (const PersonId person : members) is_member[person.index()] = 1;
  const AdjacencyProduct product(net, options.weighted, run);
  const auto multiply = [&](const double* x, double* y) {
    product.perform_op(x, y);
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
std::vector<double> bounds_of(const PersonNetwork& net, const Components& parts, bool weighted, const Run& run) {
  const Scores strengths = weighted ? strength(net) : degree(net);
  Scores sums(net.num_persons());
  AdjacencyProduct(net, weighted, run).perform_op(strengths.data(), sums.data());
  std::vector<double> bounds(parts.num_components(), 0.0);
  for (std::size_t person = 0; person < net.num_persons(); ++person) {
    double& bound = bounds[parts.labels[person]];
    if (sums[person] > 0) bound = std::max(bound, sums[person] / strengths[person]);
  }
  return bounds;
}

}  // namespace

std::optional<Scores> eigenvector(const PersonNetwork& net, const EigenvectorOptions& options, const Run& run) {
  if (!(options.tolerance >= 1e-14 && options.tolerance <= 1e-6)) {
    throw Error(ErrorCode::bad_option,
                fmt::format("tolerance is {}; it must lie between 1e-14 and 1e-6", options.tolerance), {},
                "the default is 1e-13");
  }
  const std::size_t n = net.num_persons();
  if (n == 0) return Scores{};
  if (n == 1) return Scores{1.0};
  if (net.num_ties() == 0) return std::nullopt;

  const Components parts = components(net);
  std::vector<std::vector<PersonId>> members(parts.num_components());
  for (std::size_t person = 0; person < n; ++person) members[parts.labels[person]].emplace_back(person);
  // Components come by descending size: those after the first isolated person have no ties.
  std::erase_if(members, [](const std::vector<PersonId>& persons) { return persons.size() == 1; });
  const std::vector<double> bounds = bounds_of(net, parts, options.weighted, run);
  std::vector<std::size_t> order(members.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, std::greater<>(), [&bounds](std::size_t part) { return bounds[part]; });

  LeadingEigenpair best;
  std::size_t best_part = 0;
  double second = 0;  // largest of all other eigenvalues
  for (const std::size_t part : order) {
    if (bounds[part] < best.value * (1 - 10 * telling_gap)) break;
    check_stop(run);
    LeadingEigenpair leading = solve(net, members[part], options, run);
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

}  // namespace entente
