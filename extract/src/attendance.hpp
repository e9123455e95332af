#pragma once

#include "sentence_reading.hpp"
#include "story.hpp"

namespace entente::extract {

/// Reads who was there, too: "also attended by X", "X was also present".
void read_attendance(Story& story, const SentenceReading& sentence);

}  // namespace entente::extract
