#pragma once

#include "sentence_reading.hpp"
#include "story.hpp"

namespace entente::extract {

/// "* Jan. 9, 2008 - X sees Y. …", "Jan. 24: …": a date at the head of an entry is that of the whole entry, and gives
/// its year to the dates without one in the entries that follow.
void read_timeline(Story& story, SentenceReading& sentence);

}  // namespace entente::extract
