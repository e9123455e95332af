#include "pseudonym_files.hpp"

#include <entente/core/event_graph_builder.hpp>
#include <entente/io/output_file.hpp>
#include <entente/io/table.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <utility>
#include <vector>

namespace entente::cli {

namespace {

/// One name, country and office of each person, as results without pseudonyms have them.
EventGraph graph_with_names(const Session& session, const ResolvedRecords& resolved) {
  EventGraphBuilder builder;
  for (std::size_t place = 0; place < resolved.size(); ++place) builder.add(resolved.with_names(place));
  return builder.finish(session.run);
}

void add_rows(Table& table, const Pseudonyms& pseudonyms, PseudonymKind kind, const std::vector<std::string>& ids) {
  const std::size_t first = table.rows.size();
  for (const std::string& id : ids) {
    if (!id.empty()) table.rows.push_back({pseudonyms.token(kind, id), id, {}, {}});
  }
  std::sort(table.rows.begin() + static_cast<std::ptrdiff_t>(first), table.rows.end());
}

Table table_of_pseudonyms(const Pseudonyms& pseudonyms, const EventGraph& graph) {
  Table table{{{"token"}, {"name"}, {"country"}, {"position"}}, {}};
  const PersonColumns& persons = graph.persons();
  for (std::size_t index = 0; index < graph.num_persons(); ++index) {
    table.rows.push_back({pseudonyms.token(PseudonymKind::person, persons.id[index]), std::string(persons.name[index]),
                          std::string(persons.country[index]), std::string(persons.position[index])});
  }
  std::ranges::sort(table.rows);
  add_rows(table, pseudonyms, PseudonymKind::document, pseudonyms.replaced().documents);
  add_rows(table, pseudonyms, PseudonymKind::event, pseudonyms.replaced().events);
  return table;
}

}  // namespace

std::string read_pseudonym_key(const Study& study) {
  const std::string& path = study.pseudonyms.key;
  if (path.empty()) return {};
  const Place place{.source = path};
  if (!std::filesystem::exists(path)) throw Error(ErrorCode::input_missing, "there is no such file", place);
  std::ifstream file(path, std::ios::binary);
  std::string key{std::istreambuf_iterator<char>(file), {}};
  if (!file || std::filesystem::is_directory(path)) throw Error(ErrorCode::input_unreadable, "cannot be read", place);
  if (key.empty())
    throw Error(ErrorCode::bad_option, "the key is empty", place, "write something nobody can guess to it");
  return key;
}

void write_pseudonym_table(const Session& session, const ResolvedRecords& resolved) {
  if (session.request.pseudonym_table.empty()) return;
  const Table table = table_of_pseudonyms(*resolved.pseudonyms(), graph_with_names(session, resolved));
  write_private_file(session.request.pseudonym_table, [&](std::ostream& out) { write_csv(out, table); });
}

}  // namespace entente::cli
