// GraphML of several megabytes is read in blocks on several threads: nothing may depend on where a block ends.

#include "collected_input.hpp"
#include "sample_network.hpp"
#include "temporary_folder.hpp"

#include <entente/io/graphml.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>

using namespace entente;
using namespace entente::test;

namespace {

constexpr std::string_view first_node = "    <node id=\"p0\"";
constexpr std::string_view first_edge = "    <edge id=\"m0\"";

std::vector<Record> many_records() {
  std::vector<Record> records(6'000);
  for (std::size_t i = 0; i < records.size(); ++i) {
    Record& record = records[i];
    record.id = "article-" + std::to_string(i) + "#1";
    record.type = EventType::meeting;
    record.date = Date::from_day(static_cast<Day>(14'000 + i));
    for (const std::size_t number : {i % 701, 701 + i % 1'009}) {
      record.participants.push_back(
          participant("person-" + std::to_string(number), "Ann & Ben the " + std::to_string(number) + "th", "AZ"));
    }
    record.evidence.push_back({.document = {}, .range = {}, .text = "They met & talked <" + std::to_string(i) + ">!?"});
  }
  return records;
}

std::string graphml_of(const std::vector<Record>& records) {
  std::ostringstream out;
  write_graphml(out, build_event_graph(records));
  return out.str();
}

CollectedInput read(const std::string& content, unsigned threads) {
  const TemporaryFolder folder;
  return collect({folder.write("e.graphml", content)}, {}, {}, {.threads = threads});
}

// The one message that reading gives, the same for any number of threads.
std::string failure_of(const std::string& content) {
  std::vector<std::string> messages;
  for (const unsigned threads : {1U, 2U, 3U, 8U}) {
    const CollectedInput input = read(content, threads);
    REQUIRE(input.rejected.size() == 1);
    CHECK(input.records.empty());
    messages.push_back(input.rejected.front().message);
  }
  CHECK(std::ranges::all_of(messages, [&](const std::string& message) { return message == messages.front(); }));
  return messages.front();
}

std::string line_of(std::string_view content, std::size_t offset) {
  return "line " + std::to_string(1 + std::ranges::count(content.substr(0, offset), '\n')) + ": ";
}

std::string with(std::string content, std::size_t offset, std::string_view inserted) {
  return content.insert(offset, inserted);
}

}  // namespace

TEST_CASE("a graph of many blocks comes back the same for any number of threads", "[io][threads]") {
  const std::string content = graphml_of(many_records());
  REQUIRE(content.size() > (std::size_t{3} << 20U));
  for (const unsigned threads : {1U, 2U, 3U, 8U}) {
    const CollectedInput input = read(content, threads);
    CHECK(input.rejected.empty());
    REQUIRE(input.records.size() == 6'000);
    CHECK(graphml_of(input.records) == content);
    const std::size_t event = content.find("<node id=\"e5000\"");
    CHECK("line " + std::to_string(input.places[5'000].line) + ": " == line_of(content, event));
  }
}

TEST_CASE("what stands in comments and instructions is no element, wherever a block ends", "[io][threads]") {
  const std::string content = graphml_of(many_records());
  // Longer than a block, so that one begins or ends within it.
  std::string hidden;
  while (hidden.size() < (std::size_t{5} << 18U)) hidden += "<node id=\"hidden\"> <edge source=\"p0\">! ? <!- <!x>\n";
  const auto [opening, closing] = GENERATE(table<std::string, std::string>({{"<!--", "-->"}, {"<?note ", "?>"}}));
  const std::string skipped = opening + hidden + closing + "\n";
  std::string changed = content;
  for (const std::string_view mark : {first_node, std::string_view("    <node id=\"e3000\""), first_edge}) {
    changed = with(std::move(changed), changed.find(mark), skipped);
  }
  for (const unsigned threads : {1U, 3U}) {
    const CollectedInput input = read(changed, threads);
    CHECK(input.rejected.empty());
    CHECK(graphml_of(input.records) == content);
  }
}

TEST_CASE("a fault in a late block is told with its line", "[io][threads]") {
  const std::string content = graphml_of(many_records());
  const std::size_t late = content.find("    <edge id=\"m11000\"");
  REQUIRE(late != std::string::npos);
  const auto [inserted, message] = GENERATE(table<std::string, std::string>({
      {"<edge source=\"x\" target=\"y\"/>", "the edge of 'x' and 'y' does not join a person and an event"},
      {"<node id=\"p1\"><data key=\"kind\">person</data><data key=\"name\">A</data></node>", "a node stands twice"},
      {"<node id=\"q\"><data key=\"kind\">event</data><data key=\"date\">once</data></node>", "'once' is no date"},
      {"<key id=\"x\" attr.name=\"role\"/>", "a <key> stands behind a <node>"},
      {"<data>&bad;</data>\n</edge>", "no XML: </edge> ends what did not begin"},
  }));
  CAPTURE(inserted);
  const std::string found = failure_of(with(content, late, inserted));
  const std::size_t line_end = inserted.find('\n');
  CHECK(found ==
        line_of(with(content, late, inserted), late + (line_end == std::string::npos ? 0 : line_end + 1)) + message);
}

TEST_CASE("of two faults the first in the file is told", "[io][threads]") {
  std::string content = graphml_of(many_records());
  const std::string edge = "<edge source=\"x\" target=\"y\"/>";
  content = with(std::move(content), content.find("    <edge id=\"m11000\""), edge);
  const std::size_t first = content.find("    <node id=\"e4000\"");
  content = with(std::move(content), first, edge);
  CHECK_THAT(failure_of(content), Catch::StartsWith(line_of(content, first)));
}

TEST_CASE("a file that ends early, or has graphs within nodes, is told of", "[io][threads]") {
  const std::string content = graphml_of(many_records());
  CHECK_THAT(failure_of(content.substr(0, content.size() / 2)), Catch::Contains("the file ends within"));

  const std::string begins = GENERATE("<node id=\"p5\"", "<node id=\"e3000\"");
  std::string nested = with(content, content.find(first_edge), "</graph></node>\n");
  nested = with(std::move(nested), nested.find(begins), "<node id=\"outer\"><graph>");
  CHECK_THAT(failure_of(nested), Catch::Contains("nodes or edges stand within each other"));
}
