#pragma once

#include "sentence_reading.hpp"
#include "story.hpp"

namespace entente::extract {

/// Takes the day of what follows from a line of its own ("Thursday, May 2").
void read_heading(Story& story, const Document& document, std::uint32_t index);

/// Looks for the dates of the sentence, outside quotations.
void read_dates(SentenceReading& sentence);

/// Looks for the cities and venues of the sentence, without the names of persons that follow them and without what
/// points back.
void read_places(SentenceReading& sentence);

/// Sets date, place and kind of an occasion from its trigger and from tokens [begin, end), the clause of it.
void describe_occasion(const Story& story, const SentenceReading& sentence, Occasion& occasion, const Trigger& trigger,
                       std::uint32_t begin, std::uint32_t end);

/// Takes day and place from tokens [begin, end), right behind one of several who were met apart: "X in A on Monday".
void set_apart(const Story& story, const SentenceReading& sentence, Occasion& occasion, std::uint32_t begin,
               std::uint32_t end);

/// Keeps the day that a sentence without an event tells for the next ones ("One day later both men were in Adelaide.").
/// The first sentences of the text (`lead`) tell the day of all that follows.
void note_date(Story& story, const SentenceReading& sentence, bool lead);

/// Begins in the city of the dateline, else in that of the headline.
void begin_scene(Story& story, const Document& document);

/// Leaves the city where the sentence goes on in another country ("In Suriname the secretary met …").
/// "During the meetings on December 22 the parties discussed …": the day of those that the text has just told of
/// without one.
void take_day_of_last(Story& story, const SentenceReading& sentence);

/// "X and Y discussed trade. X said the telephone conversation had touched on …": that was the call.
void note_call(Story& story, const SentenceReading& sentence);

void leave_city(Story& story, const SentenceReading& sentence);

/// Follows the text to the city that it goes on in, and keeps a venue that a sentence without an event tells.
void note_scene(Story& story, const SentenceReading& sentence);

/// Gives the city around it to each occasion of these days of which no place is told; a call has none.
void settle_places(Story& story, const Document& document);

/// Takes the place of the last occasion from a sentence that goes on about it ("Afterward, the meeting was held at …").
void note_place(Story& story, const SentenceReading& sentence);

}  // namespace entente::extract
