#include "command.hpp"
#include "command_runner.hpp"

#include <sstream>

#include <catch2/catch.hpp>

using namespace entente::test;
using Catch::Matchers::Contains;
using entente::cli::Command;
using entente::cli::commands;

namespace {

/// The words of a command line, "quoted ones" in one.
std::vector<std::string> words_of(std::string_view line) {
  std::vector<std::string> words(1);
  bool quoted = false;
  for (const char character : line) {
    if (character == '"') {
      quoted = !quoted;
    } else if (character == ' ' && !quoted) {
      words.emplace_back();
    } else {
      words.back() += character;
    }
  }
  return words;
}

}  // namespace

TEST_CASE("the help names every command, and its help its flags and example", "[cli][help]") {
  const Outcome help = run_entente({"--help"});
  CHECK(help.status == 0);
  const std::string docs = read_file(source_path("docs/command.md"));
  for (const Command& command : commands()) {
    const std::string name(command.name);
    INFO(name);
    CHECK_THAT(help.out, Contains("  " + name + " ") && Contains(std::string(command.sentence)));
    const Outcome one = run_entente({name, "--help"});
    CHECK(one.status == 0);
    CHECK_THAT(one.out, Contains(std::string(command.example)) && Contains("--threads") && Contains("--quiet") &&
                            Contains("--config") && Contains("--no-quotes") && Contains("--seed"));
    const bool reads = !command.names.empty() || !command.inputs.empty();
    if (reads) CHECK_THAT(one.out, Contains("--lexicon"));
    CHECK_THAT(docs, Contains("`entente " + name) && Contains(std::string(command.example)));
  }
}

TEST_CASE("every example works", "[cli][help]") {
  const TestFolder folder;
  std::filesystem::create_symlink(source_path("data"), folder / "data");
  for (const Command& command : commands()) {
    std::vector<std::string> words = words_of(command.example);
    REQUIRE(words.front() == "entente");
    words.erase(words.begin());
    CHECK(words.front() == command.name);
    const Outcome outcome = run_entente(words, {.folder = folder.path()});
    INFO(command.example << "\n" << outcome.err);
    CHECK(outcome.status == 0);
  }
}

TEST_CASE("the version is told", "[cli][help]") {
  const Outcome outcome = run_entente({"--version"});
  CHECK(outcome.status == 0);
  CHECK_THAT(outcome.out, Contains("entente 0."));
}
