#include "candidate_pairs.hpp"

#include "generated_occasions.hpp"
#include "random_records.hpp"

#include <algorithm>

#include <catch2/catch.hpp>

using namespace entente;
using namespace entente::test;

namespace {

std::vector<Telling> tellings_of(const std::vector<Record>& records) {
  const PersonNumbers persons(records);
  std::vector<Telling> tellings;
  for (const Record& record : records) tellings.push_back(read_telling(record, persons));
  return tellings;
}

bool all(std::uint32_t, std::uint32_t) { return true; }

/// Undated records are looked up around the day of their publication only.
bool is_looked_up(const Telling& a, const Telling& b) {
  const DateRelation relation = relate(a.date, b.date);
  return relation != DateRelation::contradictory && relation != DateRelation::untold;
}

}  // namespace

TEST_CASE("blocking finds all pairs that share two persons and may be of one day", "[resolve][occasions][oracle]") {
  const auto seed = GENERATE(1U, 2U, 3U);
  const std::vector<Telling> tellings = tellings_of(generated_occasions(250, seed).records);
  std::vector<RecordPair> expected;
  for (std::uint32_t a = 0; a < tellings.size(); ++a) {
    for (std::uint32_t b = a + 1; b < tellings.size(); ++b) {
      if (shared_persons(tellings[a], tellings[b]).size() >= 2 && is_looked_up(tellings[a], tellings[b])) {
        expected.emplace_back(a, b);
      }
    }
  }
  std::vector<RecordPair> found = candidate_pairs(tellings, 1000, all, {});
  CHECK(std::ranges::is_sorted(found));
  CHECK(std::ranges::adjacent_find(found) == found.end());
  std::erase_if(found, [&](RecordPair pair) { return !is_looked_up(tellings[pair.first], tellings[pair.second]); });
  CHECK(found == expected);
}

TEST_CASE("the work on thousands of records of one day is bounded", "[resolve][occasions]") {
  std::vector<Record> records;
  constexpr std::size_t many = 20'000;
  SECTION("of the same two persons") { records = meetings(std::vector<std::vector<std::string>>(many, {"a", "b"})); }
  SECTION("of one person with others each time") {
    std::vector<std::vector<std::string>> participants;
    for (std::size_t i = 0; i < many; ++i) participants.push_back({"a", "b" + std::to_string(i)});
    records = meetings(participants);
  }
  const bool dated = GENERATE(true, false);
  for (Record& record : records) {
    if (dated) record.date = Date::from_day(19000);
  }
  CHECK(candidate_pairs(tellings_of(records), 8, all, {}).size() <= 16 * many);
}
