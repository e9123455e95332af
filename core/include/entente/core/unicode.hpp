#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace entente {

/// True if `text` is well-formed UTF-8.
[[nodiscard]] bool is_utf8(std::string_view text);

/// `text` with each maximal ill-formed part replaced by U+FFFD.
[[nodiscard]] std::string repair_utf8(std::string_view text);

/// Normalization form C of valid UTF-8.
[[nodiscard]] std::string nfc(std::string_view text);

/// What is left of a name when spelling habits are taken away: transliterated to Latin letters and to ASCII by ICU,
/// lower case, punctuation as single spaces ("Yaşar GÜLER" → "yasar guler", "Həsənov" → "hasanov").
[[nodiscard]] std::string fold(std::string_view name);

/// `fold` with hyphens for spaces, fit for an identifier ("zakir-hasanov"); "x" for a name that folds to nothing.
[[nodiscard]] std::string slug(std::string_view name);

/// `text` cut to at most `max_bytes` at a character boundary, with "…" at the end where something was cut.
[[nodiscard]] std::string shorten(std::string_view text, std::size_t max_bytes);

/// `text` with control characters and bidirectional overrides shown as visible escapes (`\u001b`), so that it can do
/// nothing to a terminal; line breaks and tabs become spaces.
[[nodiscard]] std::string terminal_safe(std::string_view text);

/// The number of terminal columns that `text` takes: combining marks 0, East Asian wide characters and emoji 2.
[[nodiscard]] std::size_t display_width(std::string_view text);

}  // namespace entente
