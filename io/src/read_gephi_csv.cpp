#include "csv_rows.hpp"
#include "field_text.hpp"
#include "graph_records.hpp"
#include "readers.hpp"

#include <entente/core/unicode.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <limits>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace entente {

namespace {

constexpr std::string_view nodes_ending = ".nodes.csv";
constexpr std::string_view edges_ending = ".edges.csv";

// The rows of one of the two tables, with cells by the names of columns.
class GephiTableRows {
 public:
  GephiTableRows(std::string_view text, std::string name) : rows_(text), name_(std::move(name)) {
    if (rows_.next(row_)) header_ = row_.fields;
  }

  bool next() {
    if (!rows_.next(row_)) return false;
    if (!row_.fault.empty() || row_.fields.size() != header_.size()) {
      throw ReadFailure(name_ + ", line " + std::to_string(row_.line) + ": " +
                        (row_.fault.empty() ? "another number of fields than the header" : row_.fault));
    }
    return true;
  }
  [[nodiscard]] std::uint64_t line() const { return row_.line; }
  [[nodiscard]] const std::vector<std::string>& header() const { return header_; }
  // A ' before what a spreadsheet would run was put there by us.
  [[nodiscard]] std::string cell(std::size_t column) const {
    const std::string& text = row_.fields[column];
    const bool defused =
        text.size() > 1 && text[0] == '\'' && std::string_view("=+-@\t\r").find(text[1]) != std::string_view::npos;
    return defused ? text.substr(1) : text;
  }
  [[nodiscard]] std::size_t column(std::string_view wanted) const {
    const auto found = std::ranges::find(header_, wanted);
    if (found == header_.end()) throw ReadFailure(name_ + ": there is no column " + in_quotes(wanted));
    return static_cast<std::size_t>(found - header_.begin());
  }

 private:
  CsvRows rows_;
  std::string name_;
  CsvRow row_;
  std::vector<std::string> header_;
};

void add_nodes(std::string_view text, const OpenInput& input, GraphPart& part) {
  GephiTableRows rows(text, input.source);
  const std::size_t id = rows.column("Id");
  std::vector<std::optional<GraphField>> fields;
  for (const std::string& name : rows.header()) fields.push_back(graph_field(name == "Label" ? "label" : name));
  GraphValues values;
  while (rows.next()) {
    input.progress();
    values.clear();
    for (std::size_t column = 0; column < fields.size(); ++column) {
      if (fields[column]) values[*fields[column]] = rows.cell(column);
    }
    part.add_node(rows.cell(id), values, rows.line());
  }
}

void add_edges(std::string_view text, const std::string& name, const OpenInput& input, GraphPart& part) {
  GephiTableRows rows(text, name);
  const std::size_t source = rows.column("Source");
  const std::size_t target = rows.column("Target");
  const std::size_t role = rows.column("role");
  while (rows.next()) {
    input.progress();
    part.add_edge(rows.cell(source), rows.cell(target), rows.cell(role), rows.line());
  }
}

}  // namespace

bool is_gephi_table(std::string_view beginning) {
  return beginning.starts_with("Id,Label,") || beginning.starts_with("Source,Target,Type,");
}

void read_gephi_tables(std::string_view nodes, const OpenInput& input, Delivery& delivery) {
  const std::string& name = input.source;
  if (!nodes.starts_with("Id,")) {
    throw ReadFailure("is the table of edges; name the table of nodes (" + std::string(nodes_ending) +
                      "), this one is found beside it");
  }
  if (!name.ends_with(nodes_ending)) {
    throw ReadFailure("is a table of nodes whose name does not end in " + std::string(nodes_ending) +
                      ": the table of edges cannot be found beside it");
  }
  GraphPart part;
  add_nodes(nodes, input, part);
  const std::string partner = name.substr(0, name.size() - nodes_ending.size()) + std::string(edges_ending);
  std::ifstream file(partner, std::ios::binary);
  if (!file) throw ReadFailure("the table of edges is not beside it: " + partner);
  std::ostringstream edges;
  edges << file.rdbuf();
  add_edges(std::move(edges).str(), partner, input, part);
  GraphRecords records(name);
  records.add(std::move(part));
  records.deliver(delivery, input.run);
}

}  // namespace entente
