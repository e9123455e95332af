#pragma once

#include "sentence_reading.hpp"
#include "story.hpp"

namespace entente::extract {

/// Keeps an occasion of which the text names a single person: "X held a meeting with the members of the council."
void keep_half_told(Story& story, const Occasion& occasion);

/// "Taking part in the meeting were A and B", where the last occasion is not the one that was told of X alone: X's
/// becomes theirs, too. True if it did.
[[nodiscard]] bool complete_half_told(Story& story, const SentenceReading& sentence, int target,
                                      const Persons& present);

/// "Envoys presented their credentials to X. Those who presented their credentials were A and B": adds X to what the
/// second sentence tells of A and B.
void add_half_told(Story& story, const SentenceReading& sentence, const Trigger& trigger, Occasion& occasion);

/// "X received eight ambassadors. The envoys included A and B": what was told of X alone was with `members`. True if
/// the clause of `verb`, a verb of including, says so.
[[nodiscard]] bool complete_with_listed(Story& story, const SentenceReading& sentence, const VerbGroup& verb,
                                        const Persons& members);

/// "In the presence of the presidents documents were signed.": who saw what only the next sentences tell. True if the
/// sentence says so.
[[nodiscard]] bool keep_witnesses(Story& story, const SentenceReading& sentence, const Persons& present);

/// Adds those kept to a signing that the sentence tells.
void add_witnesses(const Story& story, const SentenceReading& sentence, Occasion& occasion);

/// "During the meeting with the Russian ambassador …", "At the meeting with the Chinese ambassador …": two such
/// openings in the next sentences.
[[nodiscard]] bool told_one_by_one(const SentenceReading& sentence);

/// "In each of his meetings", "During the meetings" at the beginning of one of the next two sentences: whom somebody
/// met were met apart.
[[nodiscard]] bool told_as_several_later(const SentenceReading& sentence);

}  // namespace entente::extract
