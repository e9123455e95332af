#include "toy_networks.hpp"

#include <entente/analysis/recurring_pairs.hpp>
#include <entente/core/error.hpp>

#include <algorithm>
#include <cmath>
#include <set>
#include <tuple>

#include <catch2/catch.hpp>

using namespace entente;

namespace {

/// From the participants of every event, without the network.
std::vector<RecurringPair> by_definition(const EventGraph& graph, std::uint32_t min_events) {
  std::vector<RecurringPair> pairs;
  for (std::size_t a = 0; a < graph.num_persons(); ++a) {
    for (std::size_t b = a + 1; b < graph.num_persons(); ++b) {
      RecurringPair pair;
      pair.a = PersonId(a);
      pair.b = PersonId(b);
      for (std::size_t event = 0; event < graph.num_events(); ++event) {
        const auto persons = graph.participants_of(EventId(event));
        if (std::ranges::count(persons, pair.a) == 0 || std::ranges::count(persons, pair.b) == 0) continue;
        pair.shared.emplace_back(event);
        ++pair.events;
        pair.reports += graph.events().reports[event];
        pair.weight += 1 / static_cast<double>(persons.size() - 1);
        const auto& date = graph.events().date[event];
        if (date && (!pair.first || *date < *pair.first)) pair.first = date;
        if (date && (!pair.last || *pair.last < *date)) pair.last = date;
      }
      pair.expected = static_cast<double>(graph.events_of(pair.a).size() * graph.events_of(pair.b).size()) /
                      static_cast<double>(graph.num_events());
      if (pair.events >= min_events) pairs.push_back(std::move(pair));
    }
  }
  std::ranges::stable_sort(pairs, [](const RecurringPair& left, const RecurringPair& right) {
    if (left.events != right.events) return left.events > right.events;
    return left.weight > right.weight + 1e-9;
  });
  return pairs;
}

Record meeting(const std::string& id, const char* date, std::size_t documents,
               const std::vector<std::string>& persons) {
  Record record;
  record.id = id;
  record.type = EventType::meeting;
  record.date = Date::parse(date);
  for (std::size_t i = 0; i < documents; ++i) {
    Source source;
    source.document = id + std::to_string(i);
    record.sources.push_back(source);
  }
  for (const std::string& person : persons) {
    Participant participant;
    participant.id = participant.name = person;
    record.participants.push_back(participant);
  }
  return record;
}

}  // namespace

TEST_CASE("recurring pairs equal their definition", "[analysis][oracle]") {
  const auto seed = GENERATE(1U, 2U, 3U);
  const auto min_events = GENERATE(1U, 2U, 3U);
  const auto top = GENERATE(std::size_t{0}, std::size_t{1}, std::size_t{10}, std::size_t{100'000});
  const EventGraph graph = toy::random_events(25, 120, seed);
  const PersonNetwork net = project(graph, {.weight = Weight::newman, .as_of = {}});
  auto expected = by_definition(graph, min_events);
  if (top > 0) expected.resize(std::min(top, expected.size()));
  const auto pairs = recurring_pairs(graph, net, {.min_events = min_events, .top = top, .projection = {}});
  REQUIRE(pairs.size() == expected.size());
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    CHECK(pairs[i].weight == Approx(expected[i].weight));
    expected[i].weight = pairs[i].weight;
    CHECK(pairs[i] == expected[i]);
  }
}

TEST_CASE("the first pairs are found without the network", "[analysis][oracle]") {
  const auto top = GENERATE(std::size_t{1}, std::size_t{7}, std::size_t{100'000});
  const bool by_weight = GENERATE(false, true);
  const EventGraph graph = toy::random_events(60, 300, 3);
  const ProjectionOptions projection{.weight = Weight::newman};
  const PersonNetwork net = project(graph, projection);
  const auto keep = [](PersonId a, PersonId b) { return (a.index() + b.index()) % 3 != 0; };
  std::vector<double> order;
  for (const Tie& tie : net.ties()) order.push_back(keep(tie.a, tie.b) ? (by_weight ? -tie.weight : 0) : std::nan(""));
  const FirstPairs found =
      first_pairs(graph, {.top = top, .min_events = 2, .by_weight = by_weight, .keep = keep, .projection = projection});
  CHECK(found.num_ties == net.num_ties());
  CHECK(found.pairs ==
        recurring_pairs(graph, net, {.min_events = 2, .top = top, .order = order, .projection = projection}));
  CHECK_THROWS_AS(first_pairs(graph, {.top = 0}), Error);
}

TEST_CASE("a recurring pair tells dates, reports and events", "[analysis]") {
  const std::vector<Record> records{meeting("c", "2024-03-05", 1, {"ann", "bob"}),
                                    meeting("a", "2022-01-01", 3, {"bob", "ann", "cy"}),
                                    meeting("b", "", 2, {"ann", "bob"}), meeting("d", "2025-01-01", 1, {"cy"})};
  const EventGraph graph = build_event_graph(records);
  const auto pairs = recurring_pairs(graph, project(graph));
  REQUIRE(pairs.size() == 3);
  CHECK(pairs[0].a == PersonId(0));
  CHECK(pairs[0].b == PersonId(1));
  CHECK(pairs[0].events == 3);
  CHECK(pairs[0].reports == 6);
  CHECK(pairs[0].weight == 3);
  CHECK(pairs[0].first == Date::parse("2022-01-01"));
  CHECK(pairs[0].last == Date::parse("2024-03-05"));
  CHECK(pairs[0].shared == std::vector{EventId(0), EventId(1), EventId(2)});
  CHECK(pairs[1].b == PersonId(2));
  CHECK(pairs[2].a == PersonId(1));
}

TEST_CASE("events without weight in the projection are not among the shared ones", "[analysis]") {
  std::vector<Record> records{meeting("a", "2022-01-01", 1, {"ann", "bob"}),
                              meeting("b", "2022-01-02", 4, {"ann", "bob"})};
  records[1].type = EventType::co_mention;
  const EventGraph graph = build_event_graph(records);
  const auto pairs = recurring_pairs(graph, project(graph));
  REQUIRE(pairs.size() == 1);
  CHECK(pairs[0].events == 1);
  CHECK(pairs[0].reports == 1);
  CHECK(pairs[0].shared == std::vector{EventId(0)});
}

TEST_CASE("recurring pairs of small sets", "[analysis]") {
  const auto pairs_of = [](const std::vector<std::vector<std::string>>& events) {
    const EventGraph graph = toy::events_of(events);
    return recurring_pairs(graph, project(graph));
  };
  CHECK(pairs_of({}).empty());
  CHECK(pairs_of({{"ann"}}).empty());
  CHECK(pairs_of({{"ann"}, {"bob"}}).empty());
  CHECK(pairs_of({{"ann", "bob", "cy", "di"}}).size() == 6);
}

TEST_CASE("recurring pairs refuse what does not fit", "[analysis]") {
  const EventGraph graph = toy::events_of({{"ann", "bob"}});
  CHECK_THROWS_AS(recurring_pairs(graph, toy::path(3)), Error);
  CHECK_THROWS_AS(recurring_pairs(graph, project(graph), {.min_events = 0, .projection = {}}), Error);
}
