#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// `NameParts::generation` of Sr and of Jr; those of numbers are the numbers.
constexpr std::uint8_t senior_generation = 100;
constexpr std::uint8_t junior_generation = 101;

/// A word of a name that tells persons apart.
struct NameWord {
  std::string text;    ///< folded
  std::string sounds;  ///< sounds_of(text)
  std::string heard;   ///< what a reader of the press of another language hears; empty where that is the same
  bool initial = false;

  friend auto operator<=>(const NameWord&, const NameWord&) = default;
};

/// A folded name taken to pieces: titles of address, articles and particles are left out, "Abdel Fattah" and "Abdul
/// Fattah" are one word, what follows the name is told apart.
struct NameParts {
  std::vector<NameWord> words;  ///< in order, at least one if the name has a letter or a digit
  std::string patronymic;       ///< "asgar" of "Hasanov Zakir Asgar oglu", "vladimirovich"
  std::uint8_t generation = 0;  ///< 0: none told
  bool father_named = false;    ///< bin, ibn, bint: the order of names tells father from son
  bool article = false;         ///< al-, el- or a particle was left out

  /// The number of words that are no initials.
  [[nodiscard]] std::size_t num_full() const;
};

/// How many letters of a particle, an article or a word for son may be written as part of the word: 2 in "debrum", 3 in
/// "binmubarak", 0 in "brum".
[[nodiscard]] std::size_t glued_particle(std::string_view word);

/// `fold` (core/unicode.hpp) of a name, without the rank "Gen.": folded, nothing would tell it from the given name Gen.
[[nodiscard]] std::string fold_name(std::string_view name);

/// Takes a name to pieces that `fold_name` has folded. O(length).
[[nodiscard]] NameParts parse_name(std::string_view folded);

}  // namespace entente
