#include "command.hpp"
#include "expected_network.hpp"
#include "sample_network.hpp"
#include "temporary_folder.hpp"

#include <entente/io/dot.hpp>

#include <cstdint>
#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

using namespace entente;
using namespace entente::test;

namespace {

// `hostile_names()` and Zoë as a DOT label shows them.
std::vector<std::string> names_in_dot() {
  return {"tag0 <&\"'> ]]> & < &amp;",       "tag1 \u05D9\u05E6\u05D7\u05E7 \u202Ertl\u202C",
          "tag2 \U0001F600 emoji",           "tag3   [31m control ",
          "tag4 " + std::string(10000, 'n'), "tag5 back\\slash \\N \\",
          "tag6\uFFFE\uFFFF noncharacters",  "tag7 -- a -- [label=x]; }",
          "tag8 \uFFFD\uFFFD( invalid",      "Zo\u00EB"};
}

std::string dot(const NetworkDocument& document, const DotOptions& options = {}) {
  std::ostringstream out;
  write_dot(out, document, options);
  return out.str();
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t times = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++times;
  return times;
}

}  // namespace

TEST_CASE("Graphviz accepts both dialects", "[io]") {
  const SampleNetwork sample(hostile_records(), {.weight = Weight::newman});
  NetworkDocument document = sample.document();
  document.communities = {0, 0, 0, 1, 1, 1, 2, 2, 2, 9};
  const DotProfile profile = GENERATE(DotProfile::graphviz, DotProfile::gephi);
  const TemporaryFolder folder;
  const std::string text = dot(document, {.profile = profile});
  const std::string path = folder.write("network.dot", text);
  CHECK(text == dot(document, {.profile = profile}));
  if (!has_program("dot")) {
    WARN("Graphviz is not there; not tested");
    return;
  }
  const CommandResult canonical = run_command("dot -Tcanon " + path);
  INFO(canonical.output.substr(0, 1000));
  CHECK(canonical.status == 0);
  CHECK_THAT(canonical.output, !Catch::Contains("Warning") && !Catch::Contains("Error"));
  CHECK(count(canonical.output, " -- p") == sample.network.num_ties());
  for (const std::string& name : names_in_dot()) CHECK_THAT(canonical.output, Catch::Contains(name.substr(0, 4)));
  const CommandResult drawn = run_command("neato -Tpng -o " + (folder / "network.png") + " " + path);
  CHECK(drawn.status == 0);
  CHECK(std::filesystem::file_size(folder / "network.png") > 1000);
}

TEST_CASE("Gephi's importer finds every person and tie in its dialect", "[io]") {
  const SampleNetwork sample(hostile_records(), {.weight = Weight::newman});
  NetworkDocument document = sample.document();
  document.communities = {0, 0, 0, 1, 1, 1, 2, 2, 2, 9};
  const TemporaryFolder folder;
  const std::string path = folder.write("network.dot", dot(document, {.profile = DotProfile::gephi}));
  const std::string expected = folder.write("expected.json", expected_network(sample, names_in_dot()));
  const std::string command = python + " " + script("read_dot_like_gephi.py") + " ";
  const CommandResult result = run_command(command + path + " " + expected);
  INFO(result.output);
  CHECK(result.status == 0);
  // What is made for Graphviz is lost on Gephi: the script can tell.
  const std::string pretty = folder.write("pretty.dot", dot(document));
  CHECK(run_command(command + pretty + " " + expected).status != 0);
}

TEST_CASE("Graphviz keeps the boxes of communities apart", "[io]") {
  const SampleNetwork sample(hostile_records(), {.weight = Weight::newman});
  NetworkDocument document = sample.document();
  document.communities = {0, 0, 0, 1, 1, 1, 2, 2, 2, 9};
  document.positions.resize(10);
  const TemporaryFolder folder;
  const std::string text = dot(document, {.clusters = true});
  CHECK(count(text, "subgraph \"cluster_") == 3);
  CHECK(count(text, "pos=") == 0);
  CHECK(dot(document, {.profile = DotProfile::gephi, .clusters = true}) ==
        dot(document, {.profile = DotProfile::gephi}));
  if (!has_program("dot")) {
    WARN("Graphviz is not there; not tested");
    return;
  }
  const std::string path = folder.write("network.dot", text);
  const CommandResult result = run_command(python + " " + script("read_dot_clusters.py") + " " + path);
  INFO(result.output.substr(0, 1000));
  CHECK(result.status == 0);
  CHECK(result.output == "3 boxes apart, 9 persons inside their own, 1 outside\n");
}

TEST_CASE("isolated persons are drawn, and the strongest where only some are", "[io]") {
  std::vector<Record> records;
  const auto meeting = [&](const std::string& a, const std::string& b, int times) {
    for (int i = 0; i < times; ++i) {
      Record record;
      record.id = a + b + std::to_string(i);
      record.participants = {participant(a, a), participant(b, b)};
      records.push_back(record);
    }
  };
  meeting("ada", "bo", 4);
  meeting("bo", "cy", 1);
  Record alone;
  alone.id = "alone";
  alone.participants = {participant("zoe", "zoe")};
  records.push_back(alone);
  const SampleNetwork sample(records);
  const std::string all = dot(sample.document());
  CHECK(count(all, "label=") == 4);
  CHECK(count(all, " -- ") == 2);
  CHECK_THAT(all, Catch::Contains("\"p0\" -- \"p1\" [weight=4, penwidth=6]"));
  CHECK_THAT(all, Catch::Contains("\"p1\" -- \"p2\" [weight=1, penwidth=3.3]"));
  const std::string two = dot(sample.document(), {.max_persons = 2});
  CHECK(count(two, "label=") == 2);
  CHECK(count(two, " -- ") == 1);
  CHECK_THAT(two, Catch::Contains("\"p0\" -- \"p1\""));
}

TEST_CASE("the largest communities have colours of their own, the others are grey", "[io]") {
  std::vector<Record> records;
  for (int i = 0; i < 24; ++i) {
    Record record;
    record.id = "e" + std::to_string(i);
    record.participants = {participant("p" + std::to_string(100 + i), "P")};
    records.push_back(record);
  }
  const SampleNetwork sample(records);
  NetworkDocument document = sample.document();
  // Community 7 has three members, ten others two each, the last is alone.
  document.communities = {7, 7, 7, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 8, 8, 9, 9, 10, 10, 11};
  const std::string text = dot(document);
  CHECK(count(text, "fillcolor=\"#77aadd\"") == 3);
  for (const std::string colour : {"#ee8866", "#eedd88", "#ffaabb", "#44bb99", "#bbcc33", "#99ddff", "#aaaa00"}) {
    CHECK(count(text, "fillcolor=\"" + colour + "\"") == 2);
  }
  CHECK(count(text, "fillcolor=\"#dddddd\"") == 7);
  CHECK_THAT(dot(document, {.profile = DotProfile::gephi}), Catch::Contains("color=\"0.583 0.462 0.867\""));
}
