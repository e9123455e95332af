#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace entente {

/// What becomes of a text that a spreadsheet would run as a formula (it begins with = + - @ tab CR): a ' before it, or
/// nothing.
enum class Formulas : std::uint8_t { defused, raw };

/// Appends `text` as a cell of RFC 4180: in quotes where it needs them, control characters as blanks, invalid UTF-8 as
/// U+FFFD.
void append_csv_text(std::string& out, std::string_view text, Formulas formulas = Formulas::defused);

}  // namespace entente
