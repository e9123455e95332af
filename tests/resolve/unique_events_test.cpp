#include "random_records.hpp"

#include <entente/core/error.hpp>
#include <entente/resolve/unique_events.hpp>

#include <algorithm>
#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

using namespace entente;
using namespace entente::test;

namespace {

UniqueEvents unique_events(const std::vector<Record>& records) {
  EventCollector collector;
  std::uint64_t line = 0;
  for (const Record& record : records) CHECK(collector.add(record, {.source = "r.jsonl", .line = ++line}));
  return collector.finish();
}

}  // namespace

TEST_CASE("records without an id get one by their content, whatever their order", "[resolve]") {
  auto records = meetings({{"a", "b"}, {"a", "b"}, {"a", "c"}});
  for (Record& record : records) record.id.clear();
  const auto unique = unique_events(records);
  REQUIRE(unique.size() == 3);
  CHECK(unique.rejected().empty());
  std::set<std::string> ids;
  for (const Record& record : unique.records()) ids.insert(record.id);
  CHECK(ids.size() == 3);
  std::ranges::reverse(records);
  CHECK(unique_events(records).records() == unique.records());
}

TEST_CASE("of several records with one id one stays and the others are named", "[resolve]") {
  auto records = meetings({{"x", "y"}, {"a", "b"}, {"c", "d"}});
  records[0].id = records[1].id = "e";
  const auto unique = unique_events(records);
  REQUIRE(unique.size() == 2);
  REQUIRE(unique.rejected().size() == 1);
  CHECK(unique.rejected()[0].defect == Defect::duplicate_event);
  CHECK(unique.rejected()[0].place.line > 0);
  std::ranges::reverse(records);
  CHECK(unique_events(records).records() == unique.records());
}

TEST_CASE("an id that was given is never made up for another record", "[resolve]") {
  auto records = meetings({{"a", "b"}});
  records[0].id.clear();
  const std::string made = unique_events(records).records()[0].id;
  auto other = meetings({{"c", "d"}})[0];
  other.id = made;
  records.push_back(other);
  const auto unique = unique_events(records);
  CHECK(unique.rejected().empty());
  CHECK(unique.size() == 2);
}

namespace {

Record known_record(const std::string& id, const std::string& document) {
  Record record = meetings({{"a", "b"}})[0];
  record.id = id;
  record.sources.push_back({.document = document});
  return record;
}

std::string complaint(const Record& known) {
  EventCollector collector;
  collector.add_known(known_record("n1", "d"), {.source = "old.jsonl", .line = 1});
  try {
    collector.add_known(known, {.source = "old.jsonl", .line = 2});
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::bad_known);
    return error.full_message();
  }
  return "no complaint";
}

}  // namespace

TEST_CASE("what known records tell is not added again", "[resolve][known]") {
  EventCollector collector;
  collector.add_known(known_record("z", "a.txt"), {});
  CHECK_FALSE(collector.add(known_record("a.txt#2", "a.txt"), {}));
  CHECK_FALSE(collector.add(known_record("z", "b.txt"), {}));
  CHECK(collector.add(known_record("b.txt#1", "b.txt"), {}));
  const UniqueEvents events = collector.finish();
  REQUIRE(events.size() == 2);
  CHECK(events.id(0) == "b.txt#1");
  CHECK_FALSE(events.is_known(0));
  CHECK(events.is_known(1));
}

TEST_CASE("known records that were not resolved are refused", "[resolve][known]") {
  using Catch::Matchers::Contains;
  CHECK_THAT(complaint(known_record("", "e")), Contains("old.jsonl:2: id: lacks an identifier"));
  CHECK_THAT(complaint(known_record("n1", "e")), Contains("the event id 'n1' stands twice"));
  Record nameless = known_record("n2", "e");
  nameless.participants[1].id.clear();
  CHECK_THAT(complaint(nameless), Contains("old.jsonl:2: participants: a participant lacks an identifier"));
}
