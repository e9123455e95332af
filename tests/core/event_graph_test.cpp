#include "random_records.hpp"

#include <entente/core/event_graph.hpp>

#include <algorithm>
#include <map>
#include <set>

#include <catch2/catch.hpp>

using namespace entente;
using namespace entente::test;

TEST_CASE("an event graph holds exactly what the records tell", "[core][oracle]") {
  const auto seed = GENERATE(1U, 2U, 3U);
  const auto records = random_records(20, 60, 6, seed);
  std::map<std::string, std::set<std::string>> events_of;
  std::map<std::string, std::set<std::string>> participants_of;
  for (const Record& record : records) {
    participants_of[record.id];
    for (const Participant& participant : record.participants) {
      events_of[participant.id].insert(record.id);
      participants_of[record.id].insert(participant.id);
    }
  }
  const EventGraph graph = build_event_graph(records);
  REQUIRE(graph.num_persons() == events_of.size());
  REQUIRE(graph.num_events() == records.size());
  std::size_t participations = 0;
  std::size_t person = 0;
  for (const auto& [id, events] : events_of) {
    CHECK(graph.persons().id[person] == id);
    CHECK(graph.find_person(id) == PersonId(person));
    std::set<std::string> found;
    for (const EventId event : graph.events_of(PersonId(person))) found.emplace(graph.events().id[event.index()]);
    CHECK(found == events);
    CHECK(std::ranges::is_sorted(graph.events_of(PersonId(person))));
    participations += events.size();
    ++person;
  }
  CHECK(graph.num_participations() == participations);
  std::size_t event = 0;
  for (const auto& [id, persons] : participants_of) {
    CHECK(graph.events().id[event] == id);
    std::set<std::string> found;
    for (const PersonId participant : graph.participants_of(EventId(event)))
      found.emplace(graph.persons().id[participant.index()]);
    CHECK(found == persons);
    ++event;
  }
  CHECK_FALSE(graph.find_person("nobody").is_valid());
}

TEST_CASE("the order of records leaves no trace in the graph", "[core]") {
  auto records = random_records(30, 50, 5, 7);
  const EventGraph graph = build_event_graph(records);
  std::ranges::reverse(records);
  for (Record& record : records) std::ranges::reverse(record.participants);
  const EventGraph reversed = build_event_graph(records);
  CHECK(graph.persons() == reversed.persons());
  CHECK(graph.events() == reversed.events());
  for (std::size_t event = 0; event < graph.num_events(); ++event) {
    CHECK(std::ranges::equal(graph.participants_of(EventId(event)), reversed.participants_of(EventId(event))));
  }
}

TEST_CASE("a person has what is told most often, of equals the last by date", "[core]") {
  auto records = meetings({{"a"}, {"a"}, {"a"}, {"b"}});
  records[0].participants[0].position = "Deputy Minister";
  records[0].date = Date::parse("2020-01-01");
  records[1].participants[0].position = "Minister";
  records[1].date = Date::parse("2024-01-01");
  records[0].participants[0].country = "TR";
  records[1].participants[0].country = "AZ";
  records[2].participants[0].country = "TR";
  const EventGraph graph = build_event_graph(records);
  CHECK(graph.persons().position[0] == "Minister");
  CHECK(graph.persons().country[0] == "TR");
  CHECK(graph.persons().country[1].empty());
  CHECK(graph.last_day() == Date::parse("2024-01-01")->first_day());
}

TEST_CASE("shared events are the intersection", "[core]") {
  const EventGraph graph = build_event_graph(meetings({{"a", "b"}, {"a", "c"}, {"a", "b", "c"}, {"b"}}));
  CHECK(graph.shared_events(PersonId(0), PersonId(1)) == std::vector<EventId>{EventId(0), EventId(2)});
  CHECK(graph.shared_events(PersonId(1), PersonId(2)) == std::vector<EventId>{EventId(2)});
}

TEST_CASE("an empty graph", "[core]") {
  const EventGraph graph = build_event_graph({});
  CHECK(graph.num_persons() == 0);
  CHECK(graph.num_events() == 0);
  CHECK_FALSE(graph.last_day());
  CHECK_FALSE(graph.find_person("a").is_valid());
}

TEST_CASE("roles stay with their participants", "[core]") {
  auto records = meetings({{"b", "a", "b"}});
  records[0].participants[0].role = Role::host;
  const EventGraph graph = build_event_graph(records);
  REQUIRE(graph.participants_of(EventId(0)).size() == 2);
  CHECK_FALSE(graph.roles_of(EventId(0))[0]);
  CHECK(graph.roles_of(EventId(0))[1] == Role::host);
}

TEST_CASE("a view joins the persons of one country", "[core]") {
  auto records = meetings({{"a", "b", "c"}, {"a", "d"}});
  records[0].participants[0].country = "AZ";
  records[0].participants[1].country = "TR";
  records[0].participants[2].country = "TR";
  const EventGraph countries = aggregate(build_event_graph(records), Attribute::country);
  REQUIRE(countries.num_persons() == 2);
  CHECK(countries.persons().id[0] == "AZ");
  CHECK(countries.participants_of(EventId(0)).size() == 2);
  CHECK(countries.participants_of(EventId(1)).size() == 1);
  CHECK(countries.num_events() == 2);
}

TEST_CASE("a view joins spellings of one office under the usual one", "[core]") {
  auto records = meetings({{"a", "b", "c"}, {"c", "d"}});
  records[0].participants[0].position = "defense minister";
  records[0].participants[1].position = "Defense Minister";
  records[0].participants[2].position = "defense minister";
  records[1].participants[1].position = "Ambassador";
  const EventGraph offices = aggregate(build_event_graph(records), Attribute::position);
  REQUIRE(offices.num_persons() == 2);
  CHECK(offices.persons().name[0] == "Ambassador");
  CHECK(offices.persons().name[1] == "defense minister");
  CHECK(offices.participants_of(EventId(0)).size() == 1);
  CHECK(offices.participants_of(EventId(1)).size() == 2);
}
