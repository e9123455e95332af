#pragma once

#include "sentence_reading.hpp"
#include "story.hpp"

namespace entente::extract {

/// True if all that is told of the occasion is that there was talk.
[[nodiscard]] bool told_in_words_alone(const Occasion& occasion);

/// True if the occasion is of a time that the document looks back on, not of the days that it reports.
[[nodiscard]] bool recalled(const Document& document, const Occasion& occasion);

/// Adds what the sentence tells to the occasion that it tells of once more, or as a new one. False where a single
/// person is left.
bool add_occasion(Story& story, const SentenceReading& sentence, Occasion occasion);

/// Makes one of two occasions that the text has told of by and by as of the same persons, of one day and place. For the
/// end of the text.
void merge_grown_alike(Story& story);

/// Makes the last occasion of today's news with all of `persons` the one that the text goes on about; false where there
/// is none.
bool return_to_occasion(Story& story, const Document& document, const Persons& persons);

}  // namespace entente::extract
