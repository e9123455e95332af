#pragma once

#include "sentence_reading.hpp"
#include "story.hpp"

namespace entente::extract {

/// Reads who was there by words that are no verb of attending: "with X and Y at the table", "X hosted the talks".
void read_further_attendance(Story& story, const SentenceReading& sentence);

/// Reads who watched what somebody did: "X handed the prize to Y as A and B watched".
void read_onlookers(Story& story, const SentenceReading& sentence);

}  // namespace entente::extract
