#pragma once

#include "sentence_reading.hpp"
#include "story.hpp"

namespace entente::extract {

/// "On the Turkish side, A and B took part": those of a side of the last event, or of a list that announces them.
[[nodiscard]] Persons side_members(const Story& story, const SentenceReading& sentence);

/// Reads who stands in a photograph: "From left: A, B and C"; false where the sentence lists nobody so.
bool read_pictured(Story& story, const SentenceReading& sentence);

}  // namespace entente::extract
