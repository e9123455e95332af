#include <entente/analysis/multiple_testing.hpp>
#include <entente/core/error.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

#include <catch2/catch.hpp>

using namespace entente;

namespace {

// From the definitions, over all p-values written out.
std::vector<double> adjusted_by_definition(std::vector<double> p, Correction correction) {
  const std::size_t m = p.size();
  std::vector<double> adjusted(m);
  double harmonic = 0;
  for (std::size_t i = 1; i <= m; ++i) harmonic += 1.0 / static_cast<double>(i);
  std::vector<double> sorted = p;
  std::ranges::sort(sorted);
  for (std::size_t i = 0; i < m; ++i) {
    double least = 1;
    double greatest = 0;
    for (std::size_t rank = 1; rank <= m; ++rank) {
      const double one = sorted[rank - 1];
      if (one >= p[i]) {
        const double factor = static_cast<double>(m) / static_cast<double>(rank);
        least = std::min(least, one * factor * (correction == Correction::by ? harmonic : 1));
      }
      if (one <= p[i]) greatest = std::max(greatest, std::min(1.0, one * static_cast<double>(m - rank + 1)));
    }
    if (correction == Correction::bh || correction == Correction::by) adjusted[i] = least;
    if (correction == Correction::holm) adjusted[i] = greatest;
    if (correction == Correction::bonferroni) adjusted[i] = std::min(1.0, p[i] * static_cast<double>(m));
    if (correction == Correction::none) adjusted[i] = p[i];
  }
  return adjusted;
}

std::vector<double> logs(const std::vector<double>& values) {
  std::vector<double> result;
  for (const double value : values) result.push_back(std::log(value));
  return result;
}

}  // namespace

TEST_CASE("p-values are adjusted as defined, with those of pairs that never met", "[analysis][oracle]") {
  const auto correction =
      GENERATE(Correction::bh, Correction::by, Correction::holm, Correction::bonferroni, Correction::none);
  const std::vector<double> p{.01, .04, .03, .005, .2, .9, .03, 1e-12};
  std::vector<double> all = p;
  all.insert(all.end(), 12, 1.0);
  const std::vector<double> expected = adjusted_by_definition(all, correction);
  const std::vector<double> given = adjust(logs(p), all.size(), correction);
  for (std::size_t i = 0; i < p.size(); ++i) CHECK(std::exp(given[i]) == Approx(expected[i]).epsilon(1e-12));

  all.insert(all.end(), 5, .02);
  const std::vector<double> with_others = adjusted_by_definition(all, correction);
  const std::vector<double> beside =
      adjust(logs(p), all.size(), correction, std::vector<EqualTests>{{std::log(.02), 5}});
  for (std::size_t i = 0; i < p.size(); ++i) CHECK(std::exp(beside[i]) == Approx(with_others[i]).epsilon(1e-12));
}

TEST_CASE("the published example of Benjamini and Hochberg", "[analysis][published]") {
  // Fifteen p-values of a trial (1995, section 4.1): four are significant at .05 by their procedure, three by
  // Bonferroni's.
  const std::vector<double> p{.0001, .0004, .0019, .0095, .0201, .0278, .0298, .0344,
                              .0459, .3240, .4262, .5719, .6528, .7590, 1.0};
  const auto discoveries = [&](Correction correction) {
    return std::ranges::count_if(adjust(logs(p), p.size(), correction), [](double q) { return q <= std::log(.05); });
  };
  CHECK(discoveries(Correction::bh) == 4);
  CHECK(discoveries(Correction::bonferroni) == 3);
}

TEST_CASE("adjusting nothing, and more p-values than tests", "[analysis][bad input]") {
  CHECK(adjust({}, 10, Correction::bh).empty());
  CHECK_THROWS_AS(adjust(std::vector<double>{-1, -2}, 1, Correction::bh), Error);
  // Beyond what a double can hold.
  CHECK(adjust(std::vector<double>{-2000}, 1000, Correction::by)[0] ==
        Approx(-2000 + std::log(1000.0) + std::log(7.485470860550345)).epsilon(1e-14));
}
