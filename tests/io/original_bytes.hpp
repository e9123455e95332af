#pragma once

#include <entente/core/article.hpp>

#include <stdexcept>
#include <string>
#include <string_view>

namespace entente::test {

/// The bytes that the first `part` of a text with repairs was read from.
template <typename Text>
std::string original_of(const Text& text, std::string_view part, std::string_view bytes) {
  const std::size_t begin = text.text.find(part);
  if (begin == std::string::npos) throw std::logic_error("not in the text: " + std::string(part));
  const ByteRange range = original_range(text.repairs, {begin, begin + part.size()});
  return std::string(bytes.substr(range.begin, range.end - range.begin));
}

/// UTF-16 behind its byte order mark.
inline std::string utf16_bytes(std::u16string_view characters, bool big_endian) {
  std::string bytes;
  const auto add = [&](char16_t unit) {
    const char high = static_cast<char>(unit >> 8U);
    const char low = static_cast<char>(unit & 0xFFU);
    bytes += big_endian ? high : low;
    bytes += big_endian ? low : high;
  };
  add(0xFEFF);
  for (const char16_t unit : characters) add(unit);
  return bytes;
}

}  // namespace entente::test
