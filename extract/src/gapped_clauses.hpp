#pragma once

#include "sentence_reading.hpp"
#include "story.hpp"

namespace entente::extract {

/// Reads clauses that leave their verb out: "In A he met X; in B, Y and Z", "with X on Monday; with Y on Tuesday".
void read_gapped_clauses(Story& story, const SentenceReading& sentence);

}  // namespace entente::extract
