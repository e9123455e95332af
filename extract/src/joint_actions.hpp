#pragma once

#include "sentence_reading.hpp"
#include "story.hpp"

namespace entente::extract {

/// Reads what two or more are said to have done together, whatever it was: "X and Y jointly commissioned the ship".
void read_joint_actions(Story& story, const SentenceReading& sentence);

}  // namespace entente::extract
