#include "same_scores.hpp"
#include "toy_networks.hpp"

#include <entente/analysis/degree.hpp>
#include <entente/analysis/scores.hpp>
#include <entente/core/projection.hpp>

#include <limits>

#include <catch2/catch.hpp>

using namespace entente;

namespace {

std::vector<std::size_t> indices(const std::vector<PersonId>& persons) {
  std::vector<std::size_t> result;
  for (const PersonId person : persons) result.push_back(person.index());
  return result;
}

}  // namespace

TEST_CASE("ranking goes by descending score and then by id", "[analysis]") {
  CHECK(indices(ranked({})).empty());
  CHECK(indices(ranked({2.0, 3.0, 2.0, 5.0})) == std::vector<std::size_t>{3, 1, 0, 2});
  CHECK(indices(ranked({-1.0, 0.0, -0.0})) == std::vector<std::size_t>{1, 2, 0});
}

TEST_CASE("scores that differ by rounding only are equal in a ranking", "[analysis]") {
  CHECK(indices(ranked({0.3, 0.1 + 0.2})) == std::vector<std::size_t>{0, 1});
  CHECK(indices(ranked({1.0, 1.0 + 1e-10})) == std::vector<std::size_t>{1, 0});
  CHECK(indices(ranked({1e-30, 1.00000000001e-30})) == std::vector<std::size_t>{1, 0});
}

TEST_CASE("persons without a defined score come last in a ranking", "[analysis]") {
  const double none = std::numeric_limits<double>::quiet_NaN();
  CHECK(indices(ranked({none, 1.0, none, -1.0})) == std::vector<std::size_t>{1, 3, 0, 2});
}

TEST_CASE("rounding for rankings keeps 12 significant digits", "[analysis]") {
  CHECK(rounded_for_ranking(1.0 / 3) == 0.333333333333);
  CHECK(rounded_for_ranking(2e15 / 3) == 666666666667e3);
  CHECK(rounded_for_ranking(-1e-300 / 3) == -3.33333333333e-301);
  CHECK(rounded_for_ranking(0) == 0);
}

TEST_CASE("degree counts ties and strength sums their weights", "[analysis]") {
  const PersonNetwork net = toy::network(4, {{0, 1, 2.5}, {2, 1, 0.5}});
  CHECK(degree(net) == Scores{1, 2, 1, 0});
  CHECK(strength(net) == Scores{2.5, 3, 0.5, 0});
  CHECK(degree(toy::strangers(0)).empty());
  CHECK(strength(toy::strangers(0)).empty());
  CHECK(degree(toy::strangers(1)) == Scores{0});
  CHECK(strength(toy::complete(5, 3)) == Scores(5, 12.0));
}

TEST_CASE("with Newman's weights strength is the number of events with company", "[analysis][property]") {
  const EventGraph graph = toy::random_events(60, 80, GENERATE(1U, 2U, 3U));
  const Scores scores = strength(project(graph, {.weight = Weight::newman, .as_of = {}}));
  Scores events(graph.num_persons(), 0.0);
  for (std::size_t person = 0; person < events.size(); ++person) {
    for (const EventId event : graph.events_of(PersonId(person))) {
      if (graph.participants_of(event).size() > 1) ++events[person];
    }
  }
  CHECK_THAT(scores, SameScores(events, 1e-12));
}
