#pragma once

#include "sentence_reading.hpp"

namespace entente::extract {

/// True if what the clause tells has not come about: a modal, a plan, a wish, a denial or a condition.
[[nodiscard]] bool is_unreal(const SentenceReading& sentence, const Clause& clause);

/// True if the noun's own words say that it has not come about: "the planned talks", "no meeting".
[[nodiscard]] bool is_planned(const SentenceReading& sentence, const Trigger& trigger);

/// True if the event that the word tells of has not come about.
[[nodiscard]] bool is_unreal(const SentenceReading& sentence, const Trigger& trigger);

/// "followed the ceremony on television" with the verb or noun that ends at `token`: who watched a screen was not
/// there.
[[nodiscard]] bool is_on_screen(const SentenceReading& sentence, std::uint32_t token);

}  // namespace entente::extract
