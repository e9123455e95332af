#include "field_text.hpp"

#include <entente/core/unicode.hpp>

#include <algorithm>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace entente {

namespace {

bool is_blank(UChar32 c) {
  // Besides white space what nobody sees at the end of a name: zero width space, word joiner, byte order mark.
  return u_isUWhiteSpace(c) != 0 || c == 0x200B || c == 0x2060 || c == 0xFEFF;
}

std::string_view trimmed(std::string_view text) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  auto end = static_cast<std::int32_t>(text.size());
  std::int32_t begin = 0;
  while (begin < end) {
    std::int32_t next = begin;
    UChar32 c = 0;
    U8_NEXT(bytes, next, end, c);
    if (!is_blank(c)) break;
    begin = next;
  }
  while (end > begin) {
    std::int32_t previous = end - 1;
    while (previous > begin && U8_IS_TRAIL(bytes[previous])) --previous;
    std::int32_t next = previous;
    UChar32 c = 0;
    U8_NEXT(bytes, next, end, c);
    if (!is_blank(c)) break;
    end = previous;
  }
  return text.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin));
}

}  // namespace

std::string clean_field(std::string_view text) {
  std::string clean = nfc(text);
  std::ranges::replace_if(clean, [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
  const std::string_view inner = trimmed(clean);
  return inner.size() == clean.size() ? clean : std::string(inner);
}

std::string offending_text(std::string_view input) {
  constexpr std::size_t max_bytes = 1000;
  const std::string_view beginning = input.substr(0, max_bytes + 8);
  const std::string text = is_utf8(beginning) ? std::string(beginning) : repair_utf8(beginning);
  return shorten(text, max_bytes);
}

std::size_t first_invalid_byte(std::string_view text) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  for (std::size_t offset = 0; offset < text.size();) {
    if (bytes[offset] < 0x80) {
      ++offset;
      continue;
    }
    std::int32_t position = 0;
    const auto length = static_cast<std::int32_t>(std::min<std::size_t>(text.size() - offset, U8_MAX_LENGTH));
    UChar32 c = 0;
    U8_NEXT(bytes + offset, position, length, c);
    if (c < 0) return offset;
    offset += static_cast<std::size_t>(position);
  }
  return text.size();
}

TextPosition position_of(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, offset);
  const std::size_t line_end = before.rfind('\n');
  const std::string_view line = before.substr(line_end == std::string_view::npos ? 0 : line_end + 1);
  const auto characters =
      std::ranges::count_if(line, [](char c) { return !U8_IS_TRAIL(static_cast<std::uint8_t>(c)); });
  return {.line = static_cast<std::uint64_t>(std::ranges::count(before, '\n')) + 1,
          .column = static_cast<std::uint64_t>(characters) + 1};
}

std::string_view line_around(std::string_view text, std::size_t offset) {
  const std::size_t before = offset == 0 ? std::string_view::npos : text.rfind('\n', offset - 1);
  const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
  std::string_view line = text.substr(begin, text.find('\n', offset) - begin);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

std::string in_quotes(std::string_view word) {
  constexpr std::size_t max_bytes = 60;
  return "'" + shorten(word, max_bytes) + "'";
}

}  // namespace entente
