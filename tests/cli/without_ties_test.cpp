#include "command_runner.hpp"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

using namespace entente::test;
using Catch::Matchers::Contains;

namespace {

const std::string three_meetings = R"({"id": "a", "participants": ["Ann Bell", "Bob Cole", "Cleo Dorn"]})"
                                   "\n"
                                   R"({"id": "b", "participants": ["Ann Bell", "Bob Cole"]})"
                                   "\n"
                                   R"({"id": "c", "participants": ["Dan Ekman", "Ann Bell"]})"
                                   "\n";

}  // namespace

TEST_CASE("a ranking without ties is that of the ties", "[cli]") {
  for (const std::string weight : {"count", "newman", "fractional"}) {
    const std::vector<std::string> command{"rank", "-",        "--measure", "strength,events", "--weight",
                                           weight, "--format", "csv",       "--threads",       "2"};
    std::vector<std::string> without = command;
    without.emplace_back("--without-ties");
    const Outcome made = run_entente(command, {.input = three_meetings});
    const Outcome not_made = run_entente(without, {.input = three_meetings});
    CHECK(not_made.status == 0);
    CHECK(not_made.out == made.out);
    CHECK_THAT(made.err, Contains("4 persons, 3 events, 4 ties"));
    CHECK_THAT(not_made.err, Contains("4 persons, 3 events, no ties made"));
  }
  CHECK_THAT(run_entente({"rank", "-", "--without-ties"}, {.input = three_meetings}).out,
             Contains("pagerank") && Contains("strength") && Contains("eigenvector") && Contains("hits"));
}

TEST_CASE("what needs ties is refused where none are made", "[cli][bad input]") {
  const auto refused = [](std::vector<std::string> flags) {
    std::vector<std::string> command{"rank", "-", "--without-ties"};
    command.insert(command.end(), flags.begin(), flags.end());
    const Outcome outcome = run_entente(command, {.input = three_meetings});
    CHECK(outcome.status == 2);
    return outcome.err;
  };
  CHECK_THAT(refused({"--measure", "betweenness"}), Contains("needs ties") && Contains("pagerank, eigenvector"));
  CHECK_THAT(refused({"--backbone", "sdsm"}), Contains("makes none"));
  CHECK_THAT(refused({"--weight", "jaccard"}), Contains("not a sum over events"));
  CHECK_THAT(refused({"--threshold", "2"}), Contains("must be made"));
}
