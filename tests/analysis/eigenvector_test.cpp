#include "reference/person_measures.hpp"
#include "same_scores.hpp"
#include "toy_networks.hpp"

#include <entente/analysis/eigenvector.hpp>

#include <cmath>

#include <catch2/catch.hpp>

using namespace entente;

TEST_CASE("the eigenvector solves its equation for the largest eigenvalue", "[analysis][oracle]") {
  // Beyond 128 persons in a component the iterative solver takes over.
  const auto persons = GENERATE(std::size_t{2}, std::size_t{7}, std::size_t{40}, std::size_t{180});
  const auto seed = GENERATE(1U, 2U, 3U);
  const auto weighted = GENERATE(true, false);
  const PersonNetwork net = toy::random_network({.persons = persons, .seed = seed});
  const auto values = reference::eigenvalues(net, weighted);
  const auto scores = eigenvector(net, {.weighted = weighted});
  REQUIRE(scores.has_value() == (values[0] - values[1] > 1e-8 * values[0]));
  if (scores) CHECK(reference::is_eigenvector(net, *scores, values[0], weighted, 1e-10));
}

TEST_CASE("the eigenvector of networks that can be solved by hand", "[analysis]") {
  CHECK(eigenvector(toy::strangers(0)) == Scores{});
  CHECK(eigenvector(toy::strangers(1)) == Scores{1});
  for (const std::size_t n : {5U, 300U}) {
    CHECK_THAT(eigenvector(toy::complete(n)).value(), SameScores(Scores(n, 1 / std::sqrt(n)), 1e-12));
    // Star: half of the squared length at the centre.
    Scores of_star(n, std::sqrt(0.5 / static_cast<double>(n - 1)));
    of_star[0] = std::sqrt(0.5);
    CHECK_THAT(eigenvector(toy::star(n)).value(), SameScores(of_star, 1e-12));
    // Path: sines.
    Scores of_path;
    for (std::size_t person = 1; person <= n; ++person) {
      of_path.push_back(std::sqrt(2.0 / static_cast<double>(n + 1)) *
                        std::sin(M_PI * static_cast<double>(person) / static_cast<double>(n + 1)));
    }
    CHECK_THAT(eigenvector(toy::path(n)).value(), SameScores(of_path, 1e-9));
  }
}

TEST_CASE("the eigenvector is 0 outside the component that has the largest eigenvalue", "[analysis]") {
  // A triangle beats a path of four persons although it is smaller.
  const PersonNetwork net = toy::network(8, {{0, 1}, {1, 2}, {2, 3}, {4, 6}, {6, 7}, {4, 7}});
  const double third = 1 / std::sqrt(3.0);
  CHECK_THAT(eigenvector(net).value(), SameScores({0, 0, 0, 0, third, 0, third, third}, 1e-12));
}

TEST_CASE("there is no eigenvector where it is not unique", "[analysis]") {
  CHECK_FALSE(eigenvector(toy::strangers(2)).has_value());
  CHECK_FALSE(eigenvector(toy::network(4, {{0, 1}, {2, 3}})).has_value());
  CHECK(eigenvector(toy::network(4, {{0, 1, 1}, {2, 3, 2}})).has_value());
  CHECK_FALSE(eigenvector(toy::network(4, {{0, 1, 1}, {2, 3, 2}}), {.weighted = false}).has_value());
  // Two equal circles, each too large for the dense solver.
  std::vector<toy::WeightedPair> pairs;
  for (std::size_t i = 0; i < 200; ++i) {
    pairs.push_back({i, (i + 1) % 200});
    pairs.push_back({200 + i, 200 + (i + 1) % 200});
  }
  CHECK_FALSE(eigenvector(toy::network(400, pairs)).has_value());
}

TEST_CASE("two dense circles far from each other have no telling eigenvector", "[analysis]") {
  std::vector<toy::WeightedPair> pairs;
  const std::size_t size = 80;
  for (std::size_t a = 0; a < size; ++a) {
    for (std::size_t b = a + 1; b < size; ++b) {
      pairs.push_back({a, b});
      pairs.push_back({size + a, size + b});
    }
  }
  std::size_t last = size - 1;
  for (std::size_t link = 2 * size; link < 2 * size + 12; ++link) {
    pairs.push_back({last, link});
    last = link;
  }
  pairs.push_back({last, size});
  CHECK_FALSE(eigenvector(toy::network(2 * size + 12, pairs)).has_value());
}

TEST_CASE("the eigenvector ignores the scale of weights and follows persons", "[analysis][property]") {
  const auto persons = GENERATE(std::size_t{50}, std::size_t{300});
  const PersonNetwork net = toy::random_network({.persons = persons, .seed = 3});
  const Scores scores = eigenvector(net).value();
  CHECK_THAT(eigenvector(toy::scaled(net, 1e-6)).value(), SameScores(scores, 1e-10));
  const auto order = toy::random_order(persons, 8);
  const Scores moved = eigenvector(toy::renumbered(net, order)).value();
  Scores back(persons);
  for (std::size_t person = 0; person < persons; ++person) back[person] = moved[order[person]];
  CHECK_THAT(back, SameScores(scores, 1e-10));
}
