#pragma once

#include "sentence_reading.hpp"
#include "story.hpp"

namespace entente::extract {

/// Adds the occasions that a verb of meeting tells of, and says what it made of it.
Verdict read_verb(Story& story, const SentenceReading& sentence, const Trigger& trigger);

}  // namespace entente::extract
