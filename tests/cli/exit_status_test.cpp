#include "command_runner.hpp"

#include <csignal>

#include <catch2/catch.hpp>

using namespace entente::test;
using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;

TEST_CASE("good input ends with 0", "[cli][status]") {
  const Outcome outcome = run_entente({"pairs", seeds});
  CHECK(outcome.status == 0);
  CHECK_THAT(outcome.out, Contains("Zakir Hasanov"));
  CHECK_THAT(outcome.err, Contains("10 used, 0 without event, 0 rejected"));
}

TEST_CASE("rejected input beside good one ends with 1", "[cli][status]") {
  const TestFolder folder;
  const std::string path = folder.write("x.jsonl", "{\"participants\": [\"A B\", \"C D\"]}\nnonsense\n");
  const Outcome outcome = run_entente({"pairs", path});
  CHECK(outcome.status == 1);
  CHECK_THAT(outcome.out, Contains("A B"));
}

TEST_CASE("a missing file beside one that is there ends with 1", "[cli][status]") {
  const Outcome outcome = run_entente({"pairs", seeds, "not-there.jsonl"});
  CHECK(outcome.status == 1);
  CHECK_THAT(outcome.err, Contains("not-there.jsonl"));
  CHECK_THAT(outcome.out, Contains("Zakir Hasanov"));
}

TEST_CASE("what was typed wrong ends with 2, with a suggestion", "[cli][status]") {
  const auto [arguments, message] = GENERATE(table<std::vector<std::string>, std::string>({
      {std::vector<std::string>{}, "no command; see entente --help"},
      {{"rnak"}, "unknown command 'rnak'; did you mean 'rank'?"},
      {{"pairs"}, "no input named"},
      {{"pairs", seeds, "--wieght", "newman"}, "unknown flag '--wieght'; did you mean '--weight'?"},
      {{"pairs", seeds, "--weight", "neuman"}, "--weight: unknown value 'neuman'; did you mean 'newman'?"},
      {{"pairs", seeds, "--weight"}, "--weight"},
      {{"pairs", seeds, "--weight", "count", "--weight", "newman"}, "--weight"},
      {{"pairs", seeds, "--top", "many"}, "--top: expected a whole number"},
      {{"pairs", seeds, "--since", "2024-02-30"},
       "--since: '2024-02-30' is no date; write 2024-01-18, 2024-01 or 2024"},
      {{"pairs", seeds, "--since", "XXXX-05"}, "--since: the date 'XXXX-05' is not precise enough"},
      {{"pairs", seeds, "--as-of", "2024"}, "--as-of: the date '2024' is not precise enough"},
      {{"pairs", seeds, "--since", "2024", "--until", "2023"}, "since"},
      {{"pairs", seeds, "--half-life", "-3"}, "--half-life: expected a number of days, 0 or more, found '-3'"},
      {{"pairs", seeds, "--format", "xml"}, "--format: unknown value 'xml'"},
      {{"rank", seeds, "--measure", "pagerang"}, "did you mean 'pagerank'?"},
      {{"person", "Zakir Hasanof", seeds}, "did you mean Zakir Hasanov?"},
      {{"person"}, "NAME"},
      {{"export", seeds, "-o", "net.xls"}, "known endings are .graphml"},
      {{"export", seeds}, "name a file by -o, or a format by --as"},
      {{"export", seeds, "--as", "graphmi"}, "did you mean 'graphml'?"},
      {{"run", seeds}, "name one by --out DIR"},
      {{"run", "--out", "never"}, "no input named"},
      {{"run", "data/records", "--out", "data/records/results"}, "lies within the input 'data/records'"},
  }));
  const Outcome outcome = run_entente(arguments);
  INFO(outcome.err);
  CHECK(outcome.status == 2);
  CHECK(outcome.out.empty());
  CHECK_THAT(outcome.err, StartsWith("entente: ") && Contains(message));
}

TEST_CASE("nothing usable ends with 3", "[cli][status]") {
  const TestFolder folder;
  const auto [name, content] = GENERATE(table<std::string, std::string>({
      {"empty.jsonl", ""},
      {"bad.jsonl", "nonsense\n"},
      {"folder/note.md", "no article"},
  }));
  folder.write(name, content);
  const Outcome outcome = run_entente({"pairs", folder.path().string()});
  INFO(outcome.err);
  CHECK(outcome.status == 3);
  CHECK_THAT(outcome.err, StartsWith("entente: "));
  CHECK(run_entente({"pairs", "not-there.jsonl"}).status == 3);
  CHECK(run_entente({"pairs", "-"}).status == 3);
}

TEST_CASE("output that cannot be written ends with 4, and earlier results stay", "[cli][status]") {
  const TestFolder folder;
  SECTION("a full disk") {
    const Outcome outcome = run_entente({"pairs", seeds}, {.out_file = "/dev/full"});
    CHECK(outcome.status == 4);
    CHECK_THAT(outcome.err, StartsWith("entente: standard output: "));
  }
  SECTION("a folder that is not there") {
    const Outcome outcome = run_entente({"export", seeds, "-o", folder / "no/net.graphml"});
    CHECK(outcome.status == 4);
    CHECK_THAT(outcome.err, Contains("net.graphml"));
  }
  SECTION("a folder that cannot be made") {
    folder.write("file", "");
    CHECK(run_entente({"run", seeds, "--out", folder / "file/results"}).status == 4);
  }
  SECTION("a result whose place is taken by a folder") {
    REQUIRE(run_entente({"run", seeds, "--out", folder / "results"}).status == 0);
    const auto before = read_results(folder / "results");
    std::filesystem::remove(folder / "results/summary.json");
    std::filesystem::create_directory(folder / "results/summary.json");
    CHECK(run_entente({"run", seeds, "--seed", "7", "--out", folder / "results"}).status == 4);
    std::filesystem::remove(folder / "results/summary.json");
    auto after = read_results(folder / "results");
    after["summary.json"] = before.at("summary.json");
    CHECK(after == before);
  }
}

TEST_CASE("nobody in between ends with 1", "[cli][status]") {
  const Outcome outcome =
      run_entente({"path", "A B", "E F", "-"}, {.input = "{\"participants\": [\"A B\", \"C D\"]}\n"
                                                         "{\"participants\": [\"E F\", \"G H\"]}\n"});
  CHECK(outcome.status == 1);
  CHECK_THAT(outcome.err, Contains("nobody connects A B and E F"));
}

TEST_CASE("signals end with 130 and 143 and leave nothing behind", "[cli][status]") {
  const auto [signal, status] = GENERATE(table<int, int>({{SIGINT, 130}, {SIGTERM, 143}}));
  const TestFolder folder;
  const std::string line = "{\"participants\": [\"A B\", \"C D\"]}\n";
  for (const auto& arguments : {std::vector<std::string>{"extract", "-", "-o", folder / "records.jsonl"},
                                std::vector<std::string>{"run", "-", "--out", folder / "results"}}) {
    const Outcome outcome = run_entente(arguments, {.input = line, .signal = signal});
    CHECK(outcome.status == status);
    CHECK_THAT(outcome.err, Contains("interrupted"));
  }
  CHECK(std::filesystem::is_empty(folder.path()));
}

TEST_CASE("a reader that goes away ends it quietly with 0", "[cli][status]") {
  std::string input;
  for (int event = 0; event < 20000; ++event) {
    input += "{\"participants\": [\"A " + std::to_string(event) + "\", \"B " + std::to_string(event) + "\"]}\n";
  }
  const Outcome outcome = run_entente({"pairs", "-", "--quiet"}, {.input = input, .close_output_after = 1});
  CHECK(outcome.status == 0);
  CHECK(outcome.err.empty());
}
