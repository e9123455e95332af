#include "reference/person_measures.hpp"
#include "same_scores.hpp"
#include "toy_networks.hpp"

#include <entente/analysis/eigenvector.hpp>
#include <entente/analysis/katz.hpp>
#include <entente/core/error.hpp>

#include <cmath>

#include <catch2/catch.hpp>

using namespace entente;

TEST_CASE("Katz's centrality solves its equation", "[analysis][oracle]") {
  // Beyond 128 persons the largest eigenvalue is found by iteration.
  const auto persons = GENERATE(std::size_t{2}, std::size_t{40}, std::size_t{180});
  const auto weighted = GENERATE(true, false);
  const auto attenuation = GENERATE(0.0, 0.5, 0.9, 0.99);
  const PersonNetwork net = toy::random_network({.persons = persons, .seed = 3});
  const double alpha = attenuation / reference::eigenvalues(net, weighted)[0];
  const Scores scores = katz(net, {.weighted = weighted, .attenuation = attenuation});
  const reference::Matrix adjacency = reference::adjacency(net, weighted);
  for (std::size_t person = 0; person < persons; ++person) {
    double expected = 1;
    for (std::size_t other = 0; other < persons; ++other) expected += alpha * adjacency[person][other] * scores[other];
    CHECK(scores[person] == Approx(expected).epsilon(1e-8));
  }
}

TEST_CASE("Katz's centrality of networks that can be solved by hand", "[analysis]") {
  CHECK(katz(toy::strangers(0)).empty());
  CHECK(katz(toy::strangers(3)) == Scores{1, 1, 1});
  // All alike: x = 1 + a·x.
  CHECK_THAT(katz(toy::complete(6), {.attenuation = 0.75}), SameScores(Scores(6, 4), 1e-11));
  // Star of 5: λ = 2, so with α = a/2 the centre has (1 + 4α)/(1 − 4α²).
  const double centre = (1 + 4 * 0.25) / (1 - 4 * 0.25 * 0.25);
  const double leaf = 1 + 0.25 * centre;
  CHECK_THAT(katz(toy::star(5), {.attenuation = 0.5}), SameScores({centre, leaf, leaf, leaf, leaf}, 1e-11));
}

TEST_CASE("Katz's centrality does not depend on the scale of weights", "[analysis][property]") {
  const PersonNetwork net = toy::random_network({.persons = 60, .seed = 7});
  CHECK_THAT(katz(toy::scaled(net, 1000)), SameScores(katz(net), 1e-9));
}

TEST_CASE("options of Katz's centrality are checked", "[analysis][bad input]") {
  CHECK_THROWS_WITH(katz(toy::star(3), {.attenuation = 1}), Catch::Contains("between 0 and 0.99"));
  CHECK_THROWS_AS(katz(toy::star(3), {.attenuation = std::nan("")}), Error);
  CHECK_THROWS_AS(katz(toy::star(3), {.tolerance = 0}), Error);
}
