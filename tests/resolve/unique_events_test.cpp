#include "random_records.hpp"

#include <entente/resolve/unique_events.hpp>

#include <algorithm>
#include <set>
#include <string>

#include <catch2/catch.hpp>

using namespace entente;
using namespace entente::test;

namespace {

std::vector<LocatedRecord> located(std::vector<Record> records) {
  std::vector<LocatedRecord> all;
  for (Record& record : records) all.push_back({std::move(record), {"r.jsonl", all.size() + 1, 0, ""}});
  return all;
}

}  // namespace

TEST_CASE("records without an id get one by their content, whatever their order", "[resolve]") {
  auto records = meetings({{"a", "b"}, {"a", "b"}, {"a", "c"}});
  for (Record& record : records) record.id.clear();
  const auto unique = unique_events(located(records));
  REQUIRE(unique.records.size() == 3);
  CHECK(unique.rejected.empty());
  std::set<std::string> ids;
  for (const Record& record : unique.records) ids.insert(record.id);
  CHECK(ids.size() == 3);
  std::ranges::reverse(records);
  CHECK(unique_events(located(records)).records == unique.records);
}

TEST_CASE("of several records with one id one stays and the others are named", "[resolve]") {
  auto records = meetings({{"x", "y"}, {"a", "b"}, {"c", "d"}});
  records[0].id = records[1].id = "e";
  const auto unique = unique_events(located(records));
  REQUIRE(unique.records.size() == 2);
  REQUIRE(unique.rejected.size() == 1);
  CHECK(unique.rejected[0].defect == Defect::duplicate_event);
  CHECK(unique.rejected[0].place.line > 0);
  std::ranges::reverse(records);
  CHECK(unique_events(located(records)).records == unique.records);
}

TEST_CASE("an id that was given is never made up for another record", "[resolve]") {
  auto records = meetings({{"a", "b"}});
  records[0].id.clear();
  const std::string made = unique_events(located(records)).records[0].id;
  auto other = meetings({{"c", "d"}})[0];
  other.id = made;
  records.push_back(other);
  const auto unique = unique_events(located(records));
  CHECK(unique.rejected.empty());
  CHECK(unique.records.size() == 2);
}
