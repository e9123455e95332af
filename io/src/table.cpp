#include "csv_text.hpp"
#include "output_buffer.hpp"

#include <entente/io/json_text.hpp>
#include <entente/io/number_text.hpp>
#include <entente/io/table.hpp>

#include <string_view>

namespace entente {

namespace {

struct CsvCell {
  std::string& out;
  void operator()(std::monostate) const {}
  void operator()(const std::string& text) const { append_csv_text(out, text); }
  void operator()(std::int64_t number) const { append_number(out, number); }
  void operator()(double number) const { append_number(out, number); }
};

struct JsonCell {
  JsonWriter& json;
  void operator()(std::monostate) const { json.null(); }
  void operator()(const std::string& text) const { json.value(text); }
  void operator()(std::int64_t number) const { json.value(number); }
  void operator()(double number) const { json.value(number); }
};

}  // namespace

void write_csv(std::ostream& out, const Table& table) {
  OutputBuffer buffer(out);
  std::string& text = buffer.text();
  for (std::size_t column = 0; column < table.columns.size(); ++column) {
    if (column > 0) text += ',';
    append_csv_text(text, table.columns[column].name);
  }
  text += '\n';
  for (const std::vector<Cell>& row : table.rows) {
    const std::size_t begin = text.size();
    for (std::size_t column = 0; column < row.size(); ++column) {
      if (column > 0) text += ',';
      std::visit(CsvCell{text}, row[column]);
    }
    // An empty line would be no row at all to a reader.
    if (text.size() == begin) text += "\"\"";
    text += '\n';
    buffer.flush_if_full();
  }
  buffer.flush();
}

void write_json(std::ostream& out, const Table& table) {
  OutputBuffer buffer(out);
  std::string& text = buffer.text();
  text += '[';
  bool first = true;
  for (const std::vector<Cell>& row : table.rows) {
    text += first ? "\n" : ",\n";
    first = false;
    JsonWriter json(text);
    json.begin_object();
    for (std::size_t column = 0; column < row.size(); ++column) {
      json.key(table.columns.at(column).name);
      std::visit(JsonCell{json}, row[column]);
    }
    json.end_object();
    buffer.flush_if_full();
  }
  text += first ? "]\n" : "\n]\n";
  buffer.flush();
}

}  // namespace entente
