// Whether p-values are what they promise, on numbers that are drawn by the null model itself.
#include "random_stream.hpp"

#include <entente/analysis/poisson_binomial.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

#include <catch2/catch.hpp>

using namespace entente;

namespace {

std::uint32_t drawn(const std::vector<EqualTrials>& trials, RandomStream& random) {
  std::uint32_t happened = 0;
  for (const EqualTrials& one : trials) {
    for (std::uint32_t event = 0; event < one.events; ++event) happened += random.unit() < one.probability ? 1U : 0U;
  }
  return happened;
}

// The greatest distance between the distribution of values and the uniform one (Kolmogorov 1933).
double distance_to_uniform(std::vector<double> values) {
  std::ranges::sort(values);
  double distance = 0;
  const auto n = static_cast<double>(values.size());
  for (std::size_t i = 0; i < values.size(); ++i) {
    distance = std::max({distance, values[i] - static_cast<double>(i) / n, static_cast<double>(i + 1) / n - values[i]});
  }
  return distance;
}

}  // namespace

TEST_CASE("p-values of what chance made are as frequent as they are small", "[analysis][property]") {
  constexpr std::size_t corpora = 4000;
  const auto scale = GENERATE(.2, 1.0, 5.0);
  RandomStream random(1, 0x63616c, static_cast<std::uint64_t>(scale * 10));
  std::vector<double> randomised;
  std::vector<double> plain;
  for (std::size_t corpus = 0; corpus < corpora; ++corpus) {
    // One pair of a corpus of its own, whose probabilities are known.
    std::vector<EqualTrials> trials;
    for (int size = 0; size < 6; ++size) {
      trials.push_back(
          {std::min(.9, scale * .02 * random.unit() * (size + 1)), 1 + static_cast<std::uint32_t>(random.below(12))});
    }
    const std::uint32_t x = drawn(trials, random);
    const std::vector<LogTails> tails = log_tails(trials, x + 1);
    const double from_here = std::exp(tails[x].upper);
    const double beyond = std::exp(tails[x + 1].upper);
    plain.push_back(from_here);
    randomised.push_back(beyond + random.unit() * (from_here - beyond));
  }
  // The 99.9 % point of Kolmogorov's distribution.
  CHECK(distance_to_uniform(randomised) < 1.95 / std::sqrt(static_cast<double>(corpora)));
  for (const double level : {.05, .01, .001}) {
    const auto rejected = static_cast<double>(std::ranges::count_if(plain, [&](double p) { return p <= level; }));
    const double error = std::sqrt(level * (1 - level) / corpora);
    CHECK(rejected / corpora <= level + 3 * error);
  }
}
