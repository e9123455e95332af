#include "command_runner.hpp"

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

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

TEST_CASE("the partners of one person are tested against all events", "[cli][pairs]") {
  const std::string input = meetings();
  const auto columns = {"--format", "csv", "--columns", "a_name,b_name,events,expected,q"};
  const auto of = [&](std::vector<std::string> flags) {
    flags.insert(flags.begin(), {"pairs", "-", "--no-resolve", "--test", "sdsm"});
    flags.insert(flags.end(), columns.begin(), columns.end());
    return run_entente(flags, {.input = input});
  };
  const std::string all = of({}).out;
  const Outcome partners = of({"--person", "P3"});
  CHECK(partners.status == 0);
  CHECK_THAT(partners.err, Contains("for 231 pairs"));
  std::istringstream lines(partners.out);
  std::string line;
  std::getline(lines, line);
  std::size_t rows = 0;
  for (; std::getline(lines, line); ++rows) {
    CHECK_THAT(line, Contains("Person P3"));
    CHECK_THAT(all, Contains(line));
  }
  CHECK(rows > 1);
  CHECK_THAT(of({"--person", "An Able"}).err, Contains("did you mean Ann Able?"));
}

TEST_CASE("with strata the table has the plain test beside", "[cli][pairs]") {
  const std::string input = meetings();
  const auto table = [&](std::vector<std::string> flags) {
    flags.insert(flags.begin(), {"pairs", "-", "--no-resolve", "--test", "sdsm", "--format", "csv"});
    return run_entente(flags, {.input = input}).out;
  };
  const std::string plain = table({"--columns", "a,b,p,q"});
  const std::string beside = table({"--strata", "type", "--columns", "a,b,plain_p,plain_q"});
  CHECK(beside.substr(beside.find('\n')) == plain.substr(plain.find('\n')));
  CHECK_THAT(table({"--strata", "type"}), Contains(",p,q,plain_p,plain_q,"));
}

TEST_CASE("the first pairs are those of the whole table, with or without a network", "[cli][pairs]") {
  const std::string input = meetings();
  for (const std::string sort : {"events", "weight"}) {
    const std::vector<std::string> flags{"pairs",  "-",  "--no-resolve", "--weight", "jaccard",
                                         "--sort", sort, "--format",     "csv"};
    const Outcome all = run_entente(flags, {.input = input});
    std::vector<std::string> some = flags;
    some.insert(some.end(), {"--top", "5"});
    const Outcome first = run_entente(some, {.input = input});
    CHECK(std::ranges::count(first.out, '\n') == 6);
    CHECK(all.out.substr(0, first.out.size()) == first.out);
    CHECK(all.err == first.err);
  }
}

TEST_CASE("an event of thousands is told of, and made less of on demand", "[cli][pairs][bad input]") {
  std::string giant = R"({"id": "congress", "participants": [)";
  for (int i = 0; i < 2000; ++i) giant += (i == 0 ? "\"P" : ", \"P") + std::to_string(i) + '"';
  const std::string input = giant + "]}\n" + R"({"id": "e", "participants": ["P1", "P2", "P3"]})" + "\n";
  const auto said = [&](std::vector<std::string> flags) {
    flags.insert(flags.begin(), {"pairs", "-", "--no-resolve", "--top", "1"});
    return run_entente(flags, {.input = input}).err;
  };
  CHECK_THAT(said({}), Contains("one event of 2000 participants makes 1999000 of the 1999003 meetings of two"));
  CHECK_THAT(said({"--max-event-size", "100"}),
             Contains("2000 persons, 2 events, 3 ties") && Contains("1 event of more than 100 participants makes no"));
  CHECK_THAT(said({"--max-event-size", "100", "--large-events", "split"}),
             Contains("1 event of more than 100 participants is split"));
  CHECK_THAT(said({"--max-event-size", "100", "--large-events", "weigh"}), Contains("weighs no more than one of 100"));
}

TEST_CASE("a table without a row says why", "[cli][pairs][bad input]") {
  const Outcome few =
      run_entente({"pairs", "-", "--no-resolve", "--min-events", "9", "--between", "AZ:TR"}, {.input = meetings()});
  CHECK(few.status == 0);
  CHECK_THAT(few.err, Contains("none of the 61 pairs is as asked for by --min-events 9 and --between AZ:TR\n"));
  const Outcome nobody = run_entente({"pairs", "-", "--no-resolve", "--threshold", "99"}, {.input = meetings()});
  CHECK_THAT(nobody.err,
             Contains("ties of fewer than 99 shared events were not made") && Contains("no ties are left\n"));
}
