#include "reference/person_measures.hpp"
#include "same_scores.hpp"
#include "toy_networks.hpp"

#include <entente/analysis/hits.hpp>

#include <cmath>

#include <catch2/catch.hpp>

using namespace entente;

TEST_CASE("hubs and authorities are each other's sums", "[analysis][oracle]") {
  // Beyond 128 persons the vectors are found by iteration.
  const auto persons = GENERATE(std::size_t{3}, std::size_t{30}, std::size_t{200});
  const auto seed = GENERATE(1U, 2U, 3U);
  const EventGraph graph = toy::random_events(persons, 3 * persons, seed);
  const auto scores = hits(graph);
  REQUIRE(scores.has_value());
  std::vector<double> sums(graph.num_persons(), 0.0);
  for (std::size_t event = 0; event < graph.num_events(); ++event) {
    double sum = 0;
    for (const PersonId person : graph.participants_of(EventId(event))) sum += scores->persons[person.index()];
    // The singular value is the same for all.
    for (const PersonId person : graph.participants_of(EventId(event))) sums[person.index()] += sum;
  }
  double value = 0;
  for (std::size_t person = 0; person < sums.size(); ++person) value += sums[person] * scores->persons[person];
  double squares = 0;
  for (std::size_t person = 0; person < sums.size(); ++person) {
    CHECK(scores->persons[person] >= 0);
    CHECK(sums[person] == Approx(value * scores->persons[person]).margin(1e-9 * value));
    squares += scores->persons[person] * scores->persons[person];
  }
  CHECK(squares == Approx(1).epsilon(1e-12));
  for (std::size_t event = 0; event < graph.num_events(); ++event) {
    double sum = 0;
    for (const PersonId person : graph.participants_of(EventId(event))) sum += scores->persons[person.index()];
    CHECK(scores->events[event] == Approx(sum / std::sqrt(value)).margin(1e-10));
  }
}

TEST_CASE("hubs of graphs that can be solved by hand", "[analysis]") {
  CHECK(hits(toy::events_of({}))->persons.empty());
  const double half = 1 / std::sqrt(2.0);
  // The larger event leads; who attends another one has nothing.
  const auto apart = hits(toy::events_of({{"a"}, {"b", "c"}}));
  REQUIRE(apart.has_value());
  CHECK_THAT(apart->persons, SameScores({0, half, half}, 1e-12));
  CHECK_THAT(apart->events, SameScores({0, 1}, 1e-12));
  CHECK_FALSE(hits(toy::events_of({{"a", "b"}, {"c", "d"}})).has_value());
}

TEST_CASE("hubs outside the leading component have exactly nothing", "[analysis]") {
  std::vector<std::vector<std::string>> events;
  for (int i = 0; i < 200; ++i)
    events.push_back({"pair" + std::to_string(1000 + i), "partner" + std::to_string(1000 + i)});
  events.push_back({"x1", "x2", "x3"});
  const EventGraph graph = toy::events_of(events);
  const auto scores = hits(graph);
  REQUIRE(scores.has_value());
  for (std::size_t person = 0; person < graph.num_persons(); ++person) {
    const bool leads = graph.persons().id[person].front() == 'x';
    CHECK(scores->persons[person] == (leads ? Approx(1 / std::sqrt(3.0)) : Approx(0).margin(0)));
  }
}
