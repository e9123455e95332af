#include "occasion_records.hpp"

#include <entente/resolve/record_changes.hpp>

#include <algorithm>

#include <catch2/catch.hpp>

using namespace entente;
using namespace entente::test;

namespace {

const Told talks{.document = "a", .date = "2024-05-03", .place = "Ankara", .participants = {"ann:AZ", "ben:TR"}};

}  // namespace

TEST_CASE("nothing changes between records and themselves in any order", "[resolve][diff]") {
  std::vector<Record> records = records_of({talks, {.document = "b", .participants = {"ann:AZ", "cem:TR"}}});
  std::vector<Record> reversed(records.rbegin(), records.rend());
  const RecordChanges changes = record_changes(records, reversed);
  CHECK(changes.changes.empty());
  CHECK(changes.same == 2);
  CHECK(record_changes({}, {}).same == 0);
}

TEST_CASE("new and gone events are told in words", "[resolve][diff]") {
  const std::vector<Record> records = records_of({talks});
  const RecordChanges added = record_changes({}, records);
  REQUIRE(added.changes.size() == 1);
  CHECK(added.changes[0] ==
        RecordChange{ChangeKind::added, "a#1", "event", "", "2024-05-03 meeting, Ankara: Name of ann, Name of ben"});
  const RecordChanges gone = record_changes(records, {});
  CHECK(gone.gone == 1);
  CHECK(gone.changes[0].kind == ChangeKind::gone);
}

TEST_CASE("every field that a network depends on is compared", "[resolve][diff]") {
  const std::vector<Record> before = records_of({talks});
  std::vector<Record> after = records_of({{.document = "a",
                                           .date = "2024-05",
                                           .place = "Baku",
                                           .participants = {"ann:AZ", "cem:TR"},
                                           .type = EventType::visit}});
  after[0].participants[0].position = "Minister";
  after[0].participants[0].role = Role::host;
  after[0].sources.push_back({.document = "b"});
  const RecordChanges changes = record_changes(before, after);
  CHECK(changes.changed == 1);
  std::vector<std::string> fields;
  for (const RecordChange& one : changes.changes) fields.push_back(one.field + ": " + one.before + " > " + one.after);
  CHECK(fields == std::vector<std::string>{"type: meeting > visit", "date: 2024-05-03 > 2024-05",
                                           "place: Ankara > Baku", "participant: Name of ben > ",
                                           "position of ann:  > Minister", "role of ann:  > host",
                                           "participant:  > Name of cem", "document:  > b"});
}

TEST_CASE("an event that got another number in its document is the same event", "[resolve][diff]") {
  Told second = talks;
  second.number = "2";
  second.place = "Baku";
  Told moved = talks;
  moved.number = "2";
  Told third = second;
  third.number = "3";
  const RecordChanges changes = record_changes(records_of({talks, second}), records_of({moved, third}));
  // #2 keeps its id and changes its place; what was #1 is found by what it tells.
  CHECK(changes.added == 0);
  CHECK(changes.gone == 0);
  const std::vector<Record> other = records_of({{.document = "a", .participants = {"x", "y"}}});
  const RecordChanges replaced = record_changes(records_of({talks}), other);
  CHECK(replaced.added == 1);
  CHECK(replaced.gone == 1);
}

TEST_CASE("persons without ids are compared by name", "[resolve][diff]") {
  const std::vector<Record> before = records_of({talks});
  std::vector<Record> after = before;
  for (Participant& participant : after[0].participants) participant.id.clear();
  CHECK(record_changes(before, after).same == 1);
  after[0].participants[0].name = "NAME OF ANN";
  const RecordChanges changes = record_changes(before, after);
  REQUIRE(changes.changes.size() == 1);
  CHECK(changes.changes[0].field == "name of name of ann");
}
