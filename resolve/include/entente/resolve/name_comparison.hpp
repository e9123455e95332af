#pragma once

#include <entente/resolve/person_weights.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace entente {

/// How far two names agree.
enum class NameAgreement : std::uint8_t {
  contradiction,  ///< a given name, surname or suffix against another one: never the same person
  lone_word,      ///< the only word of one of them stands in the other
  initials,       ///< one word in full, others by their initials
  full,           ///< two or more words, or all words of both
};

/// The classes of variation between two names; more than one may apply.
enum NameVariation : std::uint32_t {
  name_equal = 0,
  name_transliterated = 1U << 0U,
  name_nickname = 1U << 1U,
  name_typo = 1U << 2U,
  name_initial = 1U << 3U,
  name_reordered = 1U << 4U,
  name_middle_missing = 1U << 5U,
  name_outer_missing = 1U << 6U,
  name_initial_missing = 1U << 7U,
  name_generation_missing = 1U << 8U,
  name_patronymic = 1U << 9U,
  name_joined = 1U << 10U,
  name_article = 1U << 11U,
  name_lone_word = 1U << 12U,
  name_loose = 1U << 13U,
  name_slip = 1U << 14U,  ///< one is rare beside the other; never by the names alone
};

/// What two names have in common, and what speaks against one bearer.
struct NameComparison {
  NameAgreement agreement = NameAgreement::contradiction;
  std::uint32_t variations = name_equal;  ///< of NameVariation
  double log_odds = 0;                    ///< by PersonWeights, without prior; 0 for a contradiction
};

/// Compares two names as worded (any script; titles, articles and particles do not count). Symmetric.
/// O(words² · length²).
[[nodiscard]] NameComparison compare_names(std::string_view a, std::string_view b, const PersonWeights& weights = {});

/// The variations in words, "" for none: "another order; two romanisations".
[[nodiscard]] std::string variations_in_words(std::uint32_t variations);

}  // namespace entente
