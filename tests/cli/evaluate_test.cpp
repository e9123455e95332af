#include "command_runner.hpp"

#include <array>
#include <cstdio>
#include <cstdlib>

#include <catch2/catch.hpp>
#include <simdjson.h>

using namespace entente::test;
using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;

namespace {

const std::string gold_of_seeds = "data/gold/seeds.jsonl";

/// The output of data/gold/score.py.
std::string referee(const std::vector<std::string>& gold, const std::string& records) {
  std::string command = "/usr/bin/python3 '" + source_path("data/gold/score.py") + "' --json";
  for (const std::string& path : gold) command += " --gold '" + source_path(path) + "'";
  command += " '" + records + "'";
  std::string output;
  std::FILE* pipe = ::popen(command.c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::array<char, 4096> buffer{};
  while (std::fgets(buffer.data(), static_cast<int>(buffer.size()), pipe) != nullptr) output += buffer.data();
  REQUIRE(::pclose(pipe) == 0);
  return output;
}

/// Whether `ours` says all that `theirs` says, numbers to the twelfth digit.
void check_same_figures(simdjson::dom::object ours, simdjson::dom::object theirs) {
  for (const auto& [name, value] : theirs) {
    INFO(name);
    simdjson::dom::element mine;
    REQUIRE(ours.at_key(name).get(mine) == simdjson::SUCCESS);
    if (value.is_object()) {
      check_same_figures(mine, value);
    } else {
      CHECK(mine.get<double>().value() == Approx(value.get<double>().value()).epsilon(1e-12));
    }
  }
}

void check_against_referee(const std::vector<std::string>& gold, const std::string& records) {
  std::vector<std::string> words{"evaluate", records, "--format", "json"};
  for (const std::string& path : gold) words.insert(words.end(), {"--gold", path});
  const Outcome outcome = run_entente(words);
  INFO(outcome.err);
  REQUIRE(outcome.status == 0);
  simdjson::dom::parser parser;
  simdjson::dom::parser parser_of_theirs;
  check_same_figures(parser.parse(outcome.out), parser_of_theirs.parse(referee(gold, records)));
}

const std::string small_gold =
    R"({"doc": "d.txt", "persons": {"a": {"name": "Ada\u001b[31m X", "country": "GB"}, "b": {"name": "Bo Y"}},)"
    R"( "events": [{"type": "meeting", "date": "2024-01-18", "participants": ["a", "b"]}]})";

const std::string small_records =
    R"({"source": "d.txt", "type": "meeting", "date": "2024", "participants": [{"name": "Ada\u001b[31m X", "country":)"
    R"( "\u202eRF"}, "Bo Y"], "evidence": [{"text": "They met\u0007 in 2024."}]})";

}  // namespace

TEST_CASE("evaluate gives the figures of score.py for what entente extracts", "[cli][evaluate][oracle]") {
  if (std::system("/usr/bin/python3 -c pass > /dev/null 2>&1") != 0) {
    WARN("python3 is not there; not tested");
    return;
  }
  const TestFolder folder;
  const std::string records = folder / "records.jsonl";
  const std::string resolved = folder / "resolved.jsonl";
  REQUIRE(run_entente({"extract", "data/articles", "-o", records, "--quiet"}).status == 0);
  REQUIRE(run_entente({"resolve", records, "-o", resolved, "--quiet"}).status == 0);
  check_against_referee({"data/gold/articles-a.jsonl", "data/gold/articles-b.jsonl"}, records);
  check_against_referee({"data/gold/articles-a.jsonl", "data/gold/articles-b.jsonl"}, resolved);
  check_against_referee({"data/gold/articles-b.jsonl", gold_of_seeds}, records);
  check_against_referee({gold_of_seeds}, source_path(seeds));
}

TEST_CASE("evaluate prints figures, then differences with their sentences, harmless", "[cli][evaluate]") {
  const TestFolder folder;
  const std::string gold = folder.write("gold.jsonl", small_gold);
  const Outcome outcome = run_entente({"evaluate", "-", "--gold", gold}, {.input = small_records + "\n"});
  CHECK(outcome.status == 0);
  CHECK_THAT(outcome.out, StartsWith("figure") && Contains("pairs") && Contains("identity"));
  CHECK_THAT(outcome.out, Contains("1 document, 0 without event in the gold, 0 of these with a false one\n"));
  CHECK_THAT(outcome.out, Contains("\n2 differences\n\nd.txt\n"));
  CHECK_THAT(outcome.out, Contains("wrong date            gold 2024-01-18, given 2024  [2024-01-18 meeting: Ada"));
  CHECK_THAT(outcome.out, Contains("wrong country") && Contains("gold GB, given \\u202eRF"));
  CHECK_THAT(outcome.out, Contains("They met\\u0007 in 2024."));
  CHECK_THAT(outcome.out, !Contains("\x1b") && !Contains("\x07") && !Contains("\u202e"));
  CHECK_THAT(run_entente({"evaluate", "-", "--gold", gold, "--no-quotes"}, {.input = small_records}).out,
             !Contains("They met"));
}

TEST_CASE("evaluate writes differences as CSV, and all as JSON", "[cli][evaluate]") {
  const TestFolder folder;
  const std::string gold = folder.write("gold.jsonl", small_gold);
  const std::string records = folder.write("records.jsonl", small_records);
  const Outcome csv = run_entente({"evaluate", records, "--gold", gold, "--format", "csv"});
  CHECK_THAT(csv.out, StartsWith("kind,document,event,person,gold,given,sentence\nwrong date,d.txt,"));
  const std::string written = folder / "evaluation.json";
  CHECK(run_entente({"evaluate", records, "--gold", gold, "--format", "json", "-o", written}).status == 0);
  simdjson::dom::parser parser;
  const simdjson::dom::element json = parser.load(written);
  CHECK(json["date"].get<double>().value() == 0);
  CHECK(json["pairs"]["f1"].get<double>().value() == 1);
  CHECK(json["differences"].at(0)["kind"].get_string().value() == "wrong date");
  CHECK(json["differences"].at(0)["given"].get_string().value() == "2024");
}

TEST_CASE("evaluate takes articles too", "[cli][evaluate]") {
  const TestFolder folder;
  const std::string gold = folder.write("gold.jsonl", R"({"doc": "n1", "persons": {}, "events": []})");
  const Outcome outcome = run_entente({"evaluate", "-", "--gold", gold},
                                      {.input = "{\"id\": \"n1\", \"text\": \"Nothing happened on that day.\"}\n"});
  CHECK(outcome.status == 0);
  CHECK_THAT(outcome.out, Contains("1 document, 1 without event in the gold, 0 of these"));
}

TEST_CASE("evaluate tells what is wrong with the request", "[cli][evaluate]") {
  const TestFolder folder;
  CHECK(run_entente({"evaluate", seeds}).status == 2);
  CHECK_THAT(run_entente({"evaluate", seeds}).err, Contains("--gold is required"));
  const Outcome absent = run_entente({"evaluate", seeds, "--gold", "absent.jsonl"});
  CHECK(absent.status == 2);
  CHECK_THAT(absent.err, Contains("absent.jsonl: the gold cannot be read"));
  const Outcome bad = run_entente({"evaluate", seeds, "--gold", folder.write("bad.jsonl", "{\"dok\": \"x\"}\n")});
  CHECK(bad.status == 2);
  CHECK_THAT(bad.err, Contains("bad.jsonl:1: dok: unknown field 'dok'; did you mean 'doc'?"));
  CHECK(bad.out.empty());
  CHECK(run_entente({"evaluate", "absent.jsonl", "--gold", gold_of_seeds}).status == 3);
}

TEST_CASE("evaluate tells of rejected records and of records of other documents", "[cli][evaluate]") {
  const TestFolder folder;
  const std::string gold = folder.write("gold.jsonl", small_gold);
  const Outcome rejected = run_entente({"evaluate", "-", "--gold", gold}, {.input = small_records + "\nnonsense\n"});
  CHECK(rejected.status == 1);
  CHECK_THAT(rejected.out, Contains("2 differences"));
  const Outcome foreign = run_entente({"evaluate", seeds, "--gold", gold});
  CHECK(foreign.status == 0);
  CHECK_THAT(foreign.out, Contains("records of other documents left out: 10"));
  CHECK_THAT(foreign.err, Contains("no record is of a document of the gold"));
}
