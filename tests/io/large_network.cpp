// Writes a network of a million ties in every format into a folder, and what readers must find there: `ties.txt`, a
// line `a b weight events` for each tie, and `persons.txt`, a label a line.
//
// usage: large_network FOLDER

#include "sample_network.hpp"

#include <entente/io/dot.hpp>
#include <entente/io/gephi_csv.hpp>
#include <entente/io/gexf.hpp>
#include <entente/io/gml.hpp>
#include <entente/io/graphml.hpp>
#include <entente/io/network_json.hpp>
#include <entente/io/pajek.hpp>
#include <entente/io/sqlite.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace entente::test {

namespace {

constexpr std::size_t num_persons_met = 150'000;
constexpr std::size_t num_meetings = 68'000;
constexpr std::size_t meeting_size = 6;

/// Dated meetings of six; a fiftieth of all persons take a quarter of the seats.
std::vector<Record> many_meetings() {
  std::uint64_t state = 1;
  const auto random = [&state] {
    state = state * 6364136223846793005U + 1442695040888963407U;
    return static_cast<std::size_t>(state >> 33U);
  };
  std::vector<Record> records(num_meetings);
  for (std::size_t i = 0; i < num_meetings; ++i) {
    Record& record = records[i];
    record.id = "article-" + std::to_string(i) + "#1";
    record.type = EventType::meeting;
    record.date = Date::from_day(static_cast<Day>(14000 + random() % 6000));
    record.sources.push_back({.document = "article-" + std::to_string(i), .published = {}, .title = {}, .url = {}});
    for (std::size_t seat = 0; seat < meeting_size; ++seat) {
      const std::size_t person = random() % (random() % 4 == 0 ? num_persons_met / 50 : num_persons_met);
      const std::string number = std::to_string(person);
      record.participants.push_back(participant("person-" + number, "Zoë \"<" + number + ">\"", "AZ"));
    }
  }
  return records;
}

void write_expected(const std::filesystem::path& folder, const SampleNetwork& sample) {
  std::ofstream persons(folder / "persons.txt");
  for (std::size_t row = 0; row < sample.graph.num_persons(); ++row) {
    persons << sample.graph.persons().name[row] << '\n';
  }
  std::ofstream ties(folder / "ties.txt");
  for (const Tie& tie : sample.network.ties()) {
    ties << tie.a.index() << ' ' << tie.b.index() << ' ' << tie.weight << ' ' << tie.events << '\n';
  }
}

void write_large_network(const std::filesystem::path& folder) {
  const SampleNetwork sample(many_meetings());
  write_expected(folder, sample);
  NetworkDocument document = sample.document();
  for (std::size_t row = 0; row < sample.network.num_persons(); ++row) {
    document.communities.push_back(static_cast<std::uint32_t>(row % 50));
    document.positions.push_back({.x = static_cast<double>(row % 1000) / 8, .y = static_cast<double>(row) / 16});
  }
  const auto write = [&folder](const std::string& name, const auto& write_file) {
    std::ofstream out(folder / name, std::ios::binary);
    write_file(out);
  };
  write("n.graphml", [&](auto& out) { write_graphml(out, document); });
  write("n.gexf", [&](auto& out) { write_gexf(out, document); });
  write("n.dot", [&](auto& out) { write_dot(out, document); });
  write("gephi.dot", [&](auto& out) { write_dot(out, document, {.profile = DotProfile::gephi}); });
  write("n.nodes.csv", [&](auto& out) { write_gephi_nodes(out, document); });
  write("n.edges.csv", [&](auto& out) { write_gephi_edges(out, document); });
  write("node-link.json", [&](auto& out) { write_network_json(out, document, NetworkJson::node_link); });
  write("cytoscape.json", [&](auto& out) { write_network_json(out, document, NetworkJson::cytoscape); });
  write("graphology.json", [&](auto& out) { write_network_json(out, document, NetworkJson::graphology); });
  write("n.net", [&](auto& out) { write_pajek(out, document); });
  write("n.gml", [&](auto& out) { write_gml(out, document); });
  write_sqlite(folder / "n.sqlite", document);
}

}  // namespace

}  // namespace entente::test

int main(int count, char** arguments) {
  if (count != 2) return 2;
  try {
    entente::test::write_large_network(arguments[1]);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "large_network: %s\n", error.what());
    return 1;
  }
  return 0;
}
