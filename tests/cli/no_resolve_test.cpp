#include "command_runner.hpp"

#include <string>

#include <catch2/catch.hpp>

using namespace entente::test;
using Catch::Matchers::Contains;

namespace {

std::string lines(int count) {
  std::string text;
  for (int i = 0; i < count; ++i) {
    text += "{\"id\": \"e" + std::to_string(i) + "\", \"date\": \"2024-01-" + std::to_string(10 + i % 20) +
            "\", \"participants\": [\"Person " + std::to_string(i % 7) + "\", \"Person " + std::to_string(i % 11 + 3) +
            "\", {\"name\": \"Zakir Hasanov\", \"country\": \"AZ\"}]}\n";
  }
  return text;
}

}  // namespace

TEST_CASE("persons taken as told are the same from a file, at once, and from standard input", "[cli][no-resolve]") {
  const TestFolder folder;
  const std::string file = folder.write("r.jsonl", lines(200) + R"({"id": "x", "participants": ["Z. Hasanov", 7]})"
                                                                "\n");
  const std::string table = run_entente({"pairs", file, "--no-resolve", "--format", "csv"}).out;
  CHECK_THAT(table, Contains("Zakir Hasanov"));
  CHECK(run_entente({"pairs", "-", "--no-resolve", "--format", "csv"}, {.input = read_file(file)}).out == table);
  for (const std::string threads : {"1", "2", "3", "8"}) {
    CHECK(run_entente({"pairs", file, "--no-resolve", "--format", "csv", "--threads", threads}).out == table);
  }
  const Outcome told = run_entente({"pairs", file, "--no-resolve"});
  CHECK(told.status == 1);
  CHECK_THAT(told.err, Contains("r.jsonl:201") && Contains("201 articles and records") && Contains("1 rejected"));
}

TEST_CASE("names are not compared where persons are taken as told", "[cli][no-resolve]") {
  const std::string input = R"({"id": "a", "participants": [{"name": "Zakir Hasanov", "country": "AZ"}, "Ann Bell"]})"
                            "\n"
                            R"({"id": "b", "participants": [{"name": "Zakir Həsənov", "country": "AZ"}, "Ann Bell"]})"
                            "\n";
  CHECK_THAT(run_entente({"rank", "-", "--no-resolve"}, {.input = input}).err, Contains("3 persons"));
  CHECK_THAT(run_entente({"rank", "-"}, {.input = input}).err, Contains("2 persons"));
}

TEST_CASE("records without an id of their own are told apart all the same", "[cli][no-resolve]") {
  const TestFolder folder;
  const std::string twice = folder.write("twice.jsonl", lines(3) + lines(2));
  const Outcome outcome = run_entente({"pairs", twice, "--no-resolve"});
  CHECK(outcome.status == 1);
  CHECK_THAT(outcome.err, Contains("e0") && Contains("2 rejected"));
  const std::string bare =
      folder.write("bare.jsonl", "{\"participants\": [\"A\", \"B\"]}\n{\"participants\": [\"A\", \"B\"]}\n");
  CHECK_THAT(run_entente({"pairs", bare, "--no-resolve", "--format", "csv"}).out, Contains("A,B,A,B,,,2,2,2,2,2,"));
}
