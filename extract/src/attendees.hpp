#pragma once

#include "sentence_reading.hpp"
#include "story.hpp"

namespace entente::extract {

/// Adds `present` as attendees to the occasion that the sentence is about.
void add_attendees(Story& story, const SentenceReading& sentence, const Persons& present);

/// "In Singapore in June 2023, X and Y sat beside Z": an occasion of that day.
void begin_by_date(Story& story, const SentenceReading& sentence, Persons present);

}  // namespace entente::extract
