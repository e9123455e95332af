#include "command_runner.hpp"

#include <entente/io/report.hpp>

#include <algorithm>
#include <cstdint>
#include <sstream>

#include <catch2/catch.hpp>

using namespace entente::test;

namespace {

/// Events of 60 persons with dates, places, types and documents; a few without ids.
std::vector<std::string> event_lines() {
  std::uint64_t state = 12345;
  const auto next = [&state](std::uint64_t below) {
    state = state * 6364136223846793005U + 1442695040888963407U;
    return (state >> 33) % below;
  };
  std::vector<std::string> lines;
  for (int event = 0; event < 300; ++event) {
    std::ostringstream line;
    line << "{";
    if (event % 7 != 0) line << "\"id\": \"e" << event << "\", ";
    if (event % 5 != 0) line << "\"date\": \"20" << 10 + next(14) << "-0" << 1 + next(9) << "-1" << next(9) << "\", ";
    line << "\"type\": \"" << (event % 3 == 0 ? "visit" : "meeting") << "\", \"participants\": [";
    const std::uint64_t size = 2 + next(4);
    for (std::uint64_t index = 0; index < size; ++index) {
      const std::uint64_t person = std::min(next(60), next(60));
      line << (index > 0 ? ", " : "") << "{\"name\": \"Person " << static_cast<char>('A' + person % 26) << " Number"
           << person << "\", \"country\": \"" << (person % 2 == 0 ? "AZ" : "TR") << "\"}";
    }
    line << "], \"evidence\": [{\"text\": \"Sentence " << event << " <&>\"}], \"source\": {\"document\": \"d"
         << event / 2 << "\"}}\n";
    lines.push_back(line.str());
  }
  return lines;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line;
  return text;
}

}  // namespace

TEST_CASE("results do not depend on threads", "[cli][determinism]") {
  const TestFolder folder;
  const std::string input = folder.write("in/events.jsonl", joined(event_lines()));
  REQUIRE(run_entente({"run", input, "--out", folder / "one", "--threads", "1"}).status == 0);
  const auto expected = read_results(folder / "one");
  REQUIRE(expected.size() == (entente::has_report_page() ? 15 : 14));
  for (const std::string threads : {"1", "2", "3", "8"}) {
    INFO(threads << " threads");
    REQUIRE(run_entente({"run", input, "--out", folder / "more", "--threads", threads}).status == 0);
    CHECK(read_results(folder / "more") == expected);
  }
}

TEST_CASE("results do not depend on the order of lines and files", "[cli][determinism]") {
  const TestFolder folder;
  std::vector<std::string> lines = event_lines();
  const std::size_t half = lines.size() / 2;
  const auto write_halves = [&](const std::string& first, const std::string& second) {
    folder.write("in/" + first, joined({lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(half)}));
    folder.write("in/" + second, joined({lines.begin() + static_cast<std::ptrdiff_t>(half), lines.end()}));
  };
  write_halves("a.jsonl", "b.jsonl");
  REQUIRE(run_entente({"run", folder / "in", "--out", folder / "one"}).status == 0);
  const auto expected = read_results(folder / "one");

  std::ranges::reverse(lines);
  std::ranges::rotate(lines, lines.begin() + 77);
  write_halves("a.jsonl", "b.jsonl");
  REQUIRE(run_entente({"run", folder / "in", "--out", folder / "two"}).status == 0);
  CHECK(read_results(folder / "two") == expected);

  write_halves("b.jsonl", "a.jsonl");
  REQUIRE(run_entente({"run", folder / "in", "--out", folder / "three"}).status == 0);
  CHECK(read_results(folder / "three") == expected);
}

TEST_CASE("the study that a run leaves gives the same bytes", "[cli][determinism]") {
  const TestFolder folder;
  folder.write("in/events.jsonl", joined(event_lines()) + "nonsense\n");
  REQUIRE(run_entente({"run", folder / "in", "--out", folder / "one", "--weight", "newman", "--half-life", "365",
                       "--country", "AZ", "--since", "2011", "--seed", "5", "--no-quotes", "--by", "country"})
              .status == 1);
  const auto expected = read_results(folder / "one");
  REQUIRE(run_entente({"run", folder / "one/study.yaml", "--out", folder / "two", "--threads", "3"}).status == 1);
  CHECK(read_results(folder / "two") == expected);
  // From elsewhere, by another way to name it.
  REQUIRE(run_entente({"run", "one/study.yaml", "--out", "one"}, {.folder = folder.path()}).status == 1);
  CHECK(read_results(folder / "one") == expected);
}

TEST_CASE("articles give the same bytes for any number of threads", "[cli][determinism]") {
  const TestFolder folder;
  const std::string articles = source_path("data/articles");
  if (!std::filesystem::exists(articles)) {
    WARN("no articles here");
    return;
  }
  const Outcome one = run_entente({"run", articles, "--out", folder / "one", "--threads", "1"});
  INFO(one.err);
  REQUIRE(one.status <= 1);
  const auto expected = read_results(folder / "one");
  for (const std::string threads : {"2", "8"}) {
    REQUIRE(run_entente({"run", articles, "--out", folder / "more", "--threads", threads}).status == one.status);
    CHECK(read_results(folder / "more") == expected);
  }
  CHECK(run_entente({"extract", articles, "--threads", "1"}).out ==
        run_entente({"extract", articles, "--threads", "3"}).out);
}

TEST_CASE("corrected records beside known ones do not depend on threads or order", "[cli][determinism]") {
  const TestFolder folder;
  std::vector<std::string> lines = event_lines();
  const auto middle = lines.begin() + static_cast<std::ptrdiff_t>(lines.size() / 2);
  const std::string earlier = folder.write("earlier.jsonl", joined({lines.begin(), middle}));
  std::vector<std::string> later(middle, lines.end());
  const std::string corrections = folder.write(
      "c.yaml",
      "persons:\n- same: [person-a-number0, person-b-number1]\n- rename: {id: person-c-number2, name: C.}\n"
      "events:\n- merge: [e1, e2]\n- different: [e3, e5]\n- drop: e8\n");
  const auto resolved = [&](const std::string& threads) {
    const std::string known = folder / "known.jsonl";
    REQUIRE(run_entente({"resolve", earlier, "-o", known, "--corrections", corrections, "--threads", threads}).status ==
            0);
    const Outcome outcome =
        run_entente({"resolve", "-", "--known", known, "--corrections", corrections, "--threads", threads},
                    {.input = joined(later)});
    INFO(outcome.err);
    REQUIRE(outcome.status == 0);
    return read_file(known) + outcome.out;
  };
  const std::string expected = resolved("1");
  CHECK(std::ranges::count(expected, '\n') > 300);
  for (const std::string threads : {"2", "3", "8"}) {
    std::ranges::rotate(later, later.begin() + 37);
    CHECK(resolved(threads) == expected);
  }
}
