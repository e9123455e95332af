#pragma once

#include "sentence_reading.hpp"
#include "story.hpp"

namespace entente::extract {

/// Scenes that no word of meeting tells: "X shook Y's hand", "X flew to Oslo to congratulate Y", "in Y's presence",
/// "X was at Y's elbow", ", Y standing between them".
void read_scene_words(Story& story, const SentenceReading& sentence);

/// Forgets the company of those who are said to have been away from what is told: "Z, who came along, was absent".
void read_absence(Story& story, const SentenceReading& sentence);

/// "Marcos packed four bilaterals into his day. First came X. Then it was Y.": one occasion with each. Returns true
/// where the sentence tells of a turn.
bool read_turns(Story& story, const SentenceReading& sentence);

}  // namespace entente::extract
