#pragma once

#include "sentence_reading.hpp"
#include "story.hpp"

namespace entente::extract {

/// Reads what somebody says of himself: "I met X yesterday," said Y. Y and X met.
void read_quoted_meetings(Story& story, const SentenceReading& sentence);

}  // namespace entente::extract
