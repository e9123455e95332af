#pragma once

#include "sentence_reading.hpp"
#include "story.hpp"

namespace entente::extract {

/// Adds the occasions that trigger `t` of the sentence tells of, if it tells of any.
void read_trigger(Story& story, const SentenceReading& sentence, std::size_t t);

}  // namespace entente::extract
