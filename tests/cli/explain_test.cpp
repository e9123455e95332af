#include "command_runner.hpp"

#include <catch2/catch.hpp>

using namespace entente::test;
using Catch::Matchers::Contains;

namespace {

const std::string article =
    "Norway's Foreign Minister Ingrid Dahl met with Peru's President Tomas Reyes in Lima. President Nils Berg stayed "
    "at "
    "home.\n";

}  // namespace

TEST_CASE("extract explains itself on request", "[cli][explain]") {
  const TestFolder folder;
  const Outcome outcome = run_entente({"extract", "--explain", folder.write("one.txt", article)});
  INFO(outcome.err);
  CHECK(outcome.status == 0);
  CHECK_THAT(outcome.out, Contains("one.txt") && Contains("Ingrid Dahl, Tomas Reyes (sentence 1"));
  CHECK_THAT(outcome.out, Contains("Nils Berg") && Contains("left out"));
  CHECK_THAT(outcome.out, !Contains("{"));
}

TEST_CASE("several articles are explained one after the other", "[cli][explain]") {
  const TestFolder folder;
  folder.write("in/a.txt", article);
  folder.write("in/b.txt", "It rained.\n");
  const Outcome outcome = run_entente({"extract", "--explain", folder / "in", "-o", folder / "why.txt"});
  CHECK(outcome.status == 0);
  CHECK(outcome.out.empty());
  const std::string text = read_file(folder / "why.txt");
  CHECK(text.find("a.txt\n") < text.find("b.txt\n"));
  CHECK_THAT(text, Contains("It rained.") && Contains("none"));
}

TEST_CASE("an explanation needs an article", "[cli][explain]") {
  const TestFolder folder;
  const auto path = folder.write("x.jsonl", "{\"participants\": [\"Ann Good\", \"Bob Good\"]}\n");
  const Outcome outcome = run_entente({"extract", "--explain", path});
  CHECK(outcome.status != 0);
  CHECK_THAT(outcome.err, Contains("no article to explain"));
  CHECK(outcome.out.empty());
}

TEST_CASE("hostile articles cannot command a terminal by their explanation", "[cli][explain]") {
  const TestFolder folder;
  folder.write("in/a\x1b[2J.txt",
               "Minister Ingrid\x1b[31m Dahl met with President Tomas Re\xe2\x80\xaeyes\x07 in Lima\x1b]0;x\x07. "
               "Minister \x1b[2JDahl\r praised \xc2\x9b"
               "5nGeneral Pablo Soto.\n");
  const Outcome outcome = run_entente({"extract", "--explain", folder / "in"});
  for (const auto* bad : {"\x1b", "\x07", "\r", "\xe2\x80\xae", "\xc2\x9b"}) {
    CHECK(outcome.out.find(bad) == std::string::npos);
    CHECK(outcome.err.find(bad) == std::string::npos);
  }
  CHECK_THAT(outcome.out, Contains("Persons"));
}

TEST_CASE("soft hyphens do not divide a name", "[cli][extract]") {
  const TestFolder folder;
  const auto path = folder.write("one.txt",
                                 "Minister In\xC2\xADgrid Dahl met with President Tomas Rey\xC2\xAD"
                                 "es.\n");
  const Outcome outcome = run_entente({"extract", path});
  CHECK(outcome.status == 0);
  CHECK_THAT(outcome.out, Contains("\"Ingrid Dahl\"") && Contains("\"Tomas Reyes\""));
}

TEST_CASE("a lexicon of one's own changes what is extracted", "[cli][extract]") {
  const TestFolder folder;
  std::filesystem::copy(source_path("configs/lexicon"), folder / "lexicon", std::filesystem::copy_options::recursive);
  auto events = read_file(folder / "lexicon/events.yaml");
  const std::string head = "\nverbs:\n";
  const auto at = events.find(head);
  REQUIRE(at != std::string::npos);
  events.insert(at + head.size(), "  - {frame: with, type: meeting, forms: [palavered]}\n");
  folder.write("lexicon/events.yaml", events);
  const auto path = folder.write("one.txt", "Minister Ingrid Dahl palavered with President Tomas Reyes.\n");
  CHECK_THAT(run_entente({"extract", path}).out, !Contains("Ingrid Dahl"));
  CHECK_THAT(run_entente({"extract", path, "--lexicon", folder / "lexicon"}).out, Contains("\"Ingrid Dahl\""));
}
