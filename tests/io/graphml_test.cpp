#include "expected_network.hpp"
#include "full_document.hpp"
#include "network_readers.hpp"
#include "sample_network.hpp"
#include "temporary_folder.hpp"

#include <entente/core/error.hpp>
#include <entente/io/graphml.hpp>

#include <sstream>
#include <string>
#include <vector>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/graphml.hpp>
#include <catch2/catch.hpp>

using namespace entente;
using namespace entente::test;

namespace {

std::string graphml(const NetworkDocument& document) {
  std::ostringstream out;
  write_graphml(out, document);
  return out.str();
}
std::string graphml(const EventGraph& graph) {
  std::ostringstream out;
  write_graphml(out, graph);
  return out.str();
}

void check_graphml(const std::string& path) { check_schema(path, "graphml/graphml.xsd"); }

}  // namespace

TEST_CASE("GraphML of a network follows its schema and is read by NetworkX, igraph and graph-tool", "[io]") {
  const SampleNetwork sample(hostile_records(), {.weight = Weight::newman});
  const TemporaryFolder folder;
  const std::string path = folder.write("network.graphml", graphml(full_document(sample)));
  const std::string expected = folder.write("expected.json", expected_network(sample, names_in_xml()));
  check_graphml(path);
  check_with("networkx", "read_graphml_networkx.py", path + " " + expected);
  check_with("igraph", "read_graphml_igraph.py", path + " " + expected);
  check_with("graph_tool", "read_graphml_graph_tool.py", path + " " + expected);
}

TEST_CASE("Gephi's importer finds every property and column of GraphML, and nothing to complain of", "[io]") {
  const SampleNetwork sample(hostile_records(), {.weight = Weight::newman});
  const TemporaryFolder folder;
  const std::string path = folder.write("network.graphml", graphml(full_document(sample)));
  const std::string expected = folder.write("expected.json", expected_network(sample, names_in_xml()));
  const std::string command = python + " " + script("read_graphml_like_gephi.py") + " ";
  const CommandResult result = run_command(command + path + " " + expected);
  INFO(result.output.substr(0, 2000));
  CHECK(result.status == 0);
  CHECK(result.output == "10 nodes " + std::to_string(sample.network.num_ties()) + " edges\n");
  // A blank between two entities, and a key that Gephi takes for the colour, are seen.
  const std::string text = file_content(path);
  const auto spoiled = [&](const std::string& from, const std::string& to) {
    std::string other = text;
    for (std::size_t at = other.find(from); at != std::string::npos; at = other.find(from, at + to.size()))
      other.replace(at, from.size(), to);
    REQUIRE(other != text);
    return run_command(command + folder.write("spoiled.graphml", other) + " " + expected).status;
  };
  CHECK(spoiled("&#160;", " ") != 0);
  CHECK(spoiled("\"betweenness\"", "\"color\"") != 0);
}

TEST_CASE("Boost.Graph reads the network that was written", "[io]") {
  struct Person {
    std::string label;
    std::string person;
    int events = -1;
    int community = -1;
    double betweenness = -1;
    int core = -1;
  };
  struct Edge {
    double weight = -1;
    int events = -1;
    int reports = -1;
    std::string first_date;
    std::string last_date;
    std::string event_ids;
    std::string documents;
    std::string sentence;
  };
  const SampleNetwork sample(hostile_records(), {.weight = Weight::cosine});
  boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, Person, Edge> graph;
  boost::dynamic_properties properties(boost::ignore_other_properties);
  properties.property("label", boost::get(&Person::label, graph));
  properties.property("person", boost::get(&Person::person, graph));
  properties.property("events", boost::get(&Person::events, graph));
  properties.property("community", boost::get(&Person::community, graph));
  properties.property("betweenness", boost::get(&Person::betweenness, graph));
  properties.property("core", boost::get(&Person::core, graph));
  properties.property("weight", boost::get(&Edge::weight, graph));
  properties.property("events", boost::get(&Edge::events, graph));
  properties.property("reports", boost::get(&Edge::reports, graph));
  properties.property("first_date", boost::get(&Edge::first_date, graph));
  properties.property("last_date", boost::get(&Edge::last_date, graph));
  properties.property("event_ids", boost::get(&Edge::event_ids, graph));
  properties.property("documents", boost::get(&Edge::documents, graph));
  properties.property("sentence", boost::get(&Edge::sentence, graph));
  std::istringstream in(graphml(full_document(sample)));
  boost::read_graphml(in, graph, properties);

  REQUIRE(boost::num_vertices(graph) == sample.network.num_persons());
  REQUIRE(boost::num_edges(graph) == sample.network.num_ties());
  for (std::size_t row = 0; row < sample.network.num_persons(); ++row) {
    CAPTURE(row);
    CHECK(graph[row].label == names_in_xml()[row]);
    CHECK(graph[row].person == sample.graph.persons().id[row]);
    CHECK(graph[row].events == static_cast<int>(sample.graph.events_of(PersonId(row)).size()));
    CHECK(graph[row].community == static_cast<int>(row / 4));
    CHECK(graph[row].betweenness == (row == 0 ? -1 : static_cast<double>(row) / 3));
    CHECK(graph[row].core == static_cast<int>(row));
  }
  for (const Tie& tie : sample.network.ties()) {
    const auto [edge, found] = boost::edge(tie.a.index(), tie.b.index(), graph);
    REQUIRE(found);
    const Edge& read = graph[edge];
    const TieEvidence evidence = tie_evidence(sample.graph, tie.a, tie.b, true);
    CHECK(read.weight == tie.weight);
    CHECK(read.events == static_cast<int>(tie.events));
    CHECK(read.reports == static_cast<int>(evidence.reports));
    CHECK(read.first_date == (tie.first ? tie.first->to_string() : ""));
    CHECK(read.last_date == (tie.last ? tie.last->to_string() : ""));
    CHECK(read.event_ids == evidence.events);
    CHECK(read.documents == evidence.documents);
    CHECK(read.sentence.starts_with("Sentence \""));
    CHECK(read.sentence.ends_with("<&>."));
  }
}

TEST_CASE("GraphML gives every attribute a type and no empty value", "[io]") {
  const SampleNetwork sample(hostile_records());
  const std::string text = graphml(full_document(sample));
  CHECK_THAT(
      text,
      Catch::StartsWith(
          "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\""));
  for (const std::string key :
       {R"(<key id="weight" for="edge" attr.name="weight" attr.type="double"/>)",
        R"(<key id="shared_events" for="edge" attr.name="events" attr.type="int"/>)",
        R"(<key id="events" for="node" attr.name="events" attr.type="int"/>)",
        R"(<key id="label" for="node" attr.name="label" attr.type="string"/>)",
        R"(<key id="r" for="node" attr.name="r" attr.type="int"/>)",
        R"(<key id="core" for="node" attr.name="core" attr.type="int"/>)",
        R"(<key id="measure_size" for="node" attr.name="measure_size" attr.type="double"/>)",
        R"(<key id="measure_1_odd_name" for="node" attr.name="measure_1_odd_name" attr.type="double"/>)"}) {
    CHECK_THAT(text, Catch::Contains(key));
  }
  CHECK_THAT(text, !Catch::Contains("\"></data>"));
  CHECK_THAT(text, !Catch::Contains("nan"));
  CHECK_THAT(text, Catch::Contains("<data key=\"weight_method\">count</data>"));
  CHECK(text == graphml(full_document(sample)));

  NetworkDocument plain = sample.document();
  plain.quotes = false;
  const std::string without = graphml(plain);
  CHECK_THAT(without, !Catch::Contains("sentence"));
  CHECK_THAT(without, !Catch::Contains("\"r\""));
}

TEST_CASE("the evidence of all ties is that of each tie", "[io]") {
  // A backbone leaves ties out; the rest must keep their own events.
  SampleNetwork sample(hostile_records());
  std::vector<Tie> ties = sample.network.ties();
  for (std::size_t i = 0; i < ties.size(); i += 2) ties[i].weight = 0.25;
  std::erase_if(ties, [](const Tie& tie) { return tie.weight < 1; });
  sample.network = PersonNetwork(sample.network.num_persons(), ties);
  const std::string text = graphml(sample.document());
  std::size_t at = 0;
  for (const Tie& tie : ties) {
    at = text.find(
        "source=\"p" + std::to_string(tie.a.index()) + "\" target=\"p" + std::to_string(tie.b.index()) + "\"", at);
    REQUIRE(at != std::string::npos);
    const std::string edge = text.substr(at, text.find("</edge>", at) - at);
    const std::string events = tie_evidence(sample.graph, tie.a, tie.b, true).events;
    CHECK_THAT(edge, Catch::Contains("<data key=\"event_ids\">" + events + "</data>"));
  }
}

TEST_CASE("GraphML of the empty network is valid", "[io]") {
  const SampleNetwork sample({});
  const TemporaryFolder folder;
  check_graphml(folder.write("network.graphml", graphml(sample.document())));
  check_graphml(folder.write("events.graphml", graphml(sample.graph)));
}

TEST_CASE("columns of another length than the network are refused", "[io]") {
  const SampleNetwork sample(hostile_records());
  NetworkDocument document = sample.document();
  document.measures.push_back({.name = "core", .values = {1, 2}});
  CHECK_THROWS_AS(graphml(document), Error);
  document.measures.clear();
  document.communities = {1};
  CHECK_THROWS_AS(graphml(document), Error);
}

TEST_CASE("GraphML of persons and events follows its schema and keeps every participation", "[io]") {
  const SampleNetwork sample(hostile_records());
  const TemporaryFolder folder;
  const std::string path = folder.write("events.graphml", graphml(sample.graph));
  check_graphml(path);
  if (has_python_module("networkx")) {
    CHECK(check_with("networkx", "read_events_networkx.py", path) ==
          "persons 10 events 10 participations 28 hosts 9\n");
  }
}
