#include "boost_network.hpp"
#include "reference/person_measures.hpp"
#include "same_scores.hpp"
#include "toy_networks.hpp"

#include <entente/analysis/closeness.hpp>

#include <limits>

#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <catch2/catch.hpp>

using namespace entente;
using reference::Lengths;

TEST_CASE("closeness and harmonic centrality equal their definitions", "[analysis][oracle]") {
  const auto persons = GENERATE(std::size_t{0}, std::size_t{1}, std::size_t{2}, std::size_t{7}, std::size_t{60});
  const auto seed = GENERATE(1U, 2U, 3U);
  const PersonNetwork net = toy::random_network({.persons = persons, .seed = seed, .mean_degree = 2.5});
  CHECK_THAT(closeness(net), SameScores(reference::closeness(net, Lengths::unit), 1e-12));
  CHECK_THAT(closeness(net, {.length = Length::reciprocal}),
             SameScores(reference::closeness(net, Lengths::reciprocal), 1e-12));
  CHECK_THAT(harmonic(net), SameScores(reference::harmonic(net, Lengths::unit), 1e-12));
  CHECK_THAT(harmonic(net, {.length = Length::reciprocal, .normalized = false}),
             SameScores(reference::harmonic(net, Lengths::reciprocal, false), 1e-12));
}

TEST_CASE("weighted closeness equals what Boost's distances give", "[analysis][oracle]") {
  const PersonNetwork net = toy::random_network({.persons = 200, .seed = GENERATE(1U, 2U), .mean_degree = 6});
  const BoostNetwork graph = boost_network(net);
  Scores expected;
  for (std::size_t person = 0; person < 200; ++person) {
    std::vector<double> distance(200);
    boost::dijkstra_shortest_paths(graph, person, boost::distance_map(distance.data()));
    double sum = 0;
    double reached = 0;
    for (std::size_t other = 0; other < 200; ++other) {
      if (other == person || distance[other] == std::numeric_limits<double>::max()) continue;
      sum += distance[other];
      ++reached;
    }
    expected.push_back(reached == 0 ? 0 : reached * reached / (199 * sum));
  }
  CHECK_THAT(closeness(net, {.length = Length::reciprocal}), SameScores(expected, 1e-12));
}

TEST_CASE("closeness of networks that can be solved by hand", "[analysis]") {
  CHECK(closeness(toy::strangers(0)).empty());
  CHECK(closeness(toy::strangers(1)) == Scores{0});
  CHECK(closeness(toy::strangers(3)) == Scores(3, 0.0));
  CHECK_THAT(closeness(toy::complete(6)), SameScores(Scores(6, 1.0), 1e-12));
  // Leaves of a star of 5: 1 + 3·2.
  CHECK_THAT(closeness(toy::star(5)), SameScores({1, 4.0 / 7, 4.0 / 7, 4.0 / 7, 4.0 / 7}, 1e-12));
  // A pair among four persons reaches a third of the others, at distance 1.
  CHECK_THAT(closeness(toy::network(4, {{1, 2}})), SameScores({0, 1.0 / 3, 1.0 / 3, 0}, 1e-12));
  CHECK(closeness(toy::karate_club())[0] == Approx(0.5689655172413793).epsilon(1e-12));
  CHECK(closeness(toy::karate_club())[33] == Approx(0.55).epsilon(1e-12));
}

TEST_CASE("harmonic centrality of networks that can be solved by hand", "[analysis]") {
  CHECK(harmonic(toy::strangers(0)).empty());
  CHECK(harmonic(toy::strangers(1)) == Scores{0});
  CHECK(harmonic(toy::strangers(3)) == Scores(3, 0.0));
  CHECK_THAT(harmonic(toy::complete(6)), SameScores(Scores(6, 1.0), 1e-12));
  CHECK_THAT(harmonic(toy::path(4)), SameScores({11.0 / 18, 2.5 / 3, 2.5 / 3, 11.0 / 18}, 1e-12));
}

TEST_CASE("meeting more often brings persons nearer", "[analysis][property]") {
  const PersonNetwork net = toy::random_network({.persons = 40, .seed = GENERATE(1U, 2U)});
  const Scores once = harmonic(net, {.length = Length::reciprocal});
  Scores twice = harmonic(toy::scaled(net, 2), {.length = Length::reciprocal});
  for (double& score : twice) score /= 2;
  CHECK_THAT(twice, SameScores(once, 1e-12));
  CHECK(harmonic(toy::scaled(net, 2)) == harmonic(net));
}
