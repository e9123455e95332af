#include "collected_input.hpp"
#include "sample_network.hpp"

#include <entente/core/unicode.hpp>
#include <entente/io/record_json.hpp>
#include <entente/io/rejected_json.hpp>

#include <random>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

using namespace entente;
using namespace entente::test;

namespace {

Record full_record() {
  return {.id = "000_bb68c450438cbac4.txt#1",
          .type = EventType::meeting,
          .date = Date::parse("2024-01-18"),
          .place = "Defense Ministry",
          .participants = {{.id = "zakir-hasanov",
                            .name = "Zakir Hasanov",
                            .country = "AZ",
                            .organisation = {},
                            .position = "Minister of Defense",
                            .rank = "Colonel General",
                            .role = Role::host,
                            .spans = {{94, 107}}},
                           {.id = {},
                            .name = "Bo",
                            .country = {},
                            .organisation = "NATO",
                            .position = {},
                            .rank = {},
                            .role = {},
                            .spans = {}}},
          .mentions = {{"Heydar Aliyev"}},
          .sources = {{.document = "a.txt", .published = Date::parse("2024"), .title = "T", .url = "U"}},
          .evidence = {{.document = {}, .range = ByteRange{44, 299}, .text = "…the sentence…"}}};
}

}  // namespace

TEST_CASE("a record is written with the keys and in the order of the format", "[io]") {
  CHECK(
      to_json_line(full_record()) ==
      R"({"id": "000_bb68c450438cbac4.txt#1", "type": "meeting", "date": "2024-01-18", "place": "Defense Ministry", )"
      R"("participants": [{"id": "zakir-hasanov", "name": "Zakir Hasanov", "country": "AZ", "position": "Minister of Defense", )"
      R"("rank": "Colonel General", "role": "host", "spans": [[94, 107]]}, {"name": "Bo", "organisation": "NATO"}], )"
      R"("mentions": [{"name": "Heydar Aliyev"}], "source": {"document": "a.txt", "published": "2024", "title": "T", "url": "U"}, )"
      R"("evidence": [{"range": [44, 299], "text": "…the sentence…"}]})");
}

TEST_CASE("what is not told is left out, but an unknown date", "[io]") {
  Record record;
  record.participants.push_back(participant({}, "Ada"));
  CHECK(to_json_line(record) == R"({"type": "other", "date": null, "participants": [{"name": "Ada"}]})");
}

TEST_CASE("several sources are a list, and sentences can be left out", "[io]") {
  Record record = full_record();
  record.sources.push_back({.document = "b.txt", .published = {}, .title = {}, .url = {}});
  const std::string line = to_json_line(record, {.quotes = false});
  CHECK_THAT(line, Catch::Contains(R"("sources": [{"document": "a.txt",)"));
  CHECK_THAT(line, Catch::Contains(R"({"document": "b.txt"}])"));
  CHECK_THAT(line, Catch::Contains(R"("evidence": [{"range": [44, 299]}])"));
  CHECK_THAT(line, !Catch::Contains("sentence"));
}

TEST_CASE("records are the same after writing and reading", "[io]") {
  std::vector<Record> records{full_record()};
  records.push_back(full_record());
  records.back().id = "two";
  records.back().date = Date::parse("XXXX-05-21");
  records.back().sources.push_back({.document = "b\n\"\\.txt", .published = {}, .title = {}, .url = {}});
  records.back().evidence.push_back({.document = "b", .range = {}, .text = "line\u2028break \x01 \U0001F600"});
  std::string lines;
  for (const Record& record : records) lines += to_json_line(record) + "\n";
  const CollectedInput input = collect({"-"}, lines);
  CHECK(input.rejected.empty());
  CHECK(input.records == records);
}

TEST_CASE("any name makes a valid line, which reads back as that name made clean", "[io]") {
  const std::vector<std::string> expected{
      "tag0 <&\"'> ]]> & < &amp;",       "tag1 \u05D9\u05E6\u05D7\u05E7 \u202Ertl\u202C",
      "tag2 \U0001F600 emoji",           "tag3   [31m control\x7F",
      "tag4 " + std::string(10000, 'n'), "tag5 back\\slash \\N \\",
      "tag6\uFFFE\uFFFF noncharacters",  "tag7 -- a -- [label=x]; }",
      "tag8 \uFFFD\uFFFD( invalid"};
  const std::vector<std::string> names = hostile_names();
  for (std::size_t i = 0; i < names.size(); ++i) {
    Record record;
    record.participants.push_back(participant({}, names[i]));
    const std::string line = to_json_line(record);
    CHECK(is_utf8(line));
    CHECK(line.find('\n') == std::string::npos);
    const CollectedInput input = collect({"-"}, line);
    REQUIRE(input.records.size() == 1);
    CHECK(input.records[0].participants[0].name == expected[i]);
  }
}

TEST_CASE("random bytes in a record never make an invalid line", "[io]") {
  std::mt19937_64 random(GENERATE(1U, 2U, 3U));
  for (int round = 0; round < 200; ++round) {
    std::string name = "n";
    for (int i = 0; i < 40; ++i) name += static_cast<char>(random() & 0xFFU);
    Record record;
    record.id = "id";
    record.participants.push_back(participant({}, name));
    record.evidence.push_back({.document = name, .range = {}, .text = name});
    const CollectedInput input = collect({"-"}, to_json_line(record));
    REQUIRE(input.records.size() == 1);
    CHECK(input.records[0].evidence[0].text == repair_utf8(name));
  }
}

TEST_CASE("a rejection is one line of JSON", "[io]") {
  const Rejected rejected{.place = {.source = "a\"b.jsonl", .line = 3, .column = 0, .field = "date"},
                          .defect = Defect::invalid_date,
                          .message = "'x' is no date",
                          .text = "{\x01\n}",
                          .repaired = false};
  CHECK(
      to_json_line(rejected) ==
      R"({"source": "a\"b.jsonl", "line": 3, "field": "date", "defect": "invalid_date", "message": "'x' is no date", )"
      R"("hint": "write YYYY-MM-DD, YYYY-MM, YYYY or XXXX-MM-DD", "repaired": false, "text": "{\u0001\n}"})");
}
