// CSV tables, JSON, Pajek and GML, each by readers that are not ours.

#include "expected_network.hpp"
#include "full_document.hpp"
#include "network_readers.hpp"
#include "temporary_folder.hpp"

#include <entente/io/gephi_csv.hpp>
#include <entente/io/gml.hpp>
#include <entente/io/network_json.hpp>
#include <entente/io/pajek.hpp>

#include <functional>
#include <sstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

using namespace entente;
using namespace entente::test;

namespace {

std::string written(const std::function<void(std::ostream&)>& write) {
  std::ostringstream out;
  write(out);
  return out.str();
}

// `hostile_names()` and Zoë where control characters become blanks.
std::vector<std::string> names_without_controls() {
  std::vector<std::string> names = hostile_names();
  names[3] = "tag3   [31m control ";
  names[8] = "tag8 \uFFFD\uFFFD( invalid";
  names.emplace_back("Zo\u00EB");
  return names;
}

void check_tables(const SampleNetwork& sample, const NetworkDocument& document, const std::vector<std::string>& labels,
                  bool raw) {
  const TemporaryFolder folder;
  const GephiCsvOptions options{.raw = raw};
  const std::string nodes =
      folder.write("n.nodes.csv", written([&](auto& out) { write_gephi_nodes(out, document, options); }));
  const std::string edges =
      folder.write("n.edges.csv", written([&](auto& out) { write_gephi_edges(out, document, options); }));
  const std::string expected = folder.write("expected.json", expected_network(sample, labels));
  const CommandResult result = run_command(python + " " + script("read_csv_like_gephi.py") + " " + nodes + " " + edges +
                                           " " + expected + (raw ? " raw" : ""));
  INFO(result.output.substr(0, 2000));
  CHECK(result.status == 0);
}

std::vector<Record> formula_records() {
  std::vector<Record> records;
  const std::vector<std::string> names{"=1+1", "+a", "-b", "@c", "\td", "plain"};
  for (std::size_t i = 1; i < names.size(); ++i) {
    Record record;
    record.id = "e" + std::to_string(i);
    record.date = Date::from_parts(2024, static_cast<int>(i), 0);
    record.participants = {participant("p" + std::to_string(i - 1), names[i - 1]),
                           participant("p" + std::to_string(i), names[i])};
    record.sources.push_back({.document = "d.txt", .published = {}, .title = {}, .url = {}});
    record.evidence.push_back({.document = {}, .range = {}, .text = "A met B."});
    records.push_back(record);
  }
  return records;
}

std::vector<Record> namesakes() {
  Record record;
  record.id = "e";
  for (const std::string id : {"a", "b", "c"})
    record.participants.push_back(participant(id, id == "c" ? "Ann" : "Bo \\"));
  record.sources.push_back({.document = "d.txt", .published = {}, .title = {}, .url = {}});
  record.evidence.push_back({.document = {}, .range = {}, .text = "They met."});
  return {record};
}

}  // namespace

TEST_CASE("the CSV tables are read as Gephi's importer reads", "[io]") {
  const SampleNetwork sample(hostile_records(), {.weight = Weight::newman});
  check_tables(sample, full_document(sample), names_without_controls(), false);
}

TEST_CASE("cells that a spreadsheet would run are defused, unless raw ones are asked for", "[io]") {
  const SampleNetwork sample(formula_records());
  const bool raw = GENERATE(false, true);
  check_tables(sample, sample.document(), {"=1+1", "+a", "-b", "@c", "\td", "plain"}, raw);
  const std::string nodes = written([&](auto& out) { write_gephi_nodes(out, sample.document(), {.raw = raw}); });
  CHECK_THAT(nodes, Catch::Contains(raw ? "p0,=1+1,=1+1,p0" : "p0,'=1+1,'=1+1,p0"));
}

TEST_CASE("CSV tables of persons and events have a cell for each column", "[io]") {
  const SampleNetwork sample(hostile_records());
  const std::string edges = written([&](auto& out) { write_gephi_edges(out, sample.graph); });
  CHECK_THAT(edges, Catch::StartsWith("Source,Target,Type,Id,role,timeset\np9,e0,Undirected,m0,,\n"));
  CHECK_THAT(edges, Catch::Contains("\"[2024-01-08, 2024-01-08]\""));
  const std::string nodes = written([&](auto& out) { write_gephi_nodes(out, sample.graph); });
  CHECK_THAT(nodes, Catch::Contains("e1,doc,") || Catch::Contains("e1,\"meeting"));
  const SampleNetwork empty({});
  CHECK(written([&](auto& out) { write_gephi_edges(out, empty.graph); }) == "Source,Target,Type,Id,role,timeset\n");
}

TEST_CASE("JSON is read in each dialect", "[io]") {
  const SampleNetwork sample(hostile_records(), {.weight = Weight::newman});
  const SampleNetwork empty({});
  const auto [dialect, name] = GENERATE(table<NetworkJson, std::string>({{NetworkJson::node_link, "node-link"},
                                                                         {NetworkJson::cytoscape, "cytoscape"},
                                                                         {NetworkJson::graphology, "graphology"}}));
  const TemporaryFolder folder;
  std::vector<std::string> labels = hostile_names();
  labels[8] = "tag8 \uFFFD\uFFFD( invalid";
  labels.emplace_back("Zo\u00EB");
  const std::string expected = folder.write("expected.json", expected_network(sample, labels));
  const auto read = [&, &dialect = dialect, &name = name](const auto& network) {
    const std::string path =
        folder.write("network.json", written([&](auto& out) { write_network_json(out, network, dialect); }));
    check_with("networkx", "read_network_json.py", name + " " + path + " " + expected);
  };
  read(full_document(sample));
  read(empty.document());
  read(empty.graph);
  const std::string events = folder.write(
      "events.json", written([&, &dialect = dialect](auto& out) { write_network_json(out, sample.graph, dialect); }));
  CHECK(run_command(python + " -c 'import json, sys; json.load(open(sys.argv[1]))' " + events).status == 0);
}

TEST_CASE("Pajek's format is read by igraph, NetworkX and as Gephi reads", "[io]") {
  const SampleNetwork sample(hostile_records(), {.weight = Weight::newman});
  const TemporaryFolder folder;
  std::vector<std::string> labels = names_without_controls();
  labels[0] = "tag0 <&''> ]]> & < &amp;";
  const auto read = [&](const SampleNetwork& network, const NetworkDocument& document,
                        const std::vector<std::string>& names) {
    const std::string path = folder.write("n.net", written([&](auto& out) { write_pajek(out, document); }));
    check_with("igraph", "read_pajek.py", path + " " + folder.write("expected.json", expected_network(network, names)));
  };
  read(sample, full_document(sample), labels);
  const SampleNetwork shared(namesakes());
  read(shared, shared.document(), {"Bo \\ (p0)", "Bo \\ (p1)", "Ann"});
  const SampleNetwork empty({});
  CHECK(written([&](auto& out) { write_pajek(out, empty.document()); }) == "*Vertices 0\n*Edges\n");

  const std::string events = folder.write("e.net", written([&](auto& out) { write_pajek(out, sample.graph); }));
  CHECK_THAT(file_content(events), Catch::StartsWith("*Vertices 20 10\n"));
  const CommandResult modes =
      run_command(python +
                  " -c 'import igraph, sys; g = igraph.Graph.Read_Pajek(sys.argv[1]); print(g.vcount(), g.ecount(), "
                  "g.is_bipartite())' " +
                  events);
  CHECK(modes.output == "20 28 True\n");
}

TEST_CASE("GML is read by NetworkX, igraph and as Gephi reads", "[io]") {
  const SampleNetwork sample(hostile_records(), {.weight = Weight::newman});
  const TemporaryFolder folder;
  const auto read = [&](const SampleNetwork& network, const NetworkDocument& document,
                        const std::vector<std::string>& names) {
    const std::string path = folder.write("n.gml", written([&](auto& out) { write_gml(out, document); }));
    check_with("igraph", "read_gml.py", path + " " + folder.write("expected.json", expected_network(network, names)));
  };
  read(sample, full_document(sample), names_without_controls());
  const SampleNetwork shared(namesakes());
  read(shared, shared.document(), {"Bo \\ (p0)", "Bo \\ (p1)", "Ann"});
  const SampleNetwork empty({});
  read(empty, empty.document(), {});
  const std::string events = folder.write("e.gml", written([&](auto& out) { write_gml(out, sample.graph); }));
  const CommandResult read_events = run_command(
      python + " -c 'import networkx, sys; g = networkx.read_gml(sys.argv[1]); print(len(g), g.size())' " + events);
  CHECK(read_events.output == "20 28\n");
}

TEST_CASE("numbers of GML have a point, also with an exponent", "[io]") {
  const SampleNetwork sample(namesakes());
  NetworkDocument document = sample.document();
  document.measures.push_back({.name = "score", .values = {1e20, 2, -0.5e-9}});
  const std::string text = written([&](auto& out) { write_gml(out, document); });
  CHECK_THAT(text, Catch::Contains("score 1.0e+20\n") && Catch::Contains("score 2.0\n") &&
                       Catch::Contains("score -5.0e-10\n"));
}
