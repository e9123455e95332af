#include "csv_text.hpp"

#include "byte_scan.hpp"

#include <entente/core/unicode.hpp>

#include <cstddef>

namespace entente {

namespace {

bool is_formula(std::string_view text) {
  return !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
}

// What needs quotes round the cell, and what cannot be copied as it stands.
constexpr auto needs_quotes = [](unsigned char c) {
  return static_cast<unsigned char>((c == '"') | (c == ',') | (c == '\n') | (c == '\r'));
};
constexpr auto needs_care = [](unsigned char c) {
  return static_cast<unsigned char>(((c < 0x20) & (c != '\n') & (c != '\r') & (c != '\t')) | (c == 0x7F) | (c == '"'));
};

// The first byte from `offset` on for which `is_it`.
template <typename IsIt>
std::size_t find_byte(std::string_view text, std::size_t offset, IsIt is_it) {
  return scan_bytes(text, offset, is_it, [](std::size_t) { return true; });
}

}  // namespace

void append_csv_text(std::string& out, std::string_view text, Formulas formulas) {
  if (!is_utf8(text)) return append_csv_text(out, repair_utf8(text), formulas);
  const bool in_quotes = find_byte(text, 0, needs_quotes) != text.size();
  if (in_quotes) out += '"';
  if (formulas == Formulas::defused && is_formula(text)) out += '\'';
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::size_t next = find_byte(text, at, needs_care);
    out += text.substr(at, next - at);
    at = next;
    if (at == text.size()) break;
    out += text[at] == '"' ? "\"\"" : " ";  // there is no other escape
  }
  if (in_quotes) out += '"';
}

}  // namespace entente
