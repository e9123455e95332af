#include "command_runner.hpp"

#include <catch2/catch.hpp>

using namespace entente::test;
using Catch::Matchers::Contains;

namespace {

const std::string before =
    "{\"id\": \"1\", \"date\": \"2024-01-18\", \"participants\": [\"Ann Able\", \"Ben Baker\"]}\n"
    "{\"id\": \"2\", \"date\": \"2024-02\", \"participants\": [\"Ann Able\", \"Cem Cook\"]}\n";
const std::string after =
    "{\"id\": \"1\", \"date\": \"2024-01-19\", \"participants\": [\"Ann Able\", \"Ben Baker\"]}\n"
    "{\"id\": \"3\", \"type\": \"call\", \"participants\": [\"Dan Dell\", \"Eve East\"]}\n";

}  // namespace

TEST_CASE("diff tells what is new, gone and changed", "[cli][diff]") {
  const TestFolder folder;
  const std::string old_file = folder.write("old.jsonl", before);
  const std::string new_file = folder.write("new.jsonl", after);
  const Outcome outcome = run_entente({"diff", old_file, new_file, "--format", "csv"});
  CHECK(outcome.status == 0);
  CHECK(outcome.out ==
        "change,event,field,old,new\n"
        "new,3,event,,\"undated call: Dan Dell, Eve East\"\n"
        "gone,2,event,\"2024-02 other: Ann Able, Cem Cook\",\n"
        "changed,1,date,2024-01-18,2024-01-19\n");
  CHECK_THAT(outcome.err, Contains("1 new, 1 gone, 1 changed, 0 the same"));
  CHECK_THAT(run_entente({"diff", old_file, new_file, "--format", "json"}).out, Contains("\"change\": \"gone\""));
  CHECK_THAT(run_entente({"diff", old_file, "-"}, {.input = after}).out, Contains("changed"));
  const Outcome same = run_entente({"diff", old_file, old_file, "--quiet", "--format", "csv"});
  CHECK(same.out == "change,event,field,old,new\n");
  CHECK(same.err.empty());
}

TEST_CASE("diff needs two inputs that can be read", "[cli][diff]") {
  CHECK(run_entente({"diff", "data/records/seeds.jsonl"}).status == 2);
  CHECK(run_entente({"diff", "-", "-"}).status == 2);
  CHECK(run_entente({"diff", "data/records/seeds.jsonl", "not-there.jsonl"}).status == 3);
}
