#pragma once

#include <string>
#include <string_view>

namespace entente {

/// Why a text (valid UTF-8) does not look like English: most of its letters are not Latin, or too few of the words at
/// its beginning are frequent English ones; empty if it does. A Latin text of fewer than 20 words that are no names
/// tells too little and passes. Looks at the first 300 such words, in 16 kB at most.
[[nodiscard]] std::string why_not_english(std::string_view text);

[[nodiscard]] inline bool looks_english(std::string_view text) { return why_not_english(text).empty(); }

}  // namespace entente
