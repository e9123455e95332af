#include <entente/analysis/hypergeometric.hpp>
#include <entente/analysis/poisson_binomial.hpp>
#include <entente/core/error.hpp>

#include <cmath>
#include <vector>

#include <boost/multiprecision/cpp_bin_float.hpp>
#include <catch2/catch.hpp>

using namespace entente;

namespace {

using Exact = boost::multiprecision::cpp_bin_float_100;

// One trial after the other, with a hundred digits.
std::vector<Exact> distribution_by_definition(const std::vector<EqualTrials>& trials) {
  std::vector<Exact> probability{1};
  for (const EqualTrials& one : trials) {
    for (std::uint32_t event = 0; event < one.events; ++event) {
      probability.emplace_back(0);
      for (std::size_t x = probability.size() - 1; x > 0; --x) {
        probability[x] = probability[x] * (1 - Exact(one.probability)) + probability[x - 1] * Exact(one.probability);
      }
      probability[0] *= 1 - Exact(one.probability);
    }
  }
  return probability;
}

double log_of(const Exact& value) { return static_cast<double>(boost::multiprecision::log(value)); }

// A relative error of 1e-9 of the tail.
Approx close_to(double log_tail) { return Approx(log_tail).margin(1e-9).epsilon(0); }

void check_tails(const std::vector<EqualTrials>& trials) {
  const std::vector<Exact> probability = distribution_by_definition(trials);
  const auto most = static_cast<std::uint32_t>(probability.size() - 1);
  const std::vector<LogTails> tails = log_tails(trials, most);
  Exact upper = 0;
  for (std::uint32_t x = most + 1; x-- > 0;) {
    upper += probability[x];
    INFO(x << " of " << most);
    if (upper == 0) {
      CHECK(std::isinf(tails[x].upper));
    } else {
      CHECK(tails[x].upper == close_to(log_of(upper)));
      CHECK(log_tails_at(trials, x).upper == close_to(log_of(upper)));
    }
  }
  Exact lower = 0;
  for (std::uint32_t x = 0; x <= most; ++x) {
    lower += probability[x];
    INFO(x << " of " << most);
    if (lower == 0) {
      CHECK(std::isinf(tails[x].lower));
    } else {
      CHECK(tails[x].lower == close_to(log_of(lower)));
      CHECK(log_tails_at(trials, x).lower == close_to(log_of(lower)));
    }
  }
}

}  // namespace

TEST_CASE("tails of sums of unequal trials are those of a hundred digits", "[analysis][oracle]") {
  SECTION("small means, far tails: 1e-3 expected, 1e-100 and below") {
    check_tails({{1e-5, 40}, {3e-6, 30}, {2e-4, 5}});
    check_tails({{1e-9, 60}, {1e-3, 1}});
  }
  SECTION("means about one") { check_tails({{.01, 50}, {.2, 4}, {.05, 10}}); }
  SECTION("large means: beyond what is convolved plainly") { check_tails({{.9, 60}, {.4, 50}, {.1, 40}}); }
  SECTION("trials that are sure, or impossible") {
    check_tails({{1, 3}, {.25, 6}});
    check_tails({{1, 2}});
    check_tails({{0, 4}, {.5, 3}});
    check_tails({{1, 2}, {0, 2}});
  }
  SECTION("nothing") { check_tails({}); }
}

TEST_CASE("tails keep their accuracy where numbers end", "[analysis]") {
  // One class is a binomial distribution: P(X ≥ n) = pⁿ.
  const std::vector<EqualTrials> trials{{1e-3, 400}};
  CHECK(log_tails_at(trials, 400).upper == Approx(400 * std::log(1e-3)).epsilon(1e-13));
  CHECK(log_tails(trials, 400).back().upper == Approx(400 * std::log(1e-3)).epsilon(1e-13));
  CHECK(log_tails_at(trials, 0).lower == Approx(400 * std::log1p(-1e-3)).epsilon(1e-12));
  CHECK(expected_events(trials) == Approx(.4));
}

TEST_CASE("hypergeometric tails are those of a hundred digits", "[analysis][oracle]") {
  struct Case {
    std::uint64_t events;
    std::uint64_t marked;
    std::uint64_t drawn;
  };
  const auto one = GENERATE(Case{14, 8, 8}, Case{14, 1, 14}, Case{30, 0, 5}, Case{500, 60, 75}, Case{40, 35, 30},
                            Case{20'000, 400, 300});
  const auto choose = [](std::uint64_t n, std::uint64_t k) {
    Exact result = 1;
    for (std::uint64_t i = 0; i < k; ++i) result = result * (n - i) / (i + 1);
    return result;
  };
  const std::uint64_t greatest = std::min(one.marked, one.drawn);
  const auto tails = hypergeometric_log_tails(one.events, one.marked, one.drawn, static_cast<std::uint32_t>(greatest));
  std::vector<Exact> probability;
  for (std::uint64_t x = 0; x <= greatest; ++x) {
    const bool possible = one.drawn - x <= one.events - one.marked;
    probability.push_back(possible ? Exact(choose(one.marked, x) * choose(one.events - one.marked, one.drawn - x) /
                                           choose(one.events, one.drawn))
                                   : Exact(0));
  }
  Exact upper = 0;
  for (std::uint64_t x = greatest + 1; x-- > 0;) {
    upper += probability[x];
    CHECK(tails[x].upper == Approx(log_of(upper)).margin(1e-12).epsilon(1e-15));
  }
  Exact lower = 0;
  for (std::uint64_t x = 0; x <= greatest; ++x) {
    lower += probability[x];
    if (lower == 0) {
      CHECK(std::isinf(tails[x].lower));
    } else {
      CHECK(tails[x].lower == Approx(log_of(lower)).margin(1e-12).epsilon(1e-15));
    }
  }
}

TEST_CASE("hypergeometric tails by hand", "[analysis]") {
  // (C(8,6)·C(6,1) + C(8,7)) / C(14,7)
  CHECK(hypergeometric_log_tails(14, 8, 7, 6)[6].upper == Approx(std::log(176.0 / 3432)).epsilon(1e-12));
  CHECK_THROWS_AS(hypergeometric_log_tails(3, 4, 1, 1), Error);
}
