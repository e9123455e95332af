#pragma once

#include "sentence_reading.hpp"
#include "story.hpp"

namespace entente::extract {

/// One occasion, or one with each of `members` where the words make them several.
Verdict tell(Story& story, const SentenceReading& sentence, const Trigger& trigger, const Persons& subject,
             std::vector<Persons> members, Occasion occasion);

}  // namespace entente::extract
