#include <entente/analysis/multiple_testing.hpp>
#include <entente/core/error.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numbers>

#include <fmt/format.h>

namespace entente {

namespace {

constexpr std::array<std::string_view, 5> names_of_corrections{"bh", "by", "holm", "bonferroni", "none"};

// 1 + 1/2 + … + 1/n; the expansion is exact to double precision from 100 on.
double harmonic_number(std::uint64_t n) {
  constexpr std::uint64_t summed = 100;
  double sum = 0;
  if (n <= summed) {
    for (std::uint64_t i = n; i > 0; --i) sum += 1 / static_cast<double>(i);
    return sum;
  }
  const auto x = static_cast<double>(n);
  return std::log(x) + std::numbers::egamma + 1 / (2 * x) - 1 / (12 * x * x);
}

}  // namespace

std::span<const std::string_view> correction_names() { return names_of_corrections; }

std::vector<double> adjust(std::span<const double> log_p, std::uint64_t tests, Correction correction,
                           std::span<const EqualTests> others) {
  std::vector<EqualTests> ordered(others.begin(), others.end());
  ordered.reserve(others.size() + log_p.size());
  for (const double one : log_p) ordered.push_back({one, 1});
  std::ranges::sort(ordered, {}, &EqualTests::log_p);
  // Equal ones together.
  std::size_t distinct = 0;
  std::uint64_t made = 0;
  for (const EqualTests& one : ordered) {
    made += one.tests;
    if (distinct > 0 && ordered[distinct - 1].log_p == one.log_p) {
      ordered[distinct - 1].tests += one.tests;
    } else {
      ordered[distinct++] = one;
    }
  }
  ordered.resize(distinct);
  if (made > tests) {
    throw Error(ErrorCode::bad_option, fmt::format("{} p-values are given for {} tests", made, tests));
  }
  const auto m = static_cast<double>(tests);
  std::vector<double> adjusted(distinct);
  if (correction == Correction::bh || correction == Correction::by) {
    const double log_factor = std::log(m) + (correction == Correction::by ? std::log(harmonic_number(tests)) : 0.0);
    double least = 0;
    std::uint64_t rank = made;
    for (std::size_t i = distinct; i-- > 0;) {
      least = std::min(least, ordered[i].log_p + log_factor - std::log(static_cast<double>(rank)));
      adjusted[i] = least;
      rank -= ordered[i].tests;
    }
  } else {
    double greatest = -std::numeric_limits<double>::infinity();
    std::uint64_t before = 0;
    for (std::size_t i = 0; i < distinct; ++i) {
      const double factor = correction == Correction::none         ? 1
                            : correction == Correction::bonferroni ? m
                                                                   : static_cast<double>(tests - before);
      greatest = std::max(greatest, std::min(0.0, ordered[i].log_p + std::log(factor)));
      adjusted[i] = greatest;
      before += ordered[i].tests;
    }
  }
  std::vector<double> result;
  result.reserve(log_p.size());
  for (const double one : log_p) {
    const auto found = std::ranges::lower_bound(ordered, one, {}, &EqualTests::log_p);
    result.push_back(adjusted[static_cast<std::size_t>(found - ordered.begin())]);
  }
  return result;
}

}  // namespace entente
