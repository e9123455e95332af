
#include <entente/analysis/backbone.hpp>
#include <entente/core/error.hpp>

#include <cmath>
#include <vector>

#include <catch2/catch.hpp>

using namespace entente;

namespace {

// The share of the ways to cut a strength at k−1 random points in which the first piece is longer than w, by Simpson's
// rule over the density (k−1)(1−x)^(k−2) that Serrano et al. start from.
double disparity_by_integral(double share, std::size_t degree) {
  const auto k = static_cast<double>(degree);
  constexpr int steps = 20'000;
  const double width = (1 - share) / steps;
  double sum = 0;
  for (int i = 0; i <= steps; ++i) {
    const double x = share + width * i;
    const double density = (k - 1) * std::pow(1 - x, k - 2);
    sum += density * (i == 0 || i == steps ? 1 : (i % 2 == 1 ? 4 : 2));
  }
  return sum * width / 3;
}

// A star whose centre, person 0, has the given weights to the others.
PersonNetwork weighted_star(const std::vector<double>& weights) {
  std::vector<Tie> ties;
  for (std::size_t i = 0; i < weights.size(); ++i) ties.push_back({PersonId(0), PersonId(i + 1), weights[i]});
  return {weights.size() + 1, std::move(ties)};
}

}  // namespace

TEST_CASE("a tie stays where it stands out by the integral of the definition", "[analysis][oracle]") {
  const std::vector<double> weights{1, 2, 3, 5, 9};
  const PersonNetwork star = weighted_star(weights);
  const double significance = GENERATE(0.01, 0.06, 0.2, 0.5, 0.9);
  const PersonNetwork kept = backbone(star, {.significance = significance});
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const bool stands_out = disparity_by_integral(weights[i] / 20, weights.size()) < significance;
    CHECK(kept.tie(PersonId(0), PersonId(i + 1)).has_value() == stands_out);
  }
  CHECK(kept.num_persons() == star.num_persons());
}

TEST_CASE("a single tie cannot be judged, equal ties do not stand out", "[analysis]") {
  CHECK(backbone(weighted_star({7})).num_ties() == 0);
  CHECK(backbone(weighted_star({1, 1, 1, 1, 1})).num_ties() == 0);
  CHECK(backbone(PersonNetwork()).num_persons() == 0);
}

TEST_CASE("a backbone keeps what its ties tell, and grows with the significance", "[analysis][property]") {
  const PersonNetwork net = weighted_star({1, 1, 1, 50});
  const PersonNetwork kept = backbone(net);
  REQUIRE(kept.num_ties() == 1);
  CHECK(kept.ties()[0] == *net.tie(PersonId(0), PersonId(4)));
  CHECK(backbone(net, {.significance = 1}).num_ties() == 4);
}

TEST_CASE("a significance out of range is refused", "[analysis]") {
  CHECK_THROWS_AS(backbone(PersonNetwork(), {.significance = 0}), Error);
  CHECK_THROWS_AS(backbone(PersonNetwork(), {.significance = 1.5}), Error);
}
