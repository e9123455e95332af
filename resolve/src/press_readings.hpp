#pragma once

#include <span>
#include <string>
#include <string_view>

namespace entente {

/// A language whose press writes names from other scripts in its own way.
enum class PressLanguage : unsigned char { english, german, french };

/// Whose press the folded words of a name seem to come from, by letters that English-language press would not use:
/// Jermak, Tschurkin; Tchourkine, Mouammar. `english` where nothing shows.
[[nodiscard]] PressLanguage press_language(std::span<const std::string> words);

/// The sounds (`sounds_of`) of a folded word as a reader of that language hears it. A German s may be s or z.
[[nodiscard]] std::string press_sounds(std::string_view word, PressLanguage language);

}  // namespace entente
