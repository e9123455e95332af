#include "expected_network.hpp"
#include "full_document.hpp"
#include "network_readers.hpp"
#include "temporary_folder.hpp"

#include <entente/core/error.hpp>
#include <entente/io/gexf.hpp>

#include <sstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

using namespace entente;
using namespace entente::test;

namespace {

std::string gexf(const NetworkDocument& document, const GexfOptions& options = {}) {
  std::ostringstream out;
  write_gexf(out, document, options);
  return out.str();
}
std::string gexf(const EventGraph& graph) {
  std::ostringstream out;
  write_gexf(out, graph);
  return out.str();
}

// The published schema has what readers want in the namespace viz in the main one.
void check_gexf(const std::string& path) { check_schema(path, "gexf-1.3/gexf.xsd", "sed -E 's#(</?)viz:#\\1#g'"); }

std::string read_like_gephi(const std::string& path) {
  const CommandResult result = run_command(python + " " + script("read_gexf_like_gephi.py") + " " + path);
  return result.output.substr(0, 2000);
}

// Names in attributes of type xs:token.
std::vector<std::string> labels_in_gexf() {
  std::vector<std::string> names = names_in_xml();
  names[0] = "tag0 <&\"'> ]]> & < &amp;";
  return names;
}

Record meeting(const std::string& id, const std::string& date, const std::vector<std::string>& persons) {
  Record record;
  record.id = id;
  record.date = Date::parse(date);
  for (const std::string& person : persons) record.participants.push_back(participant(person, person));
  return record;
}

// The part of a file from an element to its end.
std::string element(const std::string& text, const std::string& begin, const std::string& end) {
  const std::size_t at = text.find(begin);
  if (at == std::string::npos) return {};
  return text.substr(at, text.find(end, at) - at);
}

std::vector<Record> dated_meetings() {
  return {meeting("e1", "2024-01-18", {"ada", "bo"}),       meeting("e2", "2024-01", {"ada", "bo"}),
          meeting("e3", "2023-12-31", {"ada", "bo", "cy"}), meeting("e4", "2023", {"ada", "cy"}),
          meeting("e5", "XXXX-05-01", {"bo", "dee"}),       meeting("e6", "2024-02-01", {"ada", "bo"})};
}

}  // namespace

TEST_CASE("GEXF of a network follows its schema and is read by NetworkX and as Gephi reads", "[io]") {
  const SampleNetwork sample(hostile_records(), {.weight = Weight::newman});
  const bool windowed = GENERATE(false, true);
  const TemporaryFolder folder;
  GexfOptions options;
  if (windowed) options.window = GexfWindow::month;
  const std::string text = gexf(full_document(sample), options);
  CHECK(text == gexf(full_document(sample), options));
  const std::string path = folder.write("network.gexf", text);
  check_gexf(path);
  const std::string expected = folder.write("expected.json", expected_network(sample, labels_in_gexf()));
  check_with("networkx", "read_gexf_networkx.py", path + " " + expected);
  // Eight meetings of three have a date: 24 spells of persons, and 24 of ties; the tie of 0 and 2 stands on the ninth.
  CHECK_THAT(read_like_gephi(path), Catch::StartsWith("nodes 10 edges 18 spells 48 windows " +
                                                      std::string(windowed ? "17" : "0") + " mode dynamic"));
}

TEST_CASE("GEXF of persons and events follows its schema", "[io]") {
  const SampleNetwork sample(hostile_records());
  const TemporaryFolder folder;
  const std::string path = folder.write("events.gexf", gexf(sample.graph));
  check_gexf(path);
  CHECK_THAT(read_like_gephi(path), Catch::StartsWith("nodes 20 edges 28 spells 56 windows 0 mode dynamic"));
}

TEST_CASE("GEXF of the empty network is valid and does not change with time", "[io]") {
  const SampleNetwork sample({});
  const TemporaryFolder folder;
  const std::string path = folder.write("network.gexf", gexf(sample.document()));
  check_gexf(path);
  CHECK_THAT(read_like_gephi(path), Catch::StartsWith("nodes 0 edges 0 spells 0 windows 0 mode static"));
  check_gexf(folder.write("events.gexf", gexf(sample.graph)));
}

TEST_CASE("spells last as long as a date can mean, and those that share a day are one", "[io]") {
  const SampleNetwork sample(dated_meetings());
  const std::string text = gexf(sample.document());
  CHECK_THAT(text, Catch::Contains(R"(start="2023-01-01" end="2024-02-01">)"));
  const std::string tie = element(text, R"(source="p0" target="p1")", "</edge>");
  CHECK(element(tie, "<spells>", "</spells>") ==
        "<spells>\n"
        "          <spell start=\"2023-12-31\" end=\"2023-12-31\"/>\n"
        "          <spell start=\"2024-01-01\" end=\"2024-01-31\"/>\n"
        "          <spell start=\"2024-02-01\" end=\"2024-02-01\"/>\n        ");
  const std::string year = element(text, R"(source="p0" target="p2")", "</edge>");
  CHECK(element(year, "<spells>", "</spells>") ==
        "<spells>\n          <spell start=\"2023-01-01\" end=\"2023-12-31\"/>\n        ");
  const std::string undated = element(text, R"(source="p1" target="p3")", "</edge>");
  CHECK(!undated.empty());
  CHECK_THAT(undated, !Catch::Contains("spell"));
}

TEST_CASE("windows tell the weight of the events that surely lie in them", "[io]") {
  const SampleNetwork sample(dated_meetings());
  const auto weights = [&](const GexfOptions& options) {
    const std::string tie = element(gexf(sample.document(), options), R"(source="p0" target="p1")", "</edge>");
    std::vector<std::string> found;
    for (std::size_t at = tie.find("for=\"weight\""); at != std::string::npos;
         at = tie.find("for=\"weight\"", at + 1)) {
      found.push_back(tie.substr(at + 13, tie.find("/>", at) - at - 13));
    }
    return found;
  };
  CHECK(weights({.window = GexfWindow::month}) ==
        std::vector<std::string>{R"(value="1" start="2023-12-01" end="2023-12-31")",
                                 R"(value="2" start="2024-01-01" end="2024-01-31")",
                                 R"(value="1" start="2024-02-01" end="2024-02-29")"});
  CHECK(weights({.window = GexfWindow::quarter}) ==
        std::vector<std::string>{R"(value="1" start="2023-10-01" end="2023-12-31")",
                                 R"(value="3" start="2024-01-01" end="2024-03-31")"});
  CHECK(weights({.window = GexfWindow::year, .event_weights = {1, 1, 0.5, 1, 1, 4}}) ==
        std::vector<std::string>{R"(value="0.5" start="2023-01-01" end="2023-12-31")",
                                 R"(value="6" start="2024-01-01" end="2024-12-31")"});
  CHECK_THROWS_AS(gexf(sample.document(), {.window = GexfWindow::year, .event_weights = {1}}), Error);
}
