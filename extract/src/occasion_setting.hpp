#pragma once

#include "sentence_reading.hpp"
#include "story.hpp"

namespace entente::extract {

/// Takes the day of what follows from a line of its own ("Thursday, May 2").
void read_heading(Story& story, const Document& document, const Sentence& heading);

/// Looks for the dates of the sentence, outside quotations.
void read_dates(SentenceReading& sentence);

/// Sets date, place and kind of an occasion from its trigger and from tokens [begin, end), the clause of it.
void describe_occasion(const Story& story, const SentenceReading& sentence, Occasion& occasion, const Trigger& trigger,
                       std::uint32_t begin, std::uint32_t end);

/// Keeps the day that a sentence without an event tells for the next ones ("One day later both men were in Adelaide.").
void note_date(Story& story, const SentenceReading& sentence);

/// Takes the place of the last occasion from a sentence that goes on about it ("Afterward, the meeting was held at …").
void note_place(Story& story, const SentenceReading& sentence);

}  // namespace entente::extract
