#pragma once

#include "sentence_reading.hpp"
#include "story.hpp"

namespace entente::extract {

/// "On the Turkish side, A and B took part": those of a side of the last event.
[[nodiscard]] Persons side_members(const Story& story, const SentenceReading& sentence);

/// Notes that `members` came along with `head`.
void add_company(Story& story, int head, const Persons& members);

/// Adds `present` as attendees to the occasion that the sentence is about.
void add_attendees(Story& story, const SentenceReading& sentence, const Persons& present);

/// Reads who was there, too: "also attended by X", "X was also present".
void read_attendance(Story& story, const SentenceReading& sentence);

/// Adds those who came along with somebody to the occasions of the journey that he takes part in.
void add_companions(Story& story, const Document& document);

}  // namespace entente::extract
