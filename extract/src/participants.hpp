#pragma once

#include "person_list.hpp"
#include "sentence_reading.hpp"

namespace entente::extract {

/// Those whom the references first to last stand for, without those who are only spoken of.
[[nodiscard]] Persons persons_of(const SentenceReading& sentence, std::size_t first, std::size_t last);

/// Who stands before `token`, at `begin` or later, and governs the verb there.
[[nodiscard]] Persons subject_before(const SentenceReading& sentence, std::uint32_t token, std::uint32_t begin);

/// The subject of the clause at `token`: in it, or of the clause that it hangs on.
[[nodiscard]] Persons subject_of(const SentenceReading& sentence, std::uint32_t token);

/// "In a meeting with X, Y thanked …": Y.
[[nodiscard]] Persons subject_behind(const SentenceReading& sentence, const Trigger& trigger);

/// True if reference `r` behind the trigger takes part in its event, as far as its preposition tells.
[[nodiscard]] bool governs(const SentenceReading& sentence, const Trigger& trigger, std::size_t r);

}  // namespace entente::extract
