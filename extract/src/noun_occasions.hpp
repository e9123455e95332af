#pragma once

#include "sentence_reading.hpp"
#include "story.hpp"

namespace entente::extract {

/// Adds the occasions that a noun of meeting tells of, and says what it made of it.
Verdict read_noun(Story& story, const SentenceReading& sentence, const Trigger& trigger);

}  // namespace entente::extract
