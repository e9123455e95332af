#include "reference/person_measures.hpp"
#include "same_scores.hpp"
#include "toy_networks.hpp"

#include <entente/analysis/pagerank.hpp>
#include <entente/core/error.hpp>

#include <cmath>
#include <numeric>

#include <catch2/catch.hpp>

using namespace entente;

TEST_CASE("PageRank solves its equation", "[analysis][oracle]") {
  const auto persons = GENERATE(std::size_t{0}, std::size_t{1}, std::size_t{2}, std::size_t{7}, std::size_t{40});
  const auto seed = GENERATE(1U, 2U, 3U);
  const auto damping = GENERATE(0.0, 0.5, 0.85, 0.99);
  const auto weighted = GENERATE(true, false);
  const PersonNetwork net = toy::random_network({.persons = persons, .seed = seed});
  CHECK(
      reference::is_pagerank(net, pagerank(net, {.damping = damping, .weighted = weighted}), damping, weighted, 1e-11));
}

TEST_CASE("PageRank of networks that can be solved by hand", "[analysis]") {
  CHECK(pagerank(toy::strangers(0)).empty());
  CHECK_THAT(pagerank(toy::strangers(1)), SameScores({1.0}, 1e-12));
  CHECK_THAT(pagerank(toy::strangers(4)), SameScores(Scores(4, 0.25), 1e-12));
  CHECK_THAT(pagerank(toy::complete(5)), SameScores(Scores(5, 0.2), 1e-12));

  // Star of n: centre x = (1−d)/n + d(1−x), so x = ((1−d)/n + d)/(1+d).
  const double d = 0.85;
  const double centre = ((1 - d) / 5 + d) / (1 + d);
  const double leaf = (1 - centre) / 4;
  CHECK_THAT(pagerank(toy::star(5)), SameScores({centre, leaf, leaf, leaf, leaf}, 1e-11));
}

TEST_CASE("isolated persons spread what they hold over everybody", "[analysis]") {
  // A pair and a stranger: z = (1−d)/3 + d·z/3.
  const double d = 0.85;
  const double stranger = (1 - d) / 3 / (1 - d / 3);
  const double paired = (1 - stranger) / 2;
  CHECK_THAT(pagerank(toy::network(3, {{0, 2}})), SameScores({paired, stranger, paired}, 1e-11));
}

TEST_CASE("PageRank follows persons and ignores the scale of weights", "[analysis][property]") {
  const auto seed = GENERATE(4U, 5U, 6U);
  const PersonNetwork net = toy::random_network({.persons = 50, .seed = seed});
  const Scores scores = pagerank(net);
  CHECK(pagerank(toy::scaled(net, 2)) == scores);
  CHECK_THAT(pagerank(toy::scaled(net, 1.7)), SameScores(scores, 1e-11));
  const auto order = toy::random_order(50, seed);
  const Scores moved = pagerank(toy::renumbered(net, order));
  Scores back(50);
  for (std::size_t person = 0; person < 50; ++person) back[person] = moved[order[person]];
  CHECK_THAT(back, SameScores(scores, 1e-11));
}

TEST_CASE("weights matter to PageRank only where asked for", "[analysis]") {
  const PersonNetwork net = toy::network(3, {{0, 1, 9}, {1, 2, 1}});
  const Scores weighted = pagerank(net);
  CHECK(weighted[0] > weighted[2] + 0.1);
  CHECK_THAT(pagerank(net, {.weighted = false}), SameScores(pagerank(toy::path(3)), 1e-12));
}

TEST_CASE("PageRank refuses options out of range and says what would do", "[analysis]") {
  const PersonNetwork net = toy::path(30);
  const auto code_of = [&net](const PageRankOptions& options) {
    try {
      (void)pagerank(net, options);
    } catch (const Error& error) {
      CHECK_FALSE(error.hint().empty());
      return error.code();
    }
    return ErrorCode::bad_usage;
  };
  CHECK(code_of({.damping = 1}) == ErrorCode::bad_option);
  CHECK(code_of({.damping = -0.1}) == ErrorCode::bad_option);
  CHECK(code_of({.damping = std::nan("")}) == ErrorCode::bad_option);
  CHECK(code_of({.tolerance = 0}) == ErrorCode::bad_option);
  CHECK(code_of({.tolerance = 0.1}) == ErrorCode::bad_option);
  CHECK(code_of({.max_rounds = 0}) == ErrorCode::bad_option);
  CHECK(code_of({.max_rounds = 3}) == ErrorCode::limit_exceeded);
}

TEST_CASE("PageRank of a large network sums to 1", "[analysis][property]") {
  const Scores scores = pagerank(toy::random_network({.persons = 5000, .seed = 9}));
  CHECK(std::accumulate(scores.begin(), scores.end(), 0.0) == Approx(1).epsilon(1e-12));
}
