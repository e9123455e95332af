#include "random_records.hpp"

#include <entente/core/error.hpp>
#include <entente/core/selection.hpp>

#include <string>
#include <vector>

#include <catch2/catch.hpp>

using namespace entente;
using namespace entente::test;

namespace {

std::vector<Record> corpus() {
  auto records = meetings({{"a", "b"}, {"a", "c"}, {"b", "c"}, {"a", "d"}, {"a", "b"}});
  records[0].date = Date::parse("2023-12-31");
  records[1].date = Date::parse("2024-01-01");
  records[2].date = Date::parse("2024");
  records[3].type = EventType::co_mention;
  records[4].type = EventType::call;
  records[0].place = "Ministry of Defence, Ankara";
  records[0].participants[0].country = "AZ";
  records[0].participants[1].country = "TR";
  records[1].participants[0].country = "AZ";
  records[1].participants[1].name = "Yaşar Güler";
  return records;
}

std::string ids(const Selection& selection, SelectionCounts* counts = nullptr) {
  std::string text;
  for (const Record& record : select(corpus(), selection, counts)) text += record.id;
  return text;
}

}  // namespace

TEST_CASE("everything but co-mentions is chosen by default", "[core][selection]") {
  SelectionCounts counts;
  CHECK(ids({}, &counts) == "e0e1e2e4");
  CHECK(counts.kept == 4);
  CHECK(counts.left_out == 1);
  CHECK(counts.co_mentions == 1);
}

TEST_CASE("time chooses what surely lies in it and counts what may", "[core][selection]") {
  SelectionCounts counts;
  CHECK(ids({.since = Date::parse("2024-01-01")}, &counts) == "e1e2");
  CHECK(counts.undated == 1);  // the call without a date
  CHECK(ids({.since = Date::parse("2024-01-02")}, &counts).empty());
  CHECK(counts.undated == 2);  // and the event of some day in 2024
  CHECK(ids({.until = Date::parse("2023")}) == "e0");
  CHECK(ids({.since = Date::parse("2023"), .until = Date::parse("2024-01")}) == "e0e1");
}

TEST_CASE("types, places, countries and persons choose events", "[core][selection]") {
  CHECK(ids({.types = {EventType::call}}) == "e4");
  CHECK(ids({.types = {EventType::co_mention}}) == "e3");
  CHECK(ids({.places = {"ankara"}}) == "e0");
  CHECK(ids({.countries = {"az"}}) == "e0e1");
  CHECK(ids({.persons = {"c"}}) == "e1e2");
  CHECK(ids({.persons = {"yasar guler"}}) == "e1");
}

TEST_CASE("only keeps the participants that were named", "[core][selection]") {
  const auto records = select(corpus(), {.countries = {"AZ"}, .only = true});
  REQUIRE(records.size() == 2);
  CHECK(records[0].participants.size() == 1);
  CHECK(records[0].participants[0].id == "a");
}

TEST_CASE("a time that cannot be is refused", "[core][selection]") {
  CHECK_THROWS_AS(ids({.since = Date::parse("2024"), .until = Date::parse("2023")}), Error);
  CHECK_THROWS_AS(ids({.since = Date::parse("XXXX-05")}), Error);
}
