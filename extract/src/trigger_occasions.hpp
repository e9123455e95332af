#pragma once

#include "sentence_reading.hpp"
#include "story.hpp"

namespace entente::extract {

/// Adds the occasions that trigger `t` of the sentence tells of, and says what it made of it.
Verdict read_trigger(Story& story, const SentenceReading& sentence, std::size_t t);

}  // namespace entente::extract
