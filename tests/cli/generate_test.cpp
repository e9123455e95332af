#include "command_runner.hpp"

#include <catch2/catch.hpp>

using namespace entente::test;
using Catch::Matchers::Contains;

TEST_CASE("generate writes records with the truth beside them", "[cli][generate]") {
  const TestFolder folder;
  const Outcome outcome = run_entente({"generate", "--preset", "XS", "-o", folder / "corpus.jsonl"});
  INFO(outcome.err);
  REQUIRE(outcome.status == 0);
  CHECK_THAT(outcome.err, Contains("800 records") && Contains("corpus.truth.json"));
  CHECK_THAT(read_file(folder / "corpus.truth.json"), Contains("\"pairs\": ["));
  CHECK(run_entente({"check", folder / "corpus.jsonl"}).status == 0);
  const Outcome printed = run_entente({"generate", "--preset", "XS", "--threads", "3"});
  CHECK(printed.status == 0);
  CHECK(printed.out == read_file(folder / "corpus.jsonl"));
  const std::string study = folder.write("study.yaml", "generate: {preset: XS}\n");
  CHECK(run_entente({"generate", "--config", study}).out == printed.out);
  REQUIRE(run_entente({"generate", "--config", study, "--no-truth", "-o", folder / "bare.jsonl"}).status == 0);
  CHECK_FALSE(std::filesystem::exists(folder / "bare.truth.json"));
}

TEST_CASE("generated articles can be measured by the gold beside them", "[cli][generate]") {
  const TestFolder folder;
  REQUIRE(run_entente({"generate", "--preset", "XS", "--events", "100", "--articles", "-o", folder / "news.jsonl"})
              .status == 0);
  const Outcome outcome = run_entente({"evaluate", folder / "news.jsonl", "--gold", folder / "news.gold.jsonl"});
  INFO(outcome.err);
  CHECK(outcome.status == 0);
  CHECK_THAT(outcome.out, Contains("pairs"));
}

TEST_CASE("generate refuses what makes no sense", "[cli][generate]") {
  const TestFolder folder;
  const auto refused = [&](std::vector<std::string> arguments, const std::string& message) {
    arguments.insert(arguments.begin(), "generate");
    const Outcome outcome = run_entente(arguments, {.folder = folder.path()});
    INFO(outcome.err);
    CHECK(outcome.status == 2);
    CHECK(outcome.out.empty());
    CHECK_THAT(outcome.err, Contains(message));
  };
  refused({"--preset", "XXL"}, "did you mean 'XL'?");
  refused({"--preset", "huge"}, "known are XS, S, M, L, XL");
  refused({"--mixing", "1.5"}, "a share from 0 to 1");
  refused({"--mixing", "much"}, "a share from 0 to 1");
  refused({"--background", "bcm"}, "did you mean 'bicm'?");
  refused({"--persons", "-3"}, "a whole number");
  refused({"--persons", "1"}, "persons");
  refused({"--pairs", "0.8", "--groups", "0.8"}, "more than 1");
  refused({"--retellings", "99"}, "from 1 to 10");
  refused({"--communities", "100000"}, "communities");
  refused({"--tables", "nowhere"}, "no such folder");
  refused({"-o", "corpus.jsonl.gz"}, "uncompressed");
  refused({"--presett", "S"}, "did you mean '--preset'?");
  refused({"corpus.jsonl"}, "corpus.jsonl");
}
