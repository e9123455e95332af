#include "csv_text.hpp"

#include "byte_scan.hpp"

#include <entente/core/unicode.hpp>

#include <algorithm>

namespace entente {

namespace {

bool is_formula(std::string_view text) {
  return !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
}

bool is_unprintable(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte < 0x20 && c != '\n' && c != '\r' && c != '\t') || byte == 0x7F;
}

constexpr auto needs_care = [](unsigned char c) {
  return static_cast<unsigned char>((c < 0x20) | (c == '"') | (c == ',') | (c >= 0x7F));
};

void append_quoted_cell(std::string& out, std::string_view text) {
  out += '"';
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

}  // namespace

void append_csv_text(std::string& out, std::string_view text, Formulas formulas) {
  const bool defused = formulas == Formulas::defused && is_formula(text);
  if (!defused && scan_bytes(text, 0, needs_care, [](std::size_t) { return true; }) == text.size()) {
    out += text;
    return;
  }
  std::string safe = is_utf8(text) ? std::string(text) : repair_utf8(text);
  std::ranges::replace_if(safe, is_unprintable, ' ');  // CSV has no escapes
  if (defused) safe.insert(0, 1, '\'');
  if (safe.find_first_of(",\"\r\n") == std::string::npos) {
    out += safe;
  } else {
    append_quoted_cell(out, safe);
  }
}

}  // namespace entente
