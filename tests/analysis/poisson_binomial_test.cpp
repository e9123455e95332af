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

TEST_CASE("hypergeometric tails are those of SciPy", "[analysis][oracle]") {
  struct Case {
    std::uint64_t events;
    std::uint64_t marked;
    std::uint64_t drawn;
    std::uint32_t shared;
    double upper;
  };
  // scipy.stats.hypergeom.sf(shared - 1, events, marked, drawn) of SciPy 1.10.1, numbers drawn at random.
  const std::vector<Case> cases{
      {4, 1, 1, 0, 1.0},
      {4, 1, 1, 1, 0.25},
      {4, 1, 2, 0, 1.0},
      {4, 1, 2, 1, 0.5},
      {4, 1, 3, 1, 0.75},
      {4, 1, 4, 1, 1.0},
      {4, 2, 1, 1, 0.5},
      {4, 3, 2, 1, 1.0},
      {4, 4, 1, 1, 1.0},
      {4, 4, 2, 2, 1.0},
      {10, 1, 9, 0, 1.0},
      {10, 2, 4, 1, 0.6666666666666665},
      {10, 2, 6, 2, 0.3333333333333334},
      {10, 3, 4, 1, 0.8333333333333334},
      {10, 5, 6, 5, 0.023809523809523808},
      {10, 7, 9, 7, 0.30000000000000004},
      {10, 9, 10, 9, 1.0},
      {40, 1, 10, 1, 0.25000000000000006},
      {40, 9, 16, 6, 0.07199397539954813},
      {40, 10, 26, 10, 0.006266346992153444},
      {40, 10, 32, 8, 0.6882649607107811},
      {40, 20, 16, 5, 0.9887612863141229},
      {40, 25, 23, 8, 1.0},
      {40, 27, 10, 8, 0.2861179115798111},
      {40, 29, 19, 17, 0.024792938099389712},
      {40, 30, 38, 29, 0.44230769230769235},
      {40, 31, 5, 0, 1.0},
      {40, 31, 8, 1, 0.9999998829720192},
      {100, 30, 20, 2, 0.9961446390564724},
      {100, 46, 22, 19, 1.5200373705847638e-05},
      {100, 52, 51, 9, 0.9999999999999867},
      {100, 52, 71, 31, 0.9979790604285359},
      {100, 64, 11, 2, 0.9998808953798782},
      {100, 82, 52, 35, 0.9999986084246497},
      {100, 88, 69, 63, 0.11976352621759598},
      {100, 100, 88, 88, 1.0},
      {300, 30, 260, 6, 1.0},
      {300, 52, 187, 39, 0.025788165293522333},
      {300, 154, 269, 154, 3.2384881378846875e-11},
      {300, 190, 290, 185, 0.28337748586076433},
      {300, 234, 36, 5, 1.0},
      {300, 293, 97, 95, 0.5939182754156567},
      {300, 300, 204, 204, 1.0},
      {1000, 359, 609, 254, 9.953494789337803e-07},
      {1000, 719, 318, 265, 1.2051471552482252e-08},
      {1000, 799, 250, 69, 1.0},
  };
  for (const Case& one : cases) {
    const auto tails = hypergeometric_log_tails(one.events, one.marked, one.drawn, one.shared);
    INFO(one.events << ' ' << one.marked << ' ' << one.drawn << ' ' << one.shared);
    CHECK(std::exp(tails.back().upper) == Approx(one.upper).epsilon(1e-12));
  }
}

TEST_CASE("hypergeometric tails by hand", "[analysis]") {
  // (C(8,6)·C(6,1) + C(8,7)) / C(14,7)
  CHECK(hypergeometric_log_tails(14, 8, 7, 6)[6].upper == Approx(std::log(176.0 / 3432)).epsilon(1e-12));
  CHECK_THROWS_AS(hypergeometric_log_tails(3, 4, 1, 1), Error);
}
