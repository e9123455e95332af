#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace entente::extract {

/// The code point of valid UTF-8, beyond ASCII, that begins at `position`, which moves behind it.
[[nodiscard]] char32_t next_long_code_point(std::string_view text, std::size_t& position);

/// The code point of valid UTF-8 that begins at `position`, which moves behind it.
[[nodiscard]] inline char32_t next_code_point(std::string_view text, std::size_t& position) {
  const auto first = static_cast<unsigned char>(text[position]);
  if (first >= 0x80) return next_long_code_point(text, position);
  ++position;
  return first;
}

/// Appends `c` in small letters and without diacritics, as words of lexicons and documents are compared.
void append_folded(std::string& out, char32_t c);
/// Appends `word` in small letters and without diacritics; apostrophes become straight.
void append_folded(std::string& out, std::string_view word);

/// A word in small letters and without diacritics; apostrophes become straight.
[[nodiscard]] std::string folded(std::string_view word);

[[nodiscard]] bool is_letter(char32_t c);
[[nodiscard]] bool is_digit(char32_t c);
[[nodiscard]] bool is_upper(char32_t c);
[[nodiscard]] bool is_space(char32_t c);
[[nodiscard]] bool is_apostrophe(char32_t c);

}  // namespace entente::extract
