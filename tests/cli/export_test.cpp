#include "command_runner.hpp"

#include <string>

#include <catch2/catch.hpp>

using namespace entente::test;
using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;

TEST_CASE("every format of a network file is written for persons, events and views", "[cli][export]") {
  const TestFolder folder;
  const auto [name, beginning] = GENERATE(table<std::string, std::string>({
      {"n.graphml", "<?xml"},
      {"n.gexf", "<?xml"},
      {"n.json", "{\"directed\": false"},
      {"n.cyjs", "{\"data\": "},
      {"n.net", "*Vertices"},
      {"n.gml", "Creator"},
  }));
  for (const std::string graph : {"persons", "events"}) {
    const Outcome outcome = run_entente({"export", seeds, "--graph", graph, "-o", folder / name});
    INFO(outcome.err);
    CHECK(outcome.status == 0);
    CHECK_THAT(read_file(folder / name), StartsWith(beginning) && Contains("Zakir Hasanov"));
  }
  CHECK(run_entente({"export", seeds, "--by", "country", "-o", folder / name}).status == 0);
  CHECK_THAT(read_file(folder / name), StartsWith(beginning) && Contains("AZ") && !Contains("Zakir Hasanov"));
}

TEST_CASE("a drawing has a box for each community where that is asked for", "[cli][export]") {
  const Outcome outcome = run_entente({"export", seeds, "--as", "dot", "--clusters"});
  CHECK(outcome.status == 0);
  CHECK_THAT(outcome.out, Contains("subgraph \"cluster_0\" {") && Contains("layout=fdp"));
  CHECK_THAT(outcome.err, !Contains("positions by"));
}

TEST_CASE("files tell positions and sizes, unless nobody asked for a layout", "[cli][export]") {
  const auto [as, place] = GENERATE(table<std::string, std::string>({{"graphml", "attr.name=\"x\""},
                                                                     {"gexf", "<viz:position x="},
                                                                     {"dot", "pos=\""},
                                                                     {"node-link", "\"x\": "},
                                                                     {"cytoscape", "\"position\": {"},
                                                                     {"graphology", "\"x\": "},
                                                                     {"gml", "graphics [\n      x "}}));
  CAPTURE(as);
  const Outcome forced = run_entente({"export", seeds, "--as", as});
  const Outcome circular = run_entente({"export", seeds, "--as", as, "--layout", "circular"});
  const Outcome none = run_entente({"export", seeds, "--as", as, "--layout", "none"});
  CHECK_THAT(forced.out, Contains(place));
  CHECK_THAT(forced.err, Contains("positions by ForceAtlas2, 500 iterations"));
  CHECK_THAT(circular.out, Contains(place));
  CHECK_THAT(circular.err, Contains("positions by a circle, by community"));
  CHECK(circular.out != forced.out);
  CHECK_THAT(none.out, !Contains(place));
  CHECK_THAT(none.err, !Contains("positions by"));
}

TEST_CASE("the tables for Gephi are two files", "[cli][export]") {
  const TestFolder folder;
  CHECK(run_entente({"export", seeds, "-o", folder / "n.csv"}).status == 0);
  CHECK_THAT(read_file(folder / "n.nodes.csv"), StartsWith("Id,Label,") && Contains("Zakir Hasanov"));
  CHECK_THAT(read_file(folder / "n.edges.csv"), StartsWith("Source,Target,Type,Id,Weight,"));
  CHECK(run_entente({"export", seeds, "--as", "csv", "--graph", "events", "-o", folder / "plain"}).status == 0);
  CHECK_THAT(read_file(folder / "plain.edges.csv"), StartsWith("Source,Target,Type,Id,role,"));
  CHECK_FALSE(std::filesystem::exists(folder / "n.csv"));

  const Outcome on_output = run_entente({"export", seeds, "--as", "csv"});
  CHECK(on_output.status == 2);
  CHECK_THAT(on_output.err, Contains("-o N.csv writes N.nodes.csv and N.edges.csv"));
}

TEST_CASE("where one of two files cannot be written, neither is", "[cli][export]") {
  const TestFolder folder;
  folder.write("n.nodes.csv", "earlier");
  folder.write("n.edges.csv/taken", "");
  CHECK(run_entente({"export", seeds, "-o", folder / "n.csv"}).status == 4);
  CHECK(read_file(folder / "n.nodes.csv") == "earlier");
  CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 2);
}

TEST_CASE("what cannot be exported is told before anything is read", "[cli][export]") {
  const auto [arguments, message] = GENERATE(table<std::vector<std::string>, std::string>({
      {{"export", seeds, "--as", "gexf", "--graph", "evens"}, "unknown graph 'evens'; did you mean 'events'?"},
      {{"export", seeds, "--as", "dot", "--graph", "events"}, "dot is for the network of persons only"},
      {{"export", seeds, "--as", "gexf", "--windows", "week"}, "--windows: unknown value 'week'"},
      {{"export", seeds, "--as", "gexf", "--windows", "year", "--weight", "jaccard"}, "does not add up over windows"},
  }));
  const Outcome outcome = run_entente(arguments);
  INFO(outcome.err);
  CHECK(outcome.status == 2);
  CHECK_THAT(outcome.err, Contains(message));
}

TEST_CASE("windows of GEXF add up to the weight", "[cli][export]") {
  const std::string records = R"({"id": "a#1", "date": "2023-05-01", "participants": ["Ann", "Ben", "Cy"]})"
                              "\n"
                              R"({"id": "b#1", "date": "2024-05-01", "participants": ["Ann", "Ben"]})"
                              "\n";
  const Outcome outcome =
      run_entente({"export", "-", "--as", "gexf", "--windows", "year", "--weight", "newman"}, {.input = records});
  CHECK(outcome.status == 0);
  CHECK_THAT(outcome.out, Contains(R"(for="total_weight" value="1.5")"));
  CHECK_THAT(outcome.out, Contains(R"(for="weight" value="0.5" start="2023-01-01" end="2023-12-31")") &&
                              Contains(R"(for="weight" value="1" start="2024-01-01" end="2024-12-31")"));
}

TEST_CASE("cells that a spreadsheet would run are raw where that is asked for", "[cli][export]") {
  const TestFolder folder;
  const std::string records = R"({"id": "a#1", "participants": ["=1+1", "Ben"]})"
                              "\n";
  CHECK(run_entente({"export", "-", "-o", folder / "n.csv"}, {.input = records}).status == 0);
  CHECK_THAT(read_file(folder / "n.nodes.csv"), Contains(",'=1+1,"));
  CHECK(run_entente({"export", "-", "-o", folder / "n.csv", "--raw-cells"}, {.input = records}).status == 0);
  CHECK_THAT(read_file(folder / "n.nodes.csv"), Contains(",=1+1,"));
}

TEST_CASE("what was exported is input again, and gives the same", "[cli][export]") {
  const TestFolder folder;
  REQUIRE(run_entente({"export", seeds, "--graph", "events", "-o", folder / "e.graphml"}).status == 0);
  REQUIRE(run_entente({"export", seeds, "--graph", "events", "-o", folder / "e.csv"}).status == 0);
  REQUIRE(run_entente({"export", seeds, "-o", folder / "e.sqlite"}).status == 0);
  REQUIRE(run_entente({"export", seeds, "-o", folder / "n.graphml"}).status == 0);
  for (const std::string name : {"e.graphml", "e.nodes.csv", "e.sqlite"}) {
    CAPTURE(name);
    for (const std::string graph : {"persons", "events"}) {
      const auto exported = [&](const std::string& input) {
        return run_entente({"export", input, "--as", "graphml", "--graph", graph});
      };
      CHECK(exported(folder / name).out == exported(seeds).out);
    }
  }
  const Outcome persons = run_entente({"pairs", folder / "n.graphml"});
  CHECK(persons.status == 3);
  CHECK_THAT(persons.err, Contains("without the events that it was made of"));
}

TEST_CASE("a database holds the network and who was taken for whom", "[cli][export]") {
  const TestFolder folder;
  CHECK(run_entente({"export", seeds, "-o", folder / "n.sqlite"}).status == 0);
  const std::string bytes = read_file(folder / "n.sqlite");
  CHECK_THAT(bytes, StartsWith("SQLite format 3") && Contains("usual name") && Contains("Zakir Hasanov"));
  CHECK(run_entente({"export", seeds, "-o", folder / "n.sqlite", "--threads", "3"}).status == 0);
  CHECK(read_file(folder / "n.sqlite") == bytes);
  CHECK(run_entente({"export", seeds, "--as", "sqlite"}).status == 2);
}
