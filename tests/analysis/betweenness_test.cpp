#include "boost_network.hpp"
#include "reference/person_measures.hpp"
#include "same_scores.hpp"
#include "toy_networks.hpp"

#include <entente/analysis/betweenness.hpp>
#include <entente/core/error.hpp>

#include <cmath>

#include <boost/graph/betweenness_centrality.hpp>
#include <catch2/catch.hpp>

using namespace entente;
using reference::Lengths;

TEST_CASE("betweenness equals its definition", "[analysis][oracle]") {
  const auto persons = GENERATE(std::size_t{0}, std::size_t{1}, std::size_t{2}, std::size_t{7}, std::size_t{40});
  const auto seed = GENERATE(1U, 2U, 3U, 4U);
  const PersonNetwork net = toy::random_network({.persons = persons, .seed = seed});
  CHECK_THAT(betweenness(net), SameScores(reference::betweenness(net, Lengths::unit), 1e-12));
  CHECK_THAT(betweenness(net, {.length = Length::reciprocal}),
             SameScores(reference::betweenness(net, Lengths::reciprocal), 1e-12));
  CHECK_THAT(betweenness(net, {.normalized = false}),
             SameScores(reference::betweenness(net, Lengths::unit, false), 1e-12));
}

TEST_CASE("betweenness equals Boost's on dense and sparse networks", "[analysis][oracle]") {
  const auto mean_degree = GENERATE(1.5, 3.0, 12.0);
  const auto seed = GENERATE(1U, 2U);
  const PersonNetwork net = toy::random_network({.persons = 150, .seed = seed, .mean_degree = mean_degree});
  const BoostNetwork graph = boost_network(net);
  Scores expected(150, 0.0);
  boost::brandes_betweenness_centrality(
      graph, boost::make_iterator_property_map(expected.begin(), boost::get(boost::vertex_index, graph)));
  CHECK_THAT(betweenness(net, {.normalized = false}), SameScores(expected, 1e-10));
}

TEST_CASE("betweenness of stars, paths and complete networks", "[analysis]") {
  CHECK(betweenness(toy::strangers(0)).empty());
  CHECK(betweenness(toy::strangers(1)) == Scores{0});
  CHECK(betweenness(toy::strangers(5)) == Scores(5, 0.0));
  CHECK(betweenness(toy::path(2)) == Scores{0, 0});
  CHECK(betweenness(toy::complete(6)) == Scores(6, 0.0));
  CHECK_THAT(betweenness(toy::star(9)), SameScores({1, 0, 0, 0, 0, 0, 0, 0, 0}, 1e-12));
  Scores of_path;
  for (int person = 0; person < 30; ++person) of_path.push_back(person * (29 - person));
  CHECK_THAT(betweenness(toy::path(30), {.normalized = false}), SameScores(of_path, 1e-12));
  // A square: each person is on one of the two paths between its neighbours.
  CHECK_THAT(betweenness(toy::grid(2, 2), {.normalized = false}), SameScores({0.5, 0.5, 0.5, 0.5}, 1e-12));
}

TEST_CASE("betweenness of the karate club as published", "[analysis]") {
  const Scores scores = betweenness(toy::karate_club());
  CHECK(scores[0] == Approx(0.43763528138528146).epsilon(1e-12));
  CHECK(scores[33] == Approx(0.30407497594997596).epsilon(1e-12));
  CHECK(scores[32] == Approx(0.145247113997114).epsilon(1e-12));
}

TEST_CASE("path counts beyond 64-bit integers do not harm betweenness", "[analysis]") {
  // On a grid of k × k with k ≥ 36 there are more than 2⁶⁴ shortest paths between opposite corners. By symmetry the
  // four corners are equal, and all values sum to Σ over pairs of (distance − 1).
  const std::size_t k = 40;
  const Scores scores = betweenness(toy::grid(k, k), {.normalized = false});
  double expected = 0;
  for (std::size_t s = 0; s < k * k; ++s) {
    for (std::size_t t = s + 1; t < k * k; ++t) {
      const auto rows = std::abs(static_cast<double>(s / k) - static_cast<double>(t / k));
      const auto columns = std::abs(static_cast<double>(s % k) - static_cast<double>(t % k));
      expected += rows + columns - 1;
    }
  }
  double sum = 0;
  for (const double score : scores) sum += score;
  CHECK(sum == Approx(expected).epsilon(1e-10));
  CHECK(scores[0] == Approx(scores[k * k - 1]).epsilon(1e-10));
  CHECK(scores[k - 1] == Approx(scores[k * k - k]).epsilon(1e-10));
  CHECK(scores[(k / 2) * k + k / 2] == Approx(scores[(k / 2 - 1) * k + k / 2]).epsilon(1e-10));
}

TEST_CASE("routes that are equally long up to rounding share the paths", "[analysis]") {
  // From 0 to 3 by 1 or by 2: 0.1 + 0.2 against 0.15 + 0.15.
  const PersonNetwork net = toy::network(4, {{0, 1, 1 / 0.1}, {1, 3, 1 / 0.2}, {0, 2, 1 / 0.15}, {2, 3, 1 / 0.15}});
  const Scores scores = betweenness(net, {.length = Length::reciprocal, .normalized = false});
  CHECK(scores[1] == Approx(0.5));
  CHECK(scores[2] == Approx(0.5));
}

TEST_CASE("a strong tie is a short one", "[analysis]") {
  // 0–2 meet once; 0–1 and 1–2 meet ten times.
  const PersonNetwork net = toy::network(3, {{0, 1, 10}, {1, 2, 10}, {0, 2, 1}});
  CHECK(betweenness(net, {.length = Length::reciprocal}) == Scores{0, 1, 0});
  CHECK(betweenness(net) == Scores{0, 0, 0});
}

TEST_CASE("betweenness follows persons, ignores the scale of weights and keeps its bounds", "[analysis][property]") {
  const auto seed = GENERATE(4U, 5U, 6U);
  const auto length = GENERATE(Length::unit, Length::reciprocal);
  const PersonNetwork net = toy::random_network({.persons = 60, .seed = seed});
  const Scores scores = betweenness(net, {.length = length});
  CHECK_THAT(betweenness(toy::scaled(net, 3), {.length = length}), SameScores(scores, 1e-12));
  const auto order = toy::random_order(60, seed);
  const Scores moved = betweenness(toy::renumbered(net, order), {.length = length});
  Scores back(60);
  for (std::size_t person = 0; person < 60; ++person) back[person] = moved[order[person]];
  CHECK_THAT(back, SameScores(scores, 1e-12));
  for (const double score : scores) CHECK((score >= 0 && score <= 1));
}

TEST_CASE("a sample of sources estimates betweenness without bias", "[analysis][property]") {
  const PersonNetwork net = toy::random_network({.persons = 60, .seed = 7});
  const Scores exact = betweenness(net);
  Scores mean(60, 0.0);
  const int samples = 400;
  for (int seed = 0; seed < samples; ++seed) {
    Run run;
    run.seed = static_cast<std::uint64_t>(seed);
    const Scores estimate = betweenness(net, {.sources = 10}, run);
    for (std::size_t person = 0; person < 60; ++person) mean[person] += estimate[person] / samples;
  }
  CHECK_THAT(mean, SameScores(exact, 0.01));
  CHECK(betweenness(net, {.sources = 60}) == exact);
  CHECK(betweenness(net, {.sources = 1000}) == exact);
  CHECK(betweenness(net, {.sources = 10}) != exact);
}

TEST_CASE("betweenness refuses a tie epsilon out of range", "[analysis]") {
  for (const double epsilon : {-1e-12, 1e-3, std::nan("")}) {
    CHECK_THROWS_AS(betweenness(toy::path(3), {.tie_epsilon = epsilon}), Error);
  }
}

TEST_CASE("betweenness says so when paths are beyond counting", "[analysis]") {
  // A chain of 1030 squares has 2^1030 shortest paths from end to end.
  std::vector<toy::WeightedPair> pairs;
  const std::size_t squares = 1030;
  for (std::size_t i = 0; i < squares; ++i) {
    for (const std::size_t middle : {1U, 2U}) {
      pairs.push_back({3 * i, 3 * i + middle});
      pairs.push_back({3 * i + middle, 3 * i + 3});
    }
  }
  try {
    (void)betweenness(toy::network(3 * squares + 1, pairs));
    FAIL("no error");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::limit_exceeded);
  }
}

TEST_CASE("betweenness ends when it is told to stop", "[analysis]") {
  const std::atomic<bool> stop = true;
  Run run;
  run.stop = &stop;
  CHECK_THROWS_AS(betweenness(toy::path(50), {}, run), Error);
}
