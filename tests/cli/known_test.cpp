#include "command_runner.hpp"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

using namespace entente::test;
using Catch::Matchers::Contains;

namespace {

std::string line(const std::string& document, const std::string& date, const std::string& first,
                 const std::string& second) {
  return R"({"id": ")" + document + R"(#1", "type": "meeting", "date": ")" + date +
         R"(", "participants": [{"name": ")" + first + R"(", "country": "AZ"}, {"name": ")" + second +
         R"(", "country": "TR"}], "source": {"document": ")" + document + "\"}}\n";
}

const std::string first_day = line("m.txt", "2024-01-18", "Zakir Hasanov", "Hulusi Akar") +
                              line("n.txt", "2024-01-18", "Zakir Hasanov", "Hulusi Akar") +
                              line("o.txt", "2024-02-18", "Zakir Hasanov", "Ann Able");

/// What `resolve` makes of `fresh` beside what it made of `first_day`.
Outcome resolve_beside(const TestFolder& folder, const std::string& fresh, std::vector<std::string> more = {}) {
  folder.write("first.jsonl", first_day);
  folder.write("fresh.jsonl", fresh);
  std::vector<std::string> first{"resolve", folder / "first.jsonl", "-o", folder / "known.jsonl"};
  std::vector<std::string> second{"resolve", folder / "fresh.jsonl", "--known", folder / "known.jsonl"};
  for (const std::string& argument : more) {
    first.push_back(argument);
    second.push_back(argument);
  }
  REQUIRE(run_entente(first).status == 0);
  return run_entente(second);
}

}  // namespace

TEST_CASE("new records join known events and persons, whose identifiers stay", "[cli][known]") {
  const TestFolder folder;
  const Outcome outcome = resolve_beside(folder, line("a.txt", "2024-01-18", "Zakir Həsənov", "Hulusi Akar") +
                                                     line("b.txt", "2024-05-05", "Z. Hasanov", "Somebody New"));
  INFO(outcome.err);
  CHECK(outcome.status == 0);
  CHECK_THAT(outcome.out, Contains(R"({"id": "m.txt#1")") && !Contains(R"({"id": "a.txt#1")"));
  CHECK_THAT(outcome.out, Contains(R"({"document": "a.txt"})") && Contains(R"({"id": "b.txt#1")"));
  CHECK_THAT(outcome.out, Contains(R"({"id": "zakir-hasanov", "name": "Z. Hasanov")") && Contains("somebody-new"));
}

TEST_CASE("what is known already is not read again", "[cli][known]") {
  const TestFolder folder;
  const Outcome outcome = resolve_beside(folder, first_day);
  CHECK(outcome.status == 0);
  CHECK(outcome.out == read_file(folder / "known.jsonl"));
  CHECK_THAT(outcome.err, Contains("3 known before"));
}

TEST_CASE("corrections that were applied before need not find what they settled", "[cli][known]") {
  const TestFolder folder;
  const std::string corrections =
      folder.write("c.yaml", "persons:\n- same: [zakir-hasanov, ann-able]\nevents:\n- drop: o.txt#1\n");
  const Outcome outcome =
      resolve_beside(folder, line("p.txt", "2024-06-06", "Ann Able", "Hulusi Akar"), {"--corrections", corrections});
  INFO(outcome.err);
  CHECK(outcome.status == 0);
  CHECK_THAT(outcome.err, Contains("corrections mean persons or events that are no longer there"));
  CHECK_THAT(outcome.out, !Contains("o.txt"));
}

TEST_CASE("records that were not resolved are not known ones", "[cli][known]") {
  const TestFolder folder;
  folder.write("raw.jsonl", first_day);
  folder.write("a.txt", "The minister met nobody.");
  folder.write("empty.jsonl", "");
  const auto complaint = [&](const std::string& known) {
    const Outcome outcome = run_entente({"resolve", folder / "raw.jsonl", "--known", folder / known});
    CHECK(outcome.status == 2);
    CHECK(outcome.out.empty());
    return outcome.err;
  };
  CHECK_THAT(complaint("raw.jsonl"), Contains("raw.jsonl:1: participants: a participant lacks an identifier"));
  CHECK_THAT(complaint("a.txt"), Contains("a.txt: is an article"));
  CHECK_THAT(complaint("empty.jsonl"), Contains("empty.jsonl: holds no record"));
}
