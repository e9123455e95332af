#pragma once

#include "sentence_reading.hpp"
#include "story.hpp"

namespace entente::extract {

/// Reads orders and medals that are handed over at a ceremony: "X awarded the order to Y at a ceremony".
void read_awards(Story& story, const SentenceReading& sentence);

}  // namespace entente::extract
