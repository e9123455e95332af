#include "occasion_records.hpp"

#include <entente/core/error.hpp>
#include <entente/resolve/corrected_events.hpp>
#include <entente/resolve/corrections.hpp>

#include <algorithm>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

using namespace entente;
using namespace entente::test;
using Catch::Matchers::Contains;

namespace {

// a and b tell of one day, c of another, d of one man more.
std::vector<Record> told_events() {
  return records_of({{"a", "2024-01-18", "Baku", {"p", "q"}},
                     {"b", "2024-01-18", "Baku", {"p", "q"}},
                     {"c", "2024-02-20", "Baku", {"p", "q"}},
                     {"d", "2024-03-01", "Kyiv", {"p", "r"}}});
}

Occasions corrected(const std::string& events) {
  const EventCorrections corrections = parse_corrections("events:\n" + events, "c.yaml").events;
  std::vector<Identity> identities;
  for (const std::string id : {"p", "q", "r"}) {
    identities.push_back(
        {.person = id, .form = "Name of " + id, .usual = "Name of " + id, .reason = {}, .against = {}});
  }
  return corrected_events(merge_occasions(told_events(), heeding({}, corrections)), corrections, identities);
}

std::vector<std::string> ids_of(const Occasions& occasions) {
  std::vector<std::string> ids;
  for (const Record& record : occasions.records) ids.push_back(record.id);
  return ids;
}

std::vector<std::string> persons_of(const Record& record) {
  std::vector<std::string> ids;
  for (const Participant& one : record.participants) ids.push_back(one.id);
  return ids;
}

std::string complaint(const std::string& events) {
  try {
    (void)corrected(events);
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::bad_corrections);
    return error.full_message();
  }
  return "no complaint";
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("events stay as they were merged without corrections", "[resolve][corrections]") {
  CHECK(ids_of(corrected("")) == Ids{"a#1", "c#1", "d#1"});
}

TEST_CASE("events are merged, and the account tells of it", "[resolve][corrections]") {
  const Occasions occasions = corrected("- merge: [c#1, b#1]\n");
  REQUIRE(ids_of(occasions) == Ids{"a#1", "d#1"});
  CHECK(occasions.records[0].sources.size() == 3);
  CHECK(occasions.records[0].date == Date::parse("2024-01-18"));
  const auto row = std::ranges::find(occasions.decisions, "correction", &OccasionDecision::reason);
  REQUIRE(row != occasions.decisions.end());
  CHECK(row->a_event == "a#1");
  CHECK(row->b == "c#1");
}

TEST_CASE("an event is divided by the identifier of any of its records", "[resolve][corrections]") {
  const std::string id = GENERATE("a#1", "b#1");
  const Occasions occasions = corrected("- split: " + id + "\n");
  CHECK(ids_of(occasions) == Ids{"a#1", "b#1", "c#1", "d#1"});
  const auto is_merge = [](const OccasionDecision& row) { return row.verdict == OccasionVerdict::merged; };
  CHECK(std::ranges::none_of(occasions.decisions, is_merge));
  CHECK(ids_of(corrected("- split: c#1\n")) == Ids{"a#1", "c#1", "d#1"});  // what the rules leave apart anyway
  CHECK(ids_of(corrected("- split: a#1\n- merge: [b#1, c#1]\n")) == Ids{"a#1", "b#1", "d#1"});
}

TEST_CASE("events that a reader tells apart are never merged, and no doubt is left", "[resolve][corrections]") {
  const Occasions occasions = corrected("- different: [a#1, b#1]\n");
  CHECK(ids_of(occasions) == Ids{"a#1", "b#1", "c#1", "d#1"});
  CHECK(occasions.decisions.empty());
  CHECK(ids_of(corrected("- different: [a#1, b#1]\n- merge: [b#1, c#1]\n")) == Ids{"a#1", "b#1", "d#1"});
  CHECK_THAT(
      complaint("- different: [a#1, b#1]\n- merge: [a#1, c#1]\n- merge: [b#1, c#1]\n"),
      Contains("c.yaml:2:14: events[1].different: 'a#1' and 'b#1' are told apart here and merged by c.yaml:4:10: "));
  CHECK_THAT(complaint("- different: [a#1, bb#1]\n"), Contains("did you mean 'b#1'?"));
}

TEST_CASE("of several documents all entries count", "[resolve][corrections]") {
  CHECK(ids_of(corrected("- drop: a#1\n---\nevents:\n- drop: c#1\n---\n")) == Ids{"d#1"});
  CHECK_THAT(complaint("- drop: a#1\n---\nevents:\n- drop: x#1\n"), Contains("c.yaml:5:9"));
}

TEST_CASE("events are dropped and edited", "[resolve][corrections]") {
  CHECK(ids_of(corrected("- drop: b#1\n")) == Ids{"c#1", "d#1"});
  const Occasions occasions = corrected(
      "- edit: {id: d#1, date: 2024-03-02, type: visit, place: Lviv, add: [q, {name: Somebody New, country: UA}], "
      "remove: Name of r}\n- edit: {id: c#1, add: {name: Name of p, position: Minister}}\n");
  REQUIRE(ids_of(occasions) == Ids{"a#1", "c#1", "d#1"});
  const Record& edited = occasions.records[2];
  CHECK(edited.date == Date::parse("2024-03-02"));
  CHECK(edited.type == EventType::visit);
  CHECK(edited.place == "Lviv");
  CHECK(persons_of(edited) == Ids{"p", "q", "somebody-new"});
  CHECK(occasions.records[1].participants[0].position == "Minister");
  CHECK(persons_of(occasions.records[1]) == Ids{"p", "q"});
}

TEST_CASE("unknown events and persons are told with a suggestion", "[resolve][corrections]") {
  CHECK_THAT(complaint("- drop: a-1\n"), Contains("c.yaml:2:9: events[1].drop: no event or record has"));
  CHECK_THAT(complaint("- split: aa#1\n"), Contains("did you mean 'a#1'?"));
  CHECK_THAT(complaint("- edit: {id: a#1, add: Name of s}\n"), Contains("did you mean 'Name of p'?"));
}

TEST_CASE("corrections of events that contradict each other are told with both places", "[resolve][corrections]") {
  CHECK_THAT(complaint("- merge: [a#1, c#1]\n- drop: c#1\n"), Contains("c.yaml:3:9") && Contains("c.yaml:2:10"));
  CHECK_THAT(complaint("- split: a#1\n- merge: [a#1, b#1]\n"), Contains("c.yaml:2:10") && Contains("c.yaml:3:10"));
  CHECK_THAT(complaint("- edit: {id: a#1, date: 2024}\n- edit: {id: b#1, date: 2023}\n"),
             Contains("c.yaml:3:9") && Contains("c.yaml:2:9"));
  CHECK_THAT(complaint("- edit: {id: a#1, add: r}\n- edit: {id: a#1, remove: r}\n"),
             Contains("'removed' here and 'added'"));
  CHECK_THAT(complaint("- edit: {id: d#1, remove: [p, r]}\n"), Contains("nobody is left"));
}

TEST_CASE("entries on events that are not written as they should are told", "[resolve][corrections]") {
  CHECK_THAT(complaint("- edit: {id: a#1}\n"), Contains("changes nothing"));
  CHECK_THAT(complaint("- edit: {id: a#1, date: soon}\n"), Contains("events[1].edit.date: 'soon' is no date"));
  CHECK_THAT(complaint("- edit: {id: a#1, type: meting}\n"), Contains("did you mean 'meeting'?"));
  CHECK_THAT(complaint("- edit: {id: a#1, add: {country: AZ}}\n"), Contains("lacks 'name'"));
  CHECK_THAT(complaint("- edit: {id: a#1, add: {name: X, role: hosst}}\n"), Contains("did you mean 'host'?"));
  CHECK_THAT(complaint("- merge: [a#1]\n"), Contains("two events or more"));
  CHECK_THAT(complaint("- merged: [a#1, b#1]\n"), Contains("did you mean 'merge'?"));
}
