#include "random_records.hpp"

#include <entente/core/record_store.hpp>

#include <string>

#include <catch2/catch.hpp>

using namespace entente;
using namespace entente::test;

namespace {

Record full_record() {
  Record record;
  record.id = "a.txt#1";
  record.type = EventType::signing;
  record.date = Date::parse("XXXX-02-29");
  record.place = "Baku";
  record.rule = "verb: met";
  record.confidence = 255;
  record.participants = {{.id = "p",
                          .name = "Zakir H\xC9\x99s\xC9\x99nov",
                          .country = "AZ",
                          .organisation = "o",
                          .position = "Minister",
                          .rank = "Colonel General",
                          .role = Role::signatory,
                          .spans = {{0, 12}, {std::uint64_t{1} << 60U, ~std::uint64_t{0}}}},
                         {.name = "Q"}};
  record.mentions = {{"M"}, {""}};
  record.sources = {{.document = "a.txt", .published = Date::parse("2024"), .title = "T", .url = "u"}, {}};
  record.evidence = {{.document = "a.txt", .range = ByteRange{3, 300}, .text = std::string(1000, 'x')}, {}};
  return record;
}

}  // namespace

TEST_CASE("a store gives back the records that it was given", "[core][record]") {
  std::vector<Record> records = random_records(50, 2000, 9, 1);
  records.push_back(full_record());
  records.emplace_back();
  records.push_back(full_record());
  records.back().evidence[0].text = std::string(std::size_t{5} << 20U, 'y');  // larger than a block
  records.push_back(records.front());
  RecordStore store;
  for (const Record& record : records) store.add(record);
  REQUIRE(store.size() == records.size());
  for (std::size_t i = 0; i < records.size(); ++i) {
    REQUIRE(store[i] == records[i]);
    REQUIRE(store.id(i) == records[i].id);
  }
}

TEST_CASE("every date that can be told comes back from a store", "[core][record]") {
  RecordStore store;
  std::vector<std::optional<Date>> dates{std::nullopt};
  for (const char* text : {"0001", "9999-12-31", "2024-02-29", "2024-12", "XXXX-12", "XXXX-01-01"})
    dates.push_back(Date::parse(text));
  for (const auto& date : dates) store.add({.date = date});
  for (std::size_t i = 0; i < dates.size(); ++i) CHECK(store[i].date == dates[i]);
}
