#pragma once

#include <string>
#include <string_view>

namespace entente {

/// The folded word with v where a u behind a vowel stands for the Belarusian short u: Martynau, Martynov; Raukou,
/// Ravkov. Words of less than five letters stay.
[[nodiscard]] std::string read_short_u(std::string_view word);

/// The sounds that a folded word is written with, one character each: letters, and S (sh), C (ch), Z (zh), K (kh),
/// G (gh), T (ts) for groups of letters, $ for s or z; doubled letters count once. "tufekchi" → "tufekCi". Words with a
/// digit stay as they are.
[[nodiscard]] std::string sounds_of(std::string_view word);

/// How far two words of sounds are apart: the least sum of changes, where a change is cheap if two romanisations
/// differ in it (c and ch, q and gh, kh and h, i and y, ou and u, a and e) and costs 1 otherwise. 0 for equal words;
/// symmetric. O(|a|·|b|).
[[nodiscard]] double sound_distance(std::string_view a, std::string_view b);

/// True if one person's name may be written both ways by two romanisations: their distance is small for their length.
[[nodiscard]] bool is_transliteration(std::string_view a, std::string_view b);

/// True if two words have the same classes of consonants and vowels that are not too far apart: Haftar, Hifter. May be
/// two names as well: Hasan, Husayn.
[[nodiscard]] bool is_loose_transliteration(std::string_view a, std::string_view b);

/// The consonants of a word of sounds by their broad class, vowels left out but for a first one: equal for nearly all
/// romanisations of a word, and for many other words. The key of blocks, never a proof.
[[nodiscard]] std::string sound_key(std::string_view sounds);

/// True if a digit stands in the word.
[[nodiscard]] bool has_digit(std::string_view word);

}  // namespace entente
