#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace entente {

inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// A name or another short text as it is kept: NFC, control characters as spaces, no white space at either end.
/// `text` must be valid UTF-8.
[[nodiscard]] std::string clean_field(std::string_view text);

/// The beginning of the offending input for `Rejected::text`, valid UTF-8 of at most 1,000 bytes.
[[nodiscard]] std::string offending_text(std::string_view input);

/// The offset of the first byte that is not UTF-8, or `text.size()`.
[[nodiscard]] std::size_t first_invalid_byte(std::string_view text);

/// Where a byte stands in a text; both count from 1, columns in characters.
struct TextPosition {
  std::uint64_t line = 1;
  std::uint64_t column = 1;
};
[[nodiscard]] TextPosition position_of(std::string_view text, std::size_t offset);

/// The line of `text` in which `offset` lies, without its end.
[[nodiscard]] std::string_view line_around(std::string_view text, std::size_t offset);

/// 'word', shortened for a message.
[[nodiscard]] std::string in_quotes(std::string_view word);

}  // namespace entente
