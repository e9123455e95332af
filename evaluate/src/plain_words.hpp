#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace entente {

/// The words of a text, lower case, one blank between, diacritics and punctuation taken away: as score.py folds. Core's
/// `fold` transliterates too, and would forgive what the referee does not.
[[nodiscard]] std::string plain_words(std::string_view text);

/// The number of words of what `plain_words` returned.
[[nodiscard]] std::size_t num_words(std::string_view plain);

/// Whether two plain names can be one person's: the same surname (last word), and no other given name or initial.
[[nodiscard]] bool compatible_names(std::string_view a, std::string_view b);

/// Whether one of the two contains the other, as plain words; nothing agrees with no words.
[[nodiscard]] bool wordings_agree(std::string_view a, std::string_view b);

/// Whether two codes of countries or organisations differ by case only.
[[nodiscard]] bool same_code(std::string_view a, std::string_view b);

}  // namespace entente
