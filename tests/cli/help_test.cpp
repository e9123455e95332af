#include "command.hpp"
#include "command_runner.hpp"

#include <cstdlib>
#include <sstream>

#include <catch2/catch.hpp>
#include <fmt/format.h>

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
  CHECK_THAT(outcome.out, Contains("entente 0.") && Contains("built by ") && Contains("Boost 1.") && Contains("ICU "));
}

namespace {

/// What a program says of a script; empty where the program is not there.
std::string complaint_of(const std::string& command) {
  const TestFolder folder;
  const std::string file = folder / "said";
  if (std::system(fmt::format("{} >{} 2>&1", command, file).c_str()) == -1) return "cannot run " + command;
  return read_file(file);
}

}  // namespace

TEST_CASE("bash completes commands, flags and their values", "[cli][help]") {
  const TestFolder folder;
  const Outcome script = run_entente({"completion", "bash"});
  REQUIRE(script.status == 0);
  const std::string file = folder.write("entente.bash", script.out);
  const auto completed = [&](const std::string& words, int at) {
    return complaint_of(fmt::format(
        "bash -c 'source {}; COMP_WORDS=({}); COMP_CWORD={}; _entente; echo \"${{COMPREPLY[@]}}\"'", file, words, at));
  };
  CHECK(completed("entente pai", 1) == "pairs\n");
  CHECK(completed("entente pairs --wei", 2) == "--weight\n");
  CHECK(completed("entente pairs --weight ja", 3) == "jaccard\n");
  CHECK(completed("entente pairs --format \"\"", 3) == "table csv json\n");
  CHECK(completed("entente completion z", 2) == "zsh\n");
}

TEST_CASE("completions of all shells name every command and flag", "[cli][help]") {
  for (const std::string shell : {"bash", "zsh", "fish"}) {
    const Outcome script = run_entente({"completion", shell});
    CHECK(script.status == 0);
    for (const Command& command : commands()) {
      INFO(shell << ' ' << command.name);
      CHECK_THAT(script.out, Contains(std::string(command.name)));
    }
    CHECK_THAT(script.out, Contains("max-event-size") && Contains("leave-out"));
  }
  CHECK_THAT(run_entente({"completion", "fisch"}).err, Contains("did you mean 'fish'?"));
  CHECK(run_entente({"completion"}).status == 2);
}

TEST_CASE("the manual has a page for each command that man reads without complaint", "[cli][help]") {
  const TestFolder folder;
  std::vector<std::vector<std::string>> pages{{"manual"}};
  for (const Command& command : commands()) pages.push_back({"manual", std::string(command.name)});
  for (const auto& page : pages) {
    const Outcome outcome = run_entente(page);
    INFO(page.back());
    CHECK(outcome.status == 0);
    CHECK_THAT(outcome.out, Contains(".SH NAME") && Contains(".SH EXIT STATUS"));
    const std::string file = folder.write(page.back() + ".1", outcome.out);
    if (std::system("command -v groff >/dev/null") == 0) {
      CHECK(complaint_of(fmt::format("groff -K utf8 -man -Tutf8 -ww -z {}", file)).empty());
    }
  }
  CHECK_THAT(run_entente({"manual", "pars"}).err, Contains("did you mean 'pairs'?"));
}
