#include "sample_network.hpp"

#include <entente/core/error.hpp>
#include <entente/io/report.hpp>

#include <sstream>
#include <string>

#include <catch2/catch.hpp>
#include <simdjson.h>

using namespace entente;
using namespace entente::test;

namespace {

struct Parsed {
  explicit Parsed(const std::string& text) : json(text) { root = parser.parse(json); }

  std::vector<std::string> texts(std::string_view object, std::string_view column) {
    std::vector<std::string> all;
    for (const simdjson::dom::element one : root[object][column]) all.emplace_back(std::string_view(one));
    return all;
  }
  std::vector<std::uint64_t> numbers(std::string_view object, std::string_view column) {
    std::vector<std::uint64_t> all;
    for (const simdjson::dom::element one : root[object][column]) all.push_back(std::uint64_t(one));
    return all;
  }
  std::size_t sentences() {
    std::size_t count = 0;
    for (const simdjson::dom::element one : root["sentences"]) count += simdjson::dom::array(one).size() / 2;
    return count;
  }

  simdjson::padded_string json;
  simdjson::dom::parser parser;
  simdjson::dom::element root;
};

std::vector<std::vector<Evidence>> evidence_of(const std::vector<Record>& records, const EventGraph& graph) {
  std::vector<std::vector<Evidence>> sentences(graph.num_events());
  for (std::size_t event = 0; event < graph.num_events(); ++event) {
    for (const Record& record : records) {
      if (record.id == graph.events().id[event]) sentences[event] = record.evidence;
    }
  }
  return sentences;
}

// Four meet; Ann and Bob four times, in events one a day.
std::vector<Record> four_meetings() {
  std::vector<Record> records;
  for (int day = 1; day <= 4; ++day) {
    Record record;
    record.id = "e" + std::to_string(day);
    record.date = Date::from_parts(2024, 1, day);
    record.participants = {participant("ann", "Ann"), participant("bob", "Bob")};
    record.evidence.push_back({.document = {}, .range = {}, .text = std::string(100, 'x')});
    records.push_back(record);
  }
  records.back().participants.push_back(participant("cem", "Cem"));
  return records;
}

}  // namespace

TEST_CASE("Nothing in the data of a page can end the element around it", "[io]") {
  const std::vector<Record> records = hostile_records();
  const SampleNetwork sample(records);
  const NetworkDocument document = sample.document();
  const std::string data = report_data({.document = document,
                                        .forms = {},
                                        .sentences = evidence_of(records, sample.graph),
                                        .makes_ties = {},
                                        .adjusted_p = {},
                                        .by = {},
                                        .inputs = {},
                                        .test = "</script>",
                                        .summary = {},
                                        .study = "a: <!--<script>\n",
                                        .version = "1"});
  CHECK(data.find_first_of("<>&") == std::string::npos);
  CHECK(data.find("\u2028") == std::string::npos);
  Parsed parsed(data);
  CHECK(std::string_view(parsed.root["test"]) == "</script>");
  CHECK(std::string_view(parsed.root["study"]) == "a: <!--<script>\n");
  const std::vector<std::string> names = parsed.texts("persons", "name");
  REQUIRE(names.size() == 10);
  CHECK(names.front() == "tag0 <&\"'> ]]> & < &amp;");
  CHECK(names[8] == "tag8 \uFFFD\uFFFD( invalid");
  CHECK(parsed.texts("events", "place").at(1) == "place & <b>");
}

TEST_CASE("The data of a page tell the network as it is", "[io]") {
  const std::vector<Record> records = four_meetings();
  const SampleNetwork sample(records);
  NetworkDocument document = sample.document();
  document.positions = {{1, 2}, {0.5, -1}, {0, 0}};
  ReportDocument report{.document = document,
                        .forms = {{"Anne"}, {}, {}},
                        .sentences = evidence_of(records, sample.graph),
                        .makes_ties = {},
                        .adjusted_p = {0.25, 1, 1},
                        .by = "country",
                        .inputs = {"articles", "a\"b"},
                        .test = {},
                        .summary = "{\"records\": 4}",
                        .study = {},
                        .version = "1"};
  SECTION("whole") {
    Parsed parsed(report_data(report));
    CHECK(std::string_view(parsed.root["by"]) == "country");
    CHECK(std::string_view(parsed.root["inputs"].at(1)) == "a\"b");
    CHECK(parsed.texts("persons", "id") == std::vector<std::string>{"ann", "bob", "cem"});
    CHECK(parsed.numbers("ties", "a") == std::vector<std::uint64_t>{0, 0, 1});
    CHECK(parsed.numbers("ties", "b") == std::vector<std::uint64_t>{1, 2, 2});
    CHECK(parsed.numbers("ties", "events") == std::vector<std::uint64_t>{4, 1, 1});
    CHECK(parsed.texts("events", "date").at(2) == "2024-01-03");
    CHECK(parsed.numbers("events", "size") == std::vector<std::uint64_t>{2, 2, 2, 3});
    CHECK(parsed.sentences() == 4);
    CHECK(std::uint64_t(parsed.root["summary"]["records"]) == 4);
    CHECK(double(parsed.root["persons"]["y"].at(1)) == -1);
    CHECK(double(parsed.root["ties"]["p"].at(0)) == 0.25);
    CHECK(std::string_view(parsed.root["persons"]["forms"].at(0).at(0)) == "Anne");
    CHECK_FALSE(bool(parsed.root["limits"]["sentences_reduced"]));
  }
  SECTION("with the newest three sentences of a tie where the file would be too large") {
    report.limits.bytes = 500;
    Parsed parsed(report_data(report));
    CHECK(parsed.sentences() == 3);
    CHECK(simdjson::dom::array(parsed.root["sentences"].at(0)).size() == 0);
    CHECK(bool(parsed.root["limits"]["sentences_reduced"]));
  }
  SECTION("with the persons of the strongest ties where there are too many") {
    report.limits.persons = 2;
    Parsed parsed(report_data(report));
    CHECK(parsed.texts("persons", "id") == std::vector<std::string>{"ann", "bob"});
    CHECK(parsed.numbers("ties", "events") == std::vector<std::uint64_t>{4});
    CHECK(double(parsed.root["ties"]["p"].at(0)) == 0.25);
    CHECK(parsed.numbers("events", "size").back() == 3);
    CHECK(std::uint64_t(parsed.root["limits"]["persons"]) == 3);
  }
  SECTION("with the newest events where there are too many") {
    report.limits.events = 1;
    Parsed parsed(report_data(report));
    CHECK(parsed.texts("events", "id") == std::vector<std::string>{"e4"});
    CHECK(std::uint64_t(parsed.root["limits"]["events"]) == 4);
  }
}

TEST_CASE("A page is one file whose policy lets it load nothing", "[io]") {
  const SampleNetwork sample(four_meetings());
  const NetworkDocument document = sample.document();
  const ReportDocument report{.document = document,
                              .forms = {},
                              .sentences = {},
                              .makes_ties = {},
                              .adjusted_p = {},
                              .by = {},
                              .inputs = {},
                              .test = {},
                              .summary = {},
                              .study = {},
                              .version = "1"};
  std::ostringstream out;
  if (!has_report_page()) {
    CHECK_THROWS_AS(write_report(out, report), Error);
    CHECK(out.str().empty());
    return;
  }
  write_report(out, report);
  const std::string page = out.str();
  const std::string head = page.substr(0, page.find("<title>"));
  CHECK_THAT(head, Catch::StartsWith("<!doctype html>"));
  CHECK_THAT(head, Catch::Contains("default-src 'none'; script-src 'sha256-"));
  CHECK_THAT(head, !Catch::Contains("unsafe") && !Catch::Contains("@@"));
  for (const std::string asked : {"src=\"http", "href=\"http", "@@DATA@@", "@@SCRIPT@@", "@@STYLE@@"}) {
    INFO(asked);
    CHECK(page.find(asked) == std::string::npos);
  }
  CHECK(page.find("<script type=\"application/json\" id=\"data\">{\"format\":1,") != std::string::npos);
}
