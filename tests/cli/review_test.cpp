#include "command_runner.hpp"

#include <filesystem>
#include <string>

#include <catch2/catch.hpp>

using namespace entente::test;
using Catch::Matchers::Contains;

namespace {

std::string line(const std::string& document, const std::string& date, const std::string& names) {
  return R"({"id": ")" + document + R"(#1", "type": "meeting", "date": ")" + date + R"(", "participants": [)" + names +
         R"(], "source": {"document": ")" + document + R"("}, "evidence": [{"text": "They met\u001b[31m in )" +
         document + "." + "\"}]}\n";
}

const std::string hasanov = R"({"name": "Zakir Hasanov", "country": "AZ"})";
const std::string initial = R"({"name": "Z. Hasanov", "country": "AZ"})";
const std::string zaur = R"({"name": "Zaur Hasanov", "country": "AZ"})";
const std::string guler = R"({"name": "Yaşar Güler", "country": "TR"})";
const std::string akar = R"({"name": "Hulusi Akar", "country": "TR"})";

/// Z. Hasanov may be Zakir or Zaur.
const std::string ambiguous = line("a", "2024-01-18", hasanov + "," + guler) +
                              line("b", "2024-03-02", initial + "," + akar) +
                              line("c", "2022-05-05", zaur + "," + akar);

/// Two reports that may be of one meeting.
const std::string alike = line("a", "2024-01-18", hasanov + "," + guler) + line("b", "2024-01", hasanov + "," + guler);

struct Reviewed {
  Outcome outcome;
  std::string corrections;
  std::string records;
};

Reviewed review(const std::string& records, const std::string& answers, const std::string& before = {}) {
  const TestFolder folder;
  folder.write("in.jsonl", records);
  if (!before.empty()) folder.write("c.yaml", before);
  Reviewed done;
  done.outcome = run_entente({"resolve", "in.jsonl", "--review", "--corrections", "c.yaml", "-o", "out.jsonl"},
                             {.input = answers, .folder = folder.path()});
  done.corrections = std::filesystem::exists(folder / "c.yaml") ? read_file(folder / "c.yaml") : "";
  done.records = std::filesystem::exists(folder / "out.jsonl") ? read_file(folder / "out.jsonl") : "";
  INFO(done.outcome.err);
  return done;
}

}  // namespace

TEST_CASE("a review shows what is known of two persons and notes the answer", "[cli][review]") {
  const Reviewed done = review(ambiguous, "y\nq\n");
  CHECK(done.outcome.status == 0);
  CHECK(done.outcome.out.empty());
  CHECK_THAT(done.outcome.err, Contains("Z. Hasanov (z-hasanov)") && Contains("1 event, 2024-03-02; with Hulusi Akar"));
  CHECK_THAT(done.outcome.err, Contains("“They met\\u001b[31m in b.” (b, 2024-03-02)") && !Contains("\x1b"));
  CHECK_THAT(done.outcome.err, Contains("that they are one") && Contains("One person?"));
  CHECK_THAT(done.outcome.err, Contains("1 taken for one, 0 told apart (in c.yaml)"));
  CHECK_THAT(done.corrections, Contains("persons:\n- same: [") && Contains("z-hasanov"));
  CHECK_THAT(done.records, !Contains(R"("id": "z-hasanov")"));
}

TEST_CASE("answers follow what the file holds, and what they settle is not asked again", "[cli][review]") {
  const std::string before = "persons:\n- rename: {id: zaur-hasanov, name: Zaur H.}  # mine";
  const Reviewed done = review(ambiguous, "n\nn\n", before);
  CHECK(done.outcome.status == 0);
  CHECK_THAT(done.corrections, Catch::Matchers::StartsWith(before + "\n---\npersons:\n- different: ["));
  CHECK_THAT(done.records, Contains("Zaur H.") && Contains(R"("id": "z-hasanov")"));
  const Reviewed again = review(ambiguous, "", done.corrections);
  CHECK(again.corrections == done.corrections);
  CHECK_THAT(again.outcome.err, !Contains("One person?") && Contains("0 taken for one, 0 told apart"));
}

TEST_CASE("whatever is no answer is asked again, and the end of the input ends the review", "[cli][review]") {
  const Reviewed done = review(ambiguous, "what\nm\ns\n");
  CHECK(done.outcome.status == 0);
  CHECK_THAT(done.outcome.err, Contains("please answer y, n, s, m or q") && Contains("1 skipped"));
  CHECK(done.corrections.empty());
  CHECK_FALSE(done.records.empty());
}

TEST_CASE("pairs of events are reviewed after persons", "[cli][review]") {
  const bool one = GENERATE(true, false);
  const Reviewed done = review(alike, one ? "y\n" : "n\n");
  CHECK(done.outcome.status == 0);
  CHECK_THAT(done.outcome.err, Contains("2024-01-18 · meeting (a#1)") && Contains("One event?"));
  CHECK_THAT(done.corrections, Catch::Matchers::Equals(std::string("events:\n- ") + (one ? "merge" : "different") +
                                                       R"(: ["a#1", "b#1"]  # yasar-guler, zakir-hasanov)" + "\n"));
  CHECK((done.records.find("b#1") == std::string::npos) == one);
}

TEST_CASE("a review needs the standard input for its answers", "[cli][review]") {
  const Outcome outcome = run_entente({"resolve", "-", "--review"}, {.input = ambiguous});
  CHECK(outcome.status == 2);
  CHECK_THAT(outcome.err, Contains("--review: the answers come from the standard input; name the records as a file"));
}
