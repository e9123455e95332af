#pragma once

#include "sentence_reading.hpp"

namespace entente::extract {

/// Looks for the verbs and nouns that may tell of an event; the references must be known.
void find_triggers(SentenceReading& sentence);

}  // namespace entente::extract
