#pragma once

#include <string>
#include <string_view>

namespace entente {

inline constexpr std::string_view replacement_character = "\xEF\xBF\xBD";

/// A character as UTF-8; U+FFFD for what is no character (a surrogate, a number beyond U+10FFFF).
[[nodiscard]] inline std::string utf8_text(char32_t c) {
  if (c > 0x10FFFF || (0xD800 <= c && c < 0xE000)) return std::string(replacement_character);
  if (c < 0x80) return std::string(1, static_cast<char>(c));
  const auto trail = [c](unsigned shift) { return static_cast<char>(0x80U | ((c >> shift) & 0x3FU)); };
  if (c < 0x800) return {static_cast<char>(0xC0U | (c >> 6U)), trail(0)};
  if (c < 0x10000) return {static_cast<char>(0xE0U | (c >> 12U)), trail(6), trail(0)};
  return {static_cast<char>(0xF0U | (c >> 18U)), trail(12), trail(6), trail(0)};
}

}  // namespace entente
