#include "random_records.hpp"

#include <entente/core/large_events.hpp>
#include <entente/core/projection.hpp>

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

using namespace entente;
using namespace entente::test;

namespace {

struct Delegate {
  std::string person;
  std::string country = {};
  std::string organisation = {};
};

Record event_of(const std::string& id, const std::vector<Delegate>& delegates) {
  Record record;
  record.id = id;
  record.type = EventType::conference;
  record.date = Date::parse("2024-05-06");
  record.place = "Geneva";
  for (const auto& [person, country, organisation] : delegates) {
    Participant participant;
    participant.id = participant.name = person;
    participant.country = country;
    participant.organisation = organisation;
    record.participants.push_back(std::move(participant));
  }
  return record;
}

EventGraph congress() {
  return build_event_graph(std::vector<Record>{event_of("b", {{"ann", "AZ"},
                                                              {"bob", "AZ"},
                                                              {"cy", "TR"},
                                                              {"di", "TR"},
                                                              {"eve", "GE"},
                                                              {"flo", "", "NATO"},
                                                              {"gus", "", "NATO"},
                                                              {"hal"},
                                                              {"ida"}}),
                                               event_of("a", {{"ann", "AZ"}, {"cy", "TR"}}),
                                               event_of("c", {{"eve", "GE"}, {"hal"}, {"cy", "TR"}})});
}

double total(const PersonNetwork& net) {
  double sum = 0;
  for (const Tie& tie : net.ties()) sum += tie.weight;
  return sum;
}

}  // namespace

TEST_CASE("a large event makes no ties", "[core]") {
  const EventGraph graph = congress();
  const PersonNetwork net = project(graph, {.max_event_size = 8});
  CHECK(net.num_persons() == graph.num_persons());
  CHECK(net.num_ties() == 4);
  CHECK_FALSE(net.tie(graph.find_person("ann"), graph.find_person("bob")));
  CHECK(net.tie(graph.find_person("ann"), graph.find_person("cy"))->events == 1);
  CHECK(project(graph, {.max_event_size = 9}).num_ties() == project(graph).num_ties());
}

TEST_CASE("a large event that is weighed adds as much as one of the greatest size", "[core][oracle]") {
  const EventGraph graph = congress();
  const double small = total(project(graph, {.max_event_size = 3}));
  const PersonNetwork net = project(graph, {.max_event_size = 3, .large_events = LargeEvents::weigh});
  CHECK(net.num_ties() == project(graph).num_ties());
  CHECK(total(net) - small == Approx(3));
  CHECK(net.tie(graph.find_person("ann"), graph.find_person("cy"))->events == 2);
  CHECK(net.tie(graph.find_person("ann"), graph.find_person("bob"))->weight == Approx(3.0 / 36));
}

TEST_CASE("in a large event that is split only delegations meet", "[core]") {
  const EventGraph graph = split_large_events(congress(), 3);
  REQUIRE(graph.num_events() == 5);
  const std::vector<std::pair<std::string, std::vector<std::string>>> expected{{"a", {"ann", "cy"}},
                                                                               {"b/AZ", {"ann", "bob"}},
                                                                               {"b/NATO", {"flo", "gus"}},
                                                                               {"b/TR", {"cy", "di"}},
                                                                               {"c", {"cy", "eve", "hal"}}};
  for (std::size_t event = 0; event < expected.size(); ++event) {
    CHECK(graph.events().id[event] == expected[event].first);
    CHECK(graph.events().place[event] == "Geneva");
    CHECK(graph.events().date[event] == Date::parse("2024-05-06"));
    std::vector<std::string> persons;
    for (const PersonId person : graph.participants_of(EventId(event))) {
      persons.emplace_back(graph.persons().id[person.index()]);
    }
    CHECK(persons == expected[event].second);
  }
  CHECK(graph.num_persons() == congress().num_persons());
  CHECK(split_large_events(congress(), 9).num_events() == 3);
}

TEST_CASE("large events are counted", "[core]") {
  const LargeEventCounts counts = count_large_events(congress(), 2);
  CHECK(counts.events == 2);
  CHECK(counts.largest == 9);
  CHECK(counts.meetings == 36 + 1 + 3);
  CHECK(count_large_events(congress(), 0).events == 0);
  CHECK(count_large_events({}, 3).largest == 0);
}
