#include "boost_network.hpp"
#include "reference/person_measures.hpp"
#include "same_scores.hpp"
#include "toy_networks.hpp"

#include <entente/analysis/clustering.hpp>

#include <numeric>

#include <boost/graph/clustering_coefficient.hpp>
#include <catch2/catch.hpp>

using namespace entente;

TEST_CASE("triangles equal a look at all triples", "[analysis][oracle]") {
  const auto persons = GENERATE(std::size_t{0}, std::size_t{1}, std::size_t{2}, std::size_t{7}, std::size_t{60});
  const auto mean_degree = GENERATE(2.0, 10.0, 30.0);
  const auto seed = GENERATE(1U, 2U, 3U);
  const PersonNetwork net = toy::random_network({.persons = persons, .seed = seed, .mean_degree = mean_degree});
  CHECK(triangles(net) == reference::triangles(net));
}

TEST_CASE("clustering equals Boost's coefficient", "[analysis][oracle]") {
  const PersonNetwork net = toy::random_network({.persons = 120, .seed = GENERATE(1U, 2U), .mean_degree = 8});
  const BoostNetwork graph = boost_network(net);
  Scores expected;
  for (std::size_t person = 0; person < 120; ++person) {
    expected.push_back(boost::clustering_coefficient<double>(graph, person));
  }
  CHECK_THAT(clustering(net), SameScores(expected, 1e-12));
}

TEST_CASE("clustering of networks that can be solved by hand", "[analysis]") {
  CHECK(clustering(toy::strangers(0)).empty());
  CHECK(clustering(toy::strangers(1)) == Scores{0});
  CHECK(clustering(toy::star(5)) == Scores(5, 0.0));
  CHECK(clustering(toy::grid(3, 3)) == Scores(9, 0.0));
  CHECK(clustering(toy::complete(6)) == Scores(6, 1.0));
  // The ends of the bridge between two cliques of 4 have 3 of 6 pairs tied.
  CHECK_THAT(clustering(toy::two_cliques(4)), SameScores({1, 1, 1, 0.5, 0.5, 1, 1, 1}, 1e-12));
  CHECK(clustering(toy::complete(6, 7)) == Scores(6, 1.0));
}

TEST_CASE("transitivity is the share of closed paths, and nothing without paths", "[analysis]") {
  CHECK_FALSE(transitivity(toy::strangers(0)).has_value());
  CHECK_FALSE(transitivity(toy::strangers(4)).has_value());
  CHECK_FALSE(transitivity(toy::path(2)).has_value());
  CHECK(transitivity(toy::path(3)) == 0.0);
  CHECK(transitivity(toy::complete(5)) == 1.0);
  CHECK(transitivity(toy::karate_club()).value() == Approx(0.2556818181818182).epsilon(1e-14));
  const auto counts = triangles(toy::karate_club());
  CHECK(std::accumulate(counts.begin(), counts.end(), std::uint64_t{0}) == 3 * 45);
}
