#include "command_runner.hpp"

#include <catch2/catch.hpp>

using namespace entente::test;
using Catch::Matchers::Contains;

namespace {

const std::string good = "{\"id\": \"good\", \"participants\": [\"Ann Good\", \"Bob Good\"]}\n";

struct BadLine {
  std::string line;     ///< stands in line 2
  std::string message;  ///< of the error output, after the file
  std::string defect;
};

}  // namespace

TEST_CASE("a bad line is told with place and hint, and the rest is used", "[cli][input]") {
  const BadLine bad = GENERATE(values<BadLine>({
      {"{\"participants\": [\"A B\", ", "x.jsonl:2", "invalid_json"},
      {"{\"id\": \"lonely\", \"date\": \"2024-01-18\"}", "x.jsonl:2", "missing_participants"},
      {"{\"participants\": []}", "x.jsonl:2: participants", "missing_participants"},
      {"{\"id\": \"good\", \"participants\": [\"Ann Good\", \"Bob Good\"]}", "x.jsonl:2: id", "duplicate_event"},
      {"{\"date\": \"2024-02-30\", \"participants\": [\"A B\", \"C D\"]}", "x.jsonl:2: date", "invalid_date"},
      {"{\"type\": \"meetin\", \"participants\": [\"A B\", \"C D\"]}", "x.jsonl:2: type", "unknown_event_type"},
  }));
  const TestFolder folder;
  const std::string path = folder.write("x.jsonl", good + bad.line + "\n");
  const Outcome outcome = run_entente({"run", path, "--out", folder / "results"});
  INFO(outcome.err);
  CHECK(outcome.status == 1);
  CHECK_THAT(outcome.err, Contains("rejected: ") && Contains(bad.message) && Contains("; "));
  CHECK_THAT(outcome.out, Contains("Ann Good"));
  const std::string rejected = read_file(folder / "results/rejected.jsonl");
  CHECK_THAT(rejected,
             Contains("\"defect\": \"" + bad.defect + "\"") && Contains("\"line\": 2") && Contains("\"hint\": "));
  CHECK_THAT(rejected, Contains("\"source\": \"../x.jsonl\""));
  const std::string summary = read_file(folder / "results/summary.json");
  CHECK_THAT(summary, Contains("\"read\": 2") && Contains("\"used\": 1") && Contains("\"rejected\": 1"));

  const Outcome check = run_entente({"check", path});
  CHECK(check.status == 1);
  CHECK_THAT(check.out, Contains(bad.message) && Contains("1 problem"));
}

TEST_CASE("bad articles are told, and the rest is used", "[cli][input]") {
  const TestFolder folder;
  folder.write("in/empty.txt", " \n");
  folder.write("in/good.jsonl", good);
  const Outcome outcome = run_entente({"run", folder / "in", "--out", folder / "results"});
  CHECK(outcome.status == 1);
  CHECK_THAT(outcome.err,
             Contains("empty.txt") && Contains("the article has no text; remove the file or give it a text"));
  CHECK_THAT(read_file(folder / "results/rejected.jsonl"), Contains("empty_article"));
  CHECK_THAT(outcome.err, Contains("1 used, 0 without event, 1 rejected"));
}

TEST_CASE("invalid UTF-8 is repaired and told", "[cli][input]") {
  const TestFolder folder;
  const std::string path = folder.write("x.jsonl", "{\"participants\": [\"Jos\xe9 P\", \"C D\"]}\n");
  const Outcome outcome = run_entente({"run", path, "--out", folder / "results"});
  CHECK(outcome.status == 0);
  CHECK_THAT(outcome.err, Contains("repaired: ") && Contains("x.jsonl:1") && Contains("UTF-8"));
  CHECK_THAT(read_file(folder / "results/rejected.jsonl"), Contains("\"repaired\": true"));
  CHECK_THAT(read_file(folder / "results/summary.json"), Contains("\"repaired\": 1"));
  CHECK(run_entente({"check", path}).status == 1);
}

TEST_CASE("at most 20 rejections are told", "[cli][input]") {
  std::string input = good;
  for (int line = 0; line < 25; ++line) input += "nonsense\n";
  const Outcome outcome = run_entente({"resolve", "-"}, {.input = input});
  CHECK(outcome.status == 1);
  CHECK_THAT(outcome.err, Contains("… and 5 more like these") && Contains("-:21") && !Contains("-:22"));
  const Outcome check = run_entente({"check", "-"}, {.input = input});
  CHECK_THAT(check.out, Contains("-:26") && Contains("25 problems"));
}

TEST_CASE("check tells what other commands overlook", "[cli][input]") {
  const Outcome outcome =
      run_entente({"check", "-"}, {.input = "{\"participants\": [\"A B\", \"Á b\"], \"dat\": \"2024\"}\n"});
  CHECK(outcome.status == 1);
  CHECK_THAT(outcome.out, Contains("dat") && Contains("did you mean 'date'?"));
  CHECK_THAT(outcome.out, Contains("-:1: participants: 'Á b' stands twice in one event"));
  const Outcome fine = run_entente({"check", "data/records/seeds.jsonl"});
  CHECK(fine.status == 0);
  CHECK(fine.out == "10 records, no problem\n");
}

TEST_CASE("names cannot command a terminal", "[cli][input]") {
  const Outcome outcome = run_entente({"pairs", "-"}, {.input = "{\"participants\": [\"A\\u001b[2J B\", \"C D\"]}\n"});
  CHECK(outcome.out.find('\x1b') == std::string::npos);
  const Outcome unknown = run_entente({"person", "\x1b[2J\xff", "data/records/seeds.jsonl"});
  CHECK(unknown.status == 2);
  CHECK(unknown.err.find('\x1b') == std::string::npos);
}

TEST_CASE("with a bad study or lexicon nothing is read", "[cli][input]") {
  const TestFolder folder;
  const auto [study, message] = GENERATE(table<std::string, std::string>({
      {"network:\n  wieght: newman\n", "study.yaml:2:3: network: unknown key 'wieght'; did you mean 'weight'?"},
      {"network:\n  weight: neuman\n",
       "study.yaml:2:11: network.weight: unknown value 'neuman'; did you mean 'newman'?"},
      {"netwrk: {}\n", "study.yaml:1:1: unknown key 'netwrk'; did you mean 'network'?"},
      {"seed: 1\nseed: 2\n", "study.yaml:2:1: seed: stands twice"},
      {"seed: [1, 2]\n", "study.yaml:1:7: seed: expected a single value"},
      {"network: {half_life: -1}\n", "network.half_life: expected a number of days, 0 or more, found '-1'"},
      {"selection: {since: 2024-02-30}\n", "selection.since: '2024-02-30' is no date"},
      {"selection: {since: 2024, until: 2023}\n", "since"},
      {"seed: \"1\n", "study.yaml"},
      {"just words\n", "expected a map"},
  }));
  const std::string path = folder.write("study.yaml", study);
  for (const auto& arguments : {std::vector<std::string>{"run", path, "--out", folder / "results"},
                                std::vector<std::string>{"pairs", "data/records/seeds.jsonl", "--config", path}}) {
    const Outcome outcome = run_entente(arguments);
    INFO(outcome.err);
    CHECK(outcome.status == 2);
    CHECK(outcome.out.empty());
    CHECK_THAT(outcome.err, Contains(message));
  }
  CHECK_FALSE(std::filesystem::exists(folder / "results"));
  CHECK(run_entente({"run", folder / "no.yaml", "--out", folder / "results"}).status == 2);
  const Outcome lexicon = run_entente({"pairs", "data/records/seeds.jsonl", "--lexicon", folder / "no-lexicon"});
  CHECK(lexicon.status == 2);
  CHECK_THAT(lexicon.err, Contains("no-lexicon") && !Contains("read "));
}

TEST_CASE("a lexicon that is broken ends with 2", "[cli][input]") {
  const TestFolder folder;
  std::filesystem::copy(source_path("configs/lexicon"), folder / "lexicon", std::filesystem::copy_options::recursive);
  folder.write("lexicon/countries.yaml", "countries: [unclosed\n");
  const Outcome outcome = run_entente({"extract", "data/articles", "--lexicon", folder / "lexicon"});
  CHECK(outcome.status == 2);
  CHECK(outcome.out.empty());
  CHECK_THAT(outcome.err, Contains("countries.yaml:"));
}
