#include "command_runner.hpp"

#include <algorithm>

#include <catch2/catch.hpp>

using namespace entente::test;
using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;

namespace {

std::string record_line(const std::string& document, const std::string& date, const std::string& third = "") {
  return "{\"id\": \"" + document + "#1\", \"type\": \"meeting\", \"date\": \"" + date +
         "\", \"participants\": [{\"name\": \"Ann Able\", \"country\": \"AZ\"}, {\"name\": \"Ben Baker\", \"country\": "
         "\"TR\"}" +
         third + "], \"source\": {\"document\": \"" + document +
         "\"}, \"evidence\": [{\"range\": [0, 17], \"text\": \"Ann received Ben.\"}]}\n";
}

const std::string retold = record_line("a.txt", "2024-01-18") + record_line("b.txt", "2024-01-18") +
                           record_line("c.txt", "2024-02-20") +
                           record_line("d.txt", "2024-01-18", ", {\"name\": \"Cem Cook\"}");

}  // namespace

TEST_CASE("what several documents tell of one occasion is one event", "[cli][occasions]") {
  const Outcome pairs = run_entente({"pairs", "-", "--format", "csv", "--no-quotes"}, {.input = retold});
  INFO(pairs.err);
  CHECK(pairs.status == 0);
  CHECK_THAT(pairs.out, Contains("ann-able,ben-baker,Ann Able,Ben Baker,AZ,TR,3,4,3,3,3,"));
  const Outcome unmerged =
      run_entente({"pairs", "-", "--format", "csv", "--no-quotes", "--no-merge"}, {.input = retold});
  CHECK_THAT(unmerged.out, Contains("ann-able,ben-baker,Ann Able,Ben Baker,AZ,TR,4,4,4,4,4,"));
}

TEST_CASE("resolve writes merged records with their sources, and the account of it", "[cli][occasions]") {
  const TestFolder folder;
  const Outcome outcome = run_entente(
      {"resolve", "-", "-o", folder / "records.jsonl", "--accounts", folder / "accounts"}, {.input = retold});
  INFO(outcome.err);
  CHECK(outcome.status == 0);
  CHECK_THAT(outcome.err, Contains("4 records tell of 3 events; 1 pair of events may be one as well"));
  const std::string records = read_file(folder / "records.jsonl");
  CHECK(std::ranges::count(records, '\n') == 3);
  CHECK_THAT(records, Contains("\"sources\": [{\"document\": \"a.txt\"}, {\"document\": \"b.txt\"}]") &&
                          Contains("{\"document\": \"b.txt\", \"range\": [0, 17], \"text\": \"Ann received Ben.\"}"));
  const std::string account = read_file(folder / "accounts/occasions.csv");
  CHECK_THAT(account, StartsWith("verdict,ties,score,event,other_event,record,other_record,document,other_document,"
                                 "persons,reason,against\ndoubtful,1,"));
  CHECK_THAT(account, Contains("merged,1,") &&
                          Contains(",a.txt#1,a.txt#1,a.txt#1,b.txt#1,a.txt,b.txt,ann-able | ben-baker,") &&
                          Contains("the same participants; the same day; the same type"));
  CHECK_THAT(read_file(folder / "accounts/identities.csv"), Contains("ann-able"));

  // Merged records are records: they read back, and stay as they are.
  const Outcome again = run_entente({"resolve", folder / "records.jsonl"});
  CHECK(again.status == 0);
  CHECK(again.out == records);
}

TEST_CASE("run leaves the account and counts occasions", "[cli][occasions]") {
  const TestFolder folder;
  const std::string input = folder.write("in.jsonl", retold);
  REQUIRE(run_entente({"run", input, "--out", folder / "out"}).status == 0);
  CHECK_THAT(read_file(folder / "out/occasions.csv"), Contains("merged,1,"));
  CHECK_THAT(read_file(folder / "out/summary.json"), Contains("\"told\": 4") && Contains("\"doubtful\": 1"));
}

TEST_CASE("leaving out sentences does not change which records are one", "[cli][occasions]") {
  const TestFolder folder;
  REQUIRE(run_entente({"run", "data/articles", "--out", folder / "with"}).status <= 1);
  REQUIRE(run_entente({"run", "data/articles", "--out", folder / "without", "--no-quotes"}).status <= 1);
  CHECK(read_file(folder / "with/occasions.csv") == read_file(folder / "without/occasions.csv"));
}

TEST_CASE("options of merging that make no sense are refused before anything is read", "[cli][occasions]") {
  const TestFolder folder;
  const std::string study = folder.write("s.yaml", "occasions:\n  merge_from: 0.6\n  review_from: 0.8\n");
  const Outcome outcome = run_entente({"pairs", "-", "--config", study}, {.input = retold});
  CHECK(outcome.status == 2);
  CHECK_THAT(outcome.err, Contains("review_from"));
}
