#include "command_runner.hpp"

#include <string>

#include <catch2/catch.hpp>

using namespace entente::test;
using Catch::Matchers::Contains;

namespace {

// Two who always meet, among many who meet anybody.
std::string meetings() {
  std::string text;
  const auto meet = [&](const std::string& persons) {
    const std::string number = std::to_string(text.size());
    text += R"({"id": "e)" + number + R"(", "date": "2024-0)" + std::to_string(1 + text.size() % 9) +
            R"(-15", "participants": [)" + persons + "]}\n";
  };
  for (int i = 0; i < 8; ++i) {
    meet(R"({"name": "Ann Able", "country": "AZ"}, {"name": "Ben Baker", "country": "TR"})");
  }
  for (int i = 0; i < 60; ++i) {
    meet("\"Person P" + std::to_string(i % 20) + "\", \"Person P" + std::to_string((i % 20 + 1 + i / 20 * 2) % 20) +
         '"');
  }
  return text;
}

}  // namespace

TEST_CASE("pairs that meet more often than chance stand out", "[cli][pairs]") {
  const std::string input = meetings();
  const Outcome all = run_entente({"pairs", "-", "--no-resolve", "--test", "sdsm", "--top", "3"}, {.input = input});
  CHECK(all.status == 0);
  CHECK_THAT(all.out, Contains("expected") && Contains("ratio") && Contains(" q "));
  CHECK_THAT(all.err, Contains("tested by sdsm (upper tail), p-values adjusted by bh for 231 pairs"));
  for (const std::string model : {"hypergeometric", "sdsm"}) {
    const Outcome few = run_entente({"pairs", "-", "--no-resolve", "--test", model, "--significant", "--sort", "p",
                                     "--format", "csv", "--columns", "a_name,b_name,events"},
                                    {.input = input});
    CHECK(few.out == "a_name,b_name,events\nAnn Able,Ben Baker,8\n");
  }
  const Outcome between = run_entente(
      {"pairs", "-", "--no-resolve", "--between", "TR:AZ", "--format", "csv", "--columns", "a,b"}, {.input = input});
  CHECK(between.out == "a,b\nAnn Able,Ben Baker\n");
}

TEST_CASE("a backbone of tested ties is what everything else looks at", "[cli][pairs]") {
  const Outcome rank =
      run_entente({"rank", "-", "--no-resolve", "--backbone", "sdsm", "--measure", "degree", "--format", "csv"},
                  {.input = meetings()});
  CHECK_THAT(rank.err, Contains("1 tie") && Contains("a backbone of"));
  CHECK_THAT(rank.out, Contains("Ann Able"));
}

TEST_CASE("what cannot be tested or ordered is told before anything is read", "[cli][pairs][bad input]") {
  const Outcome significant = run_entente({"pairs", "nowhere.jsonl", "--significant"});
  CHECK(significant.status == 2);
  CHECK_THAT(significant.err, Contains("--significant asks for a test") && Contains("--test sdsm"));
  CHECK(run_entente({"pairs", "nowhere.jsonl", "--sort", "ratio"}).status == 2);
  CHECK(run_entente({"pairs", "nowhere.jsonl", "--between", "AZ"}).status == 2);
  const Outcome samples =
      run_entente({"pairs", "-", "--no-resolve", "--test", "fdsm", "--samples", "10"}, {.input = meetings()});
  CHECK(samples.status == 4);
  CHECK_THAT(samples.err, Contains("10 samples of fdsm cannot show anything") && Contains("draw 4619 samples"));
  CHECK_THAT(run_entente({"pairs", "-", "--test", "hypergeometric", "--strata", "year"}, {.input = meetings()}).err,
             Contains("only the model sdsm has strata"));
}

TEST_CASE("weights are compared by the places that they give to pairs", "[cli][pairs]") {
  const Outcome outcome = run_entente(
      {"pairs", "-", "--no-resolve", "--compare-weights", "--top", "2", "--format", "csv"}, {.input = meetings()});
  CHECK(outcome.status == 0);
  CHECK_THAT(
      outcome.out,
      Contains("person,and,events,count,newman,fractional,jaccard,cosine,overlap\nAnn Able,Ben Baker,8,1,1,1,1,1,1\n"));
  CHECK_THAT(outcome.err, Contains("newman: rank correlation") && Contains(" stay, "));
}

TEST_CASE("every column of pairs is explained in the help", "[cli][pairs]") {
  const std::string help = run_entente({"pairs", "--help"}).out;
  CHECK_THAT(help, Contains("burstiness       -1 regular") && Contains("expected         events that both"));
}

TEST_CASE("nothing but one person, and nobody at all, give an empty table", "[cli][pairs][bad input]") {
  const Outcome one = run_entente({"pairs", "-", "--no-resolve", "--test", "sdsm", "--format", "csv"},
                                  {.input = "{\"participants\": [\"A\"]}\n{\"participants\": [\"A\"]}\n"});
  CHECK(one.status == 0);
  CHECK_THAT(one.out, Contains("a,b,a_name"));
}
