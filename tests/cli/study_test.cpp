#include "study.hpp"

#include "command_runner.hpp"
#include "study_fields.hpp"

#include <cstdlib>
#include <fstream>
#include <set>

#include <catch2/catch.hpp>

using namespace entente;
using namespace entente::test;
using Catch::Matchers::Contains;

namespace {

/// With ENTENTE_UPDATE_DOCS set, files that follow from the descriptions are written anew instead of compared.
void require_file(const std::string& path, const std::string& expected) {
  if (std::getenv("ENTENTE_UPDATE_DOCS") != nullptr) std::ofstream(path, std::ios::binary) << expected;
  CHECK(read_file(path) == expected);
}

/// `document` with what stands between the markers replaced.
std::string with_reference(const std::string& document, const std::string& reference) {
  const std::string begin = "<!-- fields: begin -->\n";
  const std::string end = "<!-- fields: end -->";
  const std::size_t first = document.find(begin);
  const std::size_t last = document.find(end);
  REQUIRE(first != std::string::npos);
  REQUIRE(last != std::string::npos);
  return document.substr(0, first + begin.size()) + reference + document.substr(last);
}

}  // namespace

TEST_CASE("configs/default.yaml is what the fields say", "[cli][study]") {
  require_file(source_path("configs/default.yaml"), cli::to_yaml({}));
  CHECK(run_entente({"run", "--print-study"}).out == cli::to_yaml({}));
}

TEST_CASE("docs/study.md has the table that the fields say", "[cli][study]") {
  const std::string path = source_path("docs/study.md");
  require_file(path, with_reference(read_file(path), cli::study_reference()));
}

TEST_CASE("every field is described, and reads back what it writes", "[cli][study]") {
  std::set<std::string> keys;
  std::set<std::string> flags;
  const cli::Study defaults;
  for (const cli::Field& field : cli::study_fields()) {
    INFO(field.key);
    CHECK(keys.insert(field.key).second);
    CHECK((field.flag.empty() || flags.insert(field.flag).second));
    CHECK_FALSE(field.sentence.empty());
    CHECK((!field.range.empty() || !field.choices.empty()));
    CHECK_FALSE(cli::section_sentence(field.section()).empty());
    cli::Study study;
    field.set(study, field.get(defaults));
    CHECK(field.get(study) == field.get(defaults));
    for (const std::string& choice : field.choices) {
      field.set(study, {choice});
      CHECK(field.get(study) == std::vector<std::string>{choice});
    }
    if (!field.choices.empty()) CHECK_THROWS_AS(field.set(study, {"no such choice"}), cli::BadValue);
  }
}

TEST_CASE("a study is read as it was written", "[cli][study]") {
  const TestFolder folder;
  cli::Study study;
  study.input.paths = {"/a b/\"c\"\\d", "-"};
  study.selection.since = Date::parse("2020-05");
  study.selection.types = {EventType::visit, EventType::co_mention};
  study.selection.places = {"Washington, D.C.", "null", "Ankara\n"};
  study.selection.only = true;
  study.network.projection.weight = Weight::jaccard;
  study.network.projection.half_life_days = 0.1;
  study.network.projection.as_of = Date::parse("2024-12-31");
  study.network.projection.type_factors[1] = 0.25;
  study.network.by = Attribute::organisation;
  study.measures.names = {"degree", "auto"};
  study.communities.resolution = 1e-3;
  study.seed = ~std::uint64_t{0};
  for (const bool comments : {true, false}) {
    const std::string yaml = cli::to_yaml(study, {.comments = comments});
    const std::string path = folder.write("study.yaml", yaml);
    cli::Study again;
    CHECK(cli::read_study(path, again) == cli::version());
    CHECK(cli::to_yaml(again, {.comments = comments}) == yaml);
  }
}

TEST_CASE("flags go before the study, the study before the defaults", "[cli][study]") {
  const TestFolder folder;
  const std::string study = folder.write("study.yaml", "network:\n  weight: newman\n  half_life: 10\nselection:\n");
  const Outcome outcome = run_entente({"run", "x.jsonl", "--config", study, "--weight", "cosine", "--print-study"});
  CHECK(outcome.status == 0);
  CHECK_THAT(outcome.out,
             Contains("  weight: cosine\n") && Contains("  half_life: 10\n") && Contains("  min_events: 1\n"));
  CHECK_THAT(outcome.out, Contains("  paths: [\"x.jsonl\"]\n"));
  const Outcome list = run_entente({"run", "--type", "visit,call", "--type", "other", "--print-study"});
  CHECK_THAT(list.out, Contains("  types: [visit, call, other]\n"));
}

TEST_CASE("paths in a study start from its folder", "[cli][study]") {
  const TestFolder folder;
  folder.write("in/x.jsonl", "{\"participants\": [\"A B\", \"C D\"]}\n");
  const std::string study = folder.write("studies/study.yaml", "input: {paths: ../in}\n");
  CHECK(run_entente({"run", study, "--out", folder / "out"}).status == 0);
  CHECK_THAT(read_file(folder / "out/study.yaml"), Contains("paths: [\"../in\"]"));
}

TEST_CASE("a study of another version is told of", "[cli][study]") {
  const TestFolder folder;
  const std::string study = folder.write("study.yaml", "entente: 0.0.1\n");
  const Outcome outcome = run_entente({"pairs", "data/records/seeds.jsonl", "--config", study});
  CHECK(outcome.status == 0);
  CHECK_THAT(outcome.err, Contains("written by entente 0.0.1"));
}
