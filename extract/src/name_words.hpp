#pragma once

#include "document.hpp"

#include <cstdint>

namespace entente::extract {

/// The most words of a name.
inline constexpr std::uint32_t longest_name = 7;

/// A word that no name goes over: a country, an office, a common word.
[[nodiscard]] bool blocks_name(const Document& document, std::uint32_t i);

/// A given name of the lexicon.
[[nodiscard]] bool is_given(const Document& document, std::uint32_t i);

/// A rank directly before a capitalised word that may be a name: not the name "Gen" of "Nakatani Gen".
[[nodiscard]] bool is_rank_here(const Document& document, std::uint32_t i);

/// A word written with a capital that may belong to a name.
[[nodiscard]] bool is_capital_word(const Document& document, std::uint32_t i);

/// "V. Gerasimov", "Gen V P Malik": a letter and no roman number.
[[nodiscard]] bool is_bare_initial(const Document& document, std::uint32_t i);

/// A participle or adverb at the beginning of a sentence ("Welcoming", "Separately").
[[nodiscard]] bool opens_sentence(const Document& document, std::uint32_t i);

/// The end of the name that begins at `i`; `i` where none does.
[[nodiscard]] std::uint32_t name_end(const Document& document, std::uint32_t i, std::uint32_t sentence_end,
                                     bool titled);

/// A word with the ending of an English noun that hardly any name has: "Unification", "Response".
[[nodiscard]] bool is_abstract(const Document& document, std::uint32_t i);

}  // namespace entente::extract
