// What entente wrote of its graph of persons and events comes back as records that give the same graph.

#include "collected_input.hpp"
#include "sample_network.hpp"
#include "temporary_folder.hpp"

#include <entente/core/error.hpp>
#include <entente/io/gephi_csv.hpp>
#include <entente/io/graphml.hpp>
#include <entente/io/sqlite.hpp>

#include <functional>
#include <sstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

using namespace entente;
using namespace entente::test;

namespace {

std::string as_written(const std::function<void(std::ostream&)>& write) {
  std::ostringstream out;
  write(out);
  return out.str();
}

std::string graphml_of(const EventGraph& graph) {
  return as_written([&](std::ostream& out) { write_graphml(out, graph); });
}

// As entente writes a graph in a format; the file to name.
std::string write_as(const std::string& format, const TemporaryFolder& folder, const EventGraph& graph) {
  if (format == "graphml") return folder.write("e.graphml", graphml_of(graph));
  if (format == "csv") {
    folder.write("e.edges.csv", as_written([&](std::ostream& out) { write_gephi_edges(out, graph); }));
    return folder.write("e.nodes.csv", as_written([&](std::ostream& out) { write_gephi_nodes(out, graph); }));
  }
  const PersonNetwork network = project(graph);
  write_sqlite(folder / "e.sqlite", {.graph = graph, .network = network, .measures = {}, .communities = {}});
  return folder / "e.sqlite";
}

std::vector<Record> plain_records() {
  Record first;
  first.id = "b.txt#1";
  first.type = EventType::visit;
  first.date = Date::parse("2024-02");
  first.place = "Baku & <Ankara>";
  first.participants = {participant("ada", "Ada \"A\" Lovelace, MP", "GB"), participant("bo", "=1+1", "TR")};
  first.participants.front().role = Role::host;
  first.participants.front().position = "Minister";
  first.participants.front().rank = "General";
  first.participants.back().organisation = "NATO";
  for (const std::string document : {"a.txt", "b.txt"})
    first.sources.push_back({.document = document, .published = {}, .title = {}, .url = {}});
  first.evidence.push_back({.document = "a.txt", .range = {}, .text = "Ada & \"Bo\" met,\nthey say."});
  Record second;
  second.id = "c";
  second.participants = {participant("ada", "Ada \"A\" Lovelace, MP", "GB"), participant("cy", "Cy \u00E9\u4E2D")};
  return {first, second};
}

}  // namespace

TEST_CASE("the graph of persons and events comes back from each format", "[io]") {
  const std::string format = GENERATE("graphml", "csv", "sqlite");
  const TemporaryFolder folder;
  const EventGraph graph = build_event_graph(plain_records());
  const CollectedInput read = collect({write_as(format, folder, graph)});
  CHECK(read.rejected.empty());
  REQUIRE(read.records.size() == 2);
  CHECK(graphml_of(build_event_graph(read.records)) == graphml_of(graph));

  // Hostile names come back clean, and stay so.
  const CollectedInput hostile = collect({write_as(format, folder, build_event_graph(hostile_records()))});
  CHECK(hostile.records.size() == 10);
  const EventGraph clean = build_event_graph(hostile.records);
  const CollectedInput again = collect({write_as(format, folder, clean)});
  CHECK(graphml_of(build_event_graph(again.records)) == graphml_of(clean));
}

TEST_CASE("a network of persons is told not to be enough", "[io]") {
  const SampleNetwork sample(plain_records());
  const TemporaryFolder folder;
  const std::string path =
      folder.write("n.graphml", as_written([&](std::ostream& out) { write_graphml(out, sample.document()); }));
  const CollectedInput read = collect({path});
  REQUIRE(read.rejected.size() == 1);
  CHECK_THAT(read.rejected.front().message, Catch::Contains("without the events that it was made of"));
  CHECK(read.records.empty());
}

TEST_CASE("files that are no graph of ours are rejected with the reason", "[io]") {
  const TemporaryFolder folder;
  const std::string head =
      "<graphml><key id=\"kind\" attr.name=\"kind\"/><key id=\"name\" attr.name=\"name\"/>\n<graph>";
  const auto [name, content, message] = GENERATE_COPY(table<std::string, std::string, std::string>({
      {"a.graphml", "", "is no GraphML"},
      {"b.graphml", "<html></html>", "is no GraphML"},
      {"c.graphml", "<graphml><graph>", "line 1: no XML: the file ends within <graph>"},
      {"d.graphml", "<graphml>\n<graph></graphml>", "line 2: no XML: </graphml> ends what did not begin"},
      {"e.graphml", "<!DOCTYPE a [<!ENTITY b 'c'>]><graphml/>", "document types and CDATA are not read"},
      {"f.graphml", head + "<node id=\"p0\"><data key=\"kind\">person</data></node></graph></graphml>",
       "line 2: the person 'p0' has no name"},
      {"g.graphml", head + "<edge source=\"x\" target=\"y\"/></graph></graphml>",
       "line 2: the edge of 'x' and 'y' does not join a person and an event"},
      {"h.graphml", head + "<node id='a'><data key='kind'>&bad;</data></node>", "unknown entity '&bad;'"},
      {"i.sqlite", "nonsense", "is no database that entente wrote"},
      {"j.edges.csv", "Source,Target,Type,Id,role,timeset\n", "name the table of nodes"},
      {"k.nodes.csv", "Id,Label,kind\n", "the table of edges is not beside it"},
      {"l.csv", "Id,Label,kind\n", "whose name does not end in .nodes.csv"},
  }));
  const CollectedInput read = collect({folder.write(name, content)});
  CAPTURE(name);
  REQUIRE(read.rejected.size() == 1);
  CHECK_THAT(read.rejected.front().message, Catch::Contains(message));
}

TEST_CASE("a folder of results is not told twice by its graph", "[io]") {
  const TemporaryFolder folder;
  folder.write("results/records.jsonl", R"({"id": "a#1", "participants": ["Ann", "Ben"]})"
                                        "\n");
  folder.write("results/events.graphml", graphml_of(build_event_graph(plain_records())));
  CHECK(collect({folder / "results"}).records.size() == 1);
}
