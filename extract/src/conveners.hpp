#pragma once

#include "sentence_reading.hpp"
#include "story.hpp"

namespace entente::extract {

/// Reads who called or led what others attended: "They met in a session chaired by X", "A and B joined a call hosted by
/// Y".
void read_conveners(Story& story, const SentenceReading& sentence);

}  // namespace entente::extract
