#pragma once

#include "sentence_reading.hpp"
#include "story.hpp"

namespace entente::extract {

/// Reads who was met next by whom the text has just told to meet others: "X received Y first; Z followed", "Z came
/// next".
void read_next_in_turn(Story& story, const SentenceReading& sentence);

}  // namespace entente::extract
