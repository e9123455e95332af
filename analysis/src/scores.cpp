// Ranking by rounded scores.
//
// Rounding to 12 significant digits goes through std::to_chars and std::from_chars, which are exact, so that it does
// not depend on the library's pow or log. Memory: one rounded copy of the scores. Sequential; the order is total (ties
// by id).
#include <entente/analysis/scores.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstddef>

namespace entente {

double rounded_for_ranking(double value) {
  if (!std::isfinite(value)) return value;
  char text[32];
  const auto written = std::to_chars(text, text + sizeof text, value, std::chars_format::scientific, 11);
  double rounded = 0;
  std::from_chars(text, written.ptr, rounded, std::chars_format::scientific);
  return rounded == 0 ? 0.0 : rounded;  // no negative zero
}

std::vector<PersonId> ranked(const Scores& scores) {
  std::vector<double> rounded(scores.size());
  std::ranges::transform(scores, rounded.begin(), rounded_for_ranking);
  std::vector<PersonId> order;
  order.reserve(scores.size());
  for (std::size_t person = 0; person < scores.size(); ++person) order.emplace_back(person);
  std::ranges::sort(order, [&rounded](PersonId a, PersonId b) {
    const double of_a = rounded[a.index()];
    const double of_b = rounded[b.index()];
    if (std::isnan(of_a) != std::isnan(of_b)) return std::isnan(of_b);
    if (of_a != of_b && !std::isnan(of_a)) return of_a > of_b;
    return a < b;
  });
  return order;
}

}  // namespace entente
