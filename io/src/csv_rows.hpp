#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// One row of a CSV text, and where it stands.
struct CsvRow {
  std::vector<std::string> fields;
  std::uint64_t line = 1;  ///< of its first character
  std::size_t begin = 0;   ///< bytes [begin, end) of the text, without the line's end
  std::size_t end = 0;
  std::string fault;  ///< what is wrong with its quotes, or empty
};

/// Reads rows as RFC 4180 has them: fields between commas, quoted ones with quotes doubled and line ends allowed; LF or
/// CRLF.
class CsvRows {
 public:
  explicit CsvRows(std::string_view text) : text_(text) {}

  /// The next row that is not an empty line, or false at the end.
  bool next(CsvRow& row);

 private:
  void read_field(CsvRow& row);
  void read_quoted(CsvRow& row, std::string& field);
  [[nodiscard]] bool at_line_end() const;

  std::string_view text_;
  std::size_t at_ = 0;
  std::uint64_t line_ = 1;
};

}  // namespace entente
