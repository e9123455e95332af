#include "network_files.hpp"

#include "output.hpp"
#include "result_tables.hpp"

#include <entente/core/suggestion.hpp>
#include <entente/io/dot.hpp>
#include <entente/io/gephi_csv.hpp>
#include <entente/io/gexf.hpp>
#include <entente/io/gml.hpp>
#include <entente/io/graphml.hpp>
#include <entente/io/network_json.hpp>
#include <entente/io/output_file.hpp>
#include <entente/io/pajek.hpp>
#include <entente/io/sqlite.hpp>

#include <algorithm>
#include <filesystem>
#include <span>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace entente::cli {

namespace {

// Another name of `--as graphml --graph events`.
constexpr std::string_view events_graphml = "events-graphml";

void write_dot_for_gephi(std::ostream& out, const NetworkDocument& document, const Session& session) {
  write_dot(out, document, {.profile = DotProfile::gephi, .max_persons = session.study.drawing.max_persons});
}

GephiCsvOptions csv_options(const Session& session) { return {.raw = session.study.files.raw_cells}; }

template <NetworkJson dialect>
NetworkFile json_file() {
  return {"", [](auto& out, const auto& document, const Session&) { write_network_json(out, document, dialect); },
          [](auto& out, const auto& document, const Session&) { write_network_json(out, document.graph, dialect); }};
}

NetworkFile csv_nodes() {
  return {".nodes.csv",
          [](auto& out, const auto& document, const Session& session) {
            write_gephi_nodes(out, document, csv_options(session));
          },
          [](auto& out, const auto& document, const Session& session) {
            write_gephi_nodes(out, document.graph, csv_options(session));
          }};
}

NetworkFile csv_edges() {
  return {".edges.csv",
          [](auto& out, const auto& document, const Session& session) {
            write_gephi_edges(out, document, csv_options(session));
          },
          [](auto& out, const auto& document, const Session& session) {
            write_gephi_edges(out, document.graph, csv_options(session));
          }};
}

void write_database(const std::filesystem::path& path, const NetworkDocument& document,
                    std::span<const Identity> identities) {
  const Table table = identities_table(identities);
  const NamedTable named{"identities", table};
  write_sqlite(path, document, std::span(&named, 1));
}

std::vector<NetworkFormat> make_network_formats() {
  return {
      {"graphml",
       {".graphml"},
       {{"", [](auto& out, const auto& document, const Session&) { write_graphml(out, document); },
         [](auto& out, const auto& document, const Session&) { write_graphml(out, document.graph); }}}},
      {"gexf",
       {".gexf"},
       {{"", write_network_gexf,
         [](auto& out, const auto& document, const Session&) { write_gexf(out, document.graph); }}}},
      {"dot", {".dot", ".gv"}, {{"", write_network_dot, nullptr}}},
      {"dot-gephi", {}, {{"", write_dot_for_gephi, nullptr}}},
      {"csv", {".csv"}, {csv_nodes(), csv_edges()}},
      {"node-link", {".json"}, {json_file<NetworkJson::node_link>()}},
      {"cytoscape", {".cyjs"}, {json_file<NetworkJson::cytoscape>()}},
      {"graphology", {}, {json_file<NetworkJson::graphology>()}},
      {"pajek",
       {".net"},
       {{"", [](auto& out, const auto& document, const Session&) { write_pajek(out, document); },
         [](auto& out, const auto& document, const Session&) { write_pajek(out, document.graph); }}}},
      {"gml",
       {".gml"},
       {{"", [](auto& out, const auto& document, const Session&) { write_gml(out, document); },
         [](auto& out, const auto& document, const Session&) { write_gml(out, document.graph); }}}},
      {"sqlite", {".sqlite", ".db"}, {}, write_database},
  };
}

std::span<const NetworkFormat> network_formats() {
  static const std::vector<NetworkFormat> formats = make_network_formats();
  return formats;
}

ExportedGraph chosen_graph(const Session& session) {
  const std::vector<std::string> names{"persons", "events"};
  const std::string& name = session.request.graph;
  if (session.request.as == events_graphml || name == "events") return ExportedGraph::events;
  if (name == "persons") return ExportedGraph::persons;
  throw Error(ErrorCode::bad_usage, fmt::format("unknown graph '{}'{}", name, did_you_mean(name, names)),
              {.field = "--graph"}, fmt::format("known are {}", fmt::join(names, ", ")));
}

const NetworkFormat& format_by_name(const std::string& name) {
  const std::string_view wanted = name == events_graphml ? "graphml" : std::string_view(name);
  for (const NetworkFormat& format : network_formats()) {
    if (format.name == wanted) return format;
  }
  const std::vector<std::string> names = network_format_names();
  throw Error(ErrorCode::bad_usage, fmt::format("unknown format '{}'{}", name, did_you_mean(name, names)),
              {.field = "--as"}, fmt::format("known are {}", fmt::join(names, ", ")));
}

const NetworkFormat& format_by_ending(const std::string& output) {
  const std::vector<std::string> names = network_format_names();
  if (output == "-") {
    throw Error(ErrorCode::bad_usage, "the format is not known", {},
                fmt::format("name a file by -o, or a format by --as: {}", fmt::join(names, ", ")));
  }
  std::vector<std::string_view> endings;
  const std::string ending = std::filesystem::path(output).extension().string();
  for (const NetworkFormat& format : network_formats()) {
    if (std::ranges::find(format.endings, ending) != format.endings.end()) return format;
    endings.insert(endings.end(), format.endings.begin(), format.endings.end());
  }
  throw Error(ErrorCode::bad_usage, fmt::format("the ending '{}' stands for no known format", ending), {output},
              fmt::format("known endings are {}; or name a format by --as: {}", fmt::join(endings, ", "),
                          fmt::join(names, ", ")));
}

// `N.csv` and `N` give `N.nodes.csv`.
std::string part_path(const Session& session, const NetworkFormat& format, const NetworkFile& file) {
  std::filesystem::path path = session.request.output;
  const std::string ending = path.extension().string();
  if (std::ranges::find(format.endings, ending) != format.endings.end()) path.replace_extension();
  return path.string() + std::string(file.ending);
}

}  // namespace

ChosenFormat chosen_format(const Session& session) {
  const std::string& as = session.request.as;
  const std::string& output = session.request.output;
  const NetworkFormat& format = as.empty() ? format_by_ending(output) : format_by_name(as);
  const ExportedGraph graph = chosen_graph(session);
  const bool knows_events = format.by_path != nullptr || format.files.front().events != nullptr;
  if (graph == ExportedGraph::events && !knows_events) {
    throw Error(ErrorCode::bad_usage, fmt::format("{} is for the network of persons only", format.name),
                {.field = "--graph"},
                "graphml, gexf, csv, node-link, cytoscape, graphology, pajek, gml and sqlite know both");
  }
  if (format.files.size() > 1 && output == "-") {
    throw Error(ErrorCode::bad_usage, fmt::format("{} is more than one file", format.name), {.field = "-o"},
                "name a file: -o N.csv writes N.nodes.csv and N.edges.csv");
  }
  if (format.by_path != nullptr && output == "-") {
    throw Error(ErrorCode::bad_usage, fmt::format("{} cannot be written to the standard output", format.name),
                {.field = "-o"}, "name a file");
  }
  return {format, graph};
}

bool needs_positions(const Session& session, const ChosenFormat& chosen) {
  return !(session.study.drawing.clusters && chosen.format.name == "dot");
}

void write_network(const Session& session, const ChosenFormat& chosen, const NetworkDocument& document,
                   std::span<const Identity> identities) {
  if (chosen.format.by_path != nullptr) {
    chosen.format.by_path(session.request.output, document, identities);
    return;
  }
  const auto write_with = [&](const NetworkFile& file) {
    return [&session, &document, write = chosen.graph == ExportedGraph::events ? file.events : file.persons](
               std::ostream& out) { write(out, document, session); };
  };
  const std::vector<NetworkFile>& files = chosen.format.files;
  if (files.size() == 1) {
    write_output(session, write_with(files.front()));
    return;
  }
  std::vector<FileToWrite> parts;
  for (const NetworkFile& file : files) parts.push_back({part_path(session, chosen.format, file), write_with(file)});
  write_files(parts);
}

std::vector<std::string> network_format_names() {
  std::vector<std::string> names;
  for (const NetworkFormat& format : network_formats()) names.emplace_back(format.name);
  names.emplace_back(events_graphml);
  return names;
}

void write_network_dot(std::ostream& out, const NetworkDocument& document, const Session& session) {
  write_dot(out, document,
            {.profile = DotProfile::graphviz,
             .max_persons = session.study.drawing.max_persons,
             .clusters = session.study.drawing.clusters});
}

void write_network_gexf(std::ostream& out, const NetworkDocument& document, const Session& session) {
  GexfOptions options{.window = session.study.files.windows, .event_weights = {}};
  if (options.window) options.event_weights = event_amounts(document.graph, projection_options(session.study));
  write_gexf(out, document, options);
}

}  // namespace entente::cli
