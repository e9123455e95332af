#include "csv_rows.hpp"

#include <algorithm>

namespace entente {

bool CsvRows::at_line_end() const {
  return at_ >= text_.size() || text_[at_] == '\n' || text_.substr(at_, 2) == "\r\n";
}

bool CsvRows::next(CsvRow& row) {
  while (at_ < text_.size() && at_line_end()) {
    if (text_[at_] == '\n') ++line_;
    ++at_;
  }
  if (at_ >= text_.size()) return false;
  row = CsvRow{.fields = {}, .line = line_, .begin = at_, .end = at_, .fault = {}};
  read_field(row);
  while (at_ < text_.size() && text_[at_] == ',') {
    ++at_;
    read_field(row);
  }
  row.end = at_;
  return true;
}

void CsvRows::read_field(CsvRow& row) {
  std::string field;
  if (at_ < text_.size() && text_[at_] == '"') {
    read_quoted(row, field);
  }
  const std::size_t begin = at_;
  while (!at_line_end() && text_[at_] != ',') ++at_;
  field += text_.substr(begin, at_ - begin);
  row.fields.push_back(std::move(field));
}

void CsvRows::read_quoted(CsvRow& row, std::string& field) {
  const std::size_t opening = at_;
  const std::uint64_t opening_line = line_;
  for (++at_; at_ < text_.size(); ++at_) {
    const char c = text_[at_];
    if (c == '\n') ++line_;
    if (c == '"' && text_.substr(at_, 2) == "\"\"") {
      ++at_;
    } else if (c == '"') {
      ++at_;
      if (!at_line_end() && text_[at_] != ',') row.fault = "expected ',' or the end of the row after a closing quote";
      return;
    }
    field += c;
  }
  // A quote that is never closed would swallow all the rest: only its own line is given up.
  row.fault = "the quoted field that begins here does not end";
  field.clear();
  line_ = opening_line;
  at_ = std::min(text_.find('\n', opening), text_.size());
}

}  // namespace entente
