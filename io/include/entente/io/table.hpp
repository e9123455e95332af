#pragma once

#include <cstdint>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace entente {

/// A cell: nothing, a text, a whole number or a number.
using Cell = std::variant<std::monostate, std::string, std::int64_t, double>;

/// A result as rows and columns: what `--format table|csv|json` prints and the CSV files hold.
struct Table {
  /// The head of a column.
  struct Column {
    std::string name;
    std::string sentence = {};  ///< what stands in it, for the documentation
  };
  std::vector<Column> columns;
  std::vector<std::vector<Cell>> rows;  ///< each as long as `columns`
};

/// RFC 4180, UTF-8, LF, header row; numbers by std::to_chars, shortest that reads back. A text that a spreadsheet would
/// run as a formula (beginning with = + - @ tab CR) gets a ' before it.
void write_csv(std::ostream& out, const Table& table);
/// A JSON array of objects, one row a line.
void write_json(std::ostream& out, const Table& table);

}  // namespace entente
