#include "command_runner.hpp"

#include <catch2/catch.hpp>

using namespace entente::test;
using Catch::Matchers::Contains;

namespace {

std::string line(const std::string& document, const std::string& name) {
  return "{\"id\": \"" + document +
         "#1\", \"type\": \"meeting\", \"date\": \"2024-01-18\", \"participants\": [{\"name\": \"" + name +
         "\", \"country\": \"AZ\"}, {\"name\": \"Ben Baker\", \"country\": \"TR\"}], \"source\": {\"document\": \"" +
         document + "\"}}\n";
}

/// The examples of a document, one after the other.
std::string yaml_blocks(const std::string& document) {
  const std::string fence = "```yaml corrections.yaml\n";
  std::string yaml;
  for (std::size_t at = document.find(fence); at != std::string::npos; at = document.find(fence, at)) {
    at += fence.size();
    yaml += document.substr(at, document.find("```", at) - at);
  }
  return yaml;
}

const std::string told = line("a.txt", "Ann Able") + line("b.txt", "Lady Iron") + line("c.txt", "Cem Cook");

}  // namespace

TEST_CASE("every command that resolves heeds corrections, by flag and by study", "[cli][corrections]") {
  const TestFolder folder;
  const std::string input = folder.write("in.jsonl", told);
  const std::string file =
      folder.write("c.yaml", "persons:\n- same: [ann-able, lady-iron]\n- rename: {id: ann-able, name: Anna Able}\n");
  const std::string study = folder.write("s.yaml", "corrections: c.yaml\n");
  const std::vector<std::vector<std::string>> commands{
      {"resolve", input}, {"pairs", input, "--format", "csv"}, {"rank", input, "--format", "csv"}};
  for (std::vector<std::string> command : commands) {
    INFO(command.front());
    std::vector<std::string> by_study = command;
    command.insert(command.end(), {"--corrections", file});
    by_study.insert(by_study.end(), {"--config", study});
    const Outcome outcome = run_entente(command);
    INFO(outcome.err);
    CHECK(outcome.status == 0);
    CHECK_THAT(outcome.out, Contains("Anna Able") && !Contains("lady-iron"));
    CHECK(run_entente(by_study).out == outcome.out);
  }
  REQUIRE(run_entente({"run", input, "--out", folder / "out", "--corrections", file}).status == 0);
  CHECK_THAT(read_file(folder / "out/study.yaml"), Contains("corrections: \"../c.yaml\""));
  CHECK_THAT(read_file(folder / "out/identities.csv"), Contains("ann-able,Lady Iron,Anna Able,1,1,correction,"));
}

TEST_CASE("corrections that cannot be used are told with file, line and field", "[cli][corrections]") {
  const TestFolder folder;
  const std::string unknown = folder.write("c.yaml", "persons:\n- same: [ann-able, lady-irn]\n");
  const Outcome outcome = run_entente({"resolve", "-", "--corrections", unknown}, {.input = told});
  CHECK(outcome.status == 2);
  CHECK(outcome.out.empty());
  CHECK_THAT(outcome.err, Contains("c.yaml:2:20: persons[1].same: ") && Contains("did you mean 'lady-iron'?"));
  const Outcome missing = run_entente({"resolve", "-", "--corrections", folder / "none.yaml"}, {.input = told});
  CHECK(missing.status == 2);
  CHECK_THAT(missing.err, Contains("none.yaml: cannot be read"));
}

TEST_CASE("the examples of docs/corrections.md do what they say", "[cli][corrections][docs]") {
  const TestFolder folder;
  const std::string file = folder.write("c.yaml", yaml_blocks(read_file(source_path("docs/corrections.md"))));
  const std::string records =
      R"({"id": "n1", "participants": [{"name": "Zakir Hasanov", "country": "AZ"}, {"name": "Ali Hasanov", "country": "AZ"}]}
{"id": "n2", "participants": [{"name": "Z. Gasanov", "country": "UA"}, {"name": "Ivan Petrov", "country": "BG"}]}
{"id": "n3", "participants": [{"name": "A. Hasanov", "country": "AZ"}, {"name": "Ivan Petrov", "country": "RU", "position": "commander"}]}
{"id": "n4", "date": "2023-01-01", "participants": [{"name": "Eve East", "country": "FR"}, {"name": "Fay West", "country": "DE"}]}
{"id": "n5", "date": "2023-01-02", "participants": [{"name": "Eve East", "country": "FR"}, {"name": "Fay West", "country": "DE"}]}
{"id": "n6", "date": "2024-05-05", "participants": [{"name": "Eve East", "country": "FR"}, {"name": "Fay West", "country": "DE"}], "source": {"document": "a"}}
{"id": "n7", "participants": [{"name": "Eve East", "country": "FR"}]}
{"id": "n8", "date": "2024-05-05", "participants": [{"name": "Eve East", "country": "FR"}, {"name": "Fay West", "country": "DE"}], "source": {"document": "b"}}
)";
  CHECK_THAT(run_entente({"resolve", "-"}, {.input = records}).out, !Contains(R"("id": "n8")"));
  const Outcome outcome = run_entente({"resolve", "-", "--corrections", file}, {.input = records});
  INFO(outcome.err);
  CHECK(outcome.status == 0);
  CHECK_THAT(outcome.out, Contains(R"({"id": "zakir-hasanov", "name": "Zakir Həsənov", "country": "AZ"})"));
  CHECK_THAT(outcome.out, Contains(R"({"id": "zakir-hasanov", "name": "Zakir Həsənov", "country": "UA"})"));
  CHECK_THAT(outcome.out, Contains(R"("id": "ali-hasanov", "name": "Ali)") && Contains(R"("id": "a-hasanov")"));
  CHECK_THAT(outcome.out, Contains(R"("id": "ivan-petrov")") && !Contains(R"("id": "ivan-petrov-ru")"));
  CHECK_THAT(outcome.out, Contains(R"({"id": "n3", "type": "visit", "date": "2024-01-18", "place": "Sofia")"));
  CHECK_THAT(outcome.out, Contains(R"({"id": "ann-able", "name": "Ann Able", "country": "GB")"));
  CHECK_THAT(outcome.out, Contains(R"("id": "n8")") && !Contains(R"("id": "n5")") && !Contains(R"("id": "n7")"));
}
