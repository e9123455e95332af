#pragma once

#include "sentence_reading.hpp"
#include "story.hpp"

namespace entente::extract {

/// Keeps talks of which the text names nobody or one alone: "Consultations were held in Lima", "The delegations met".
/// Where the sentences before have told who led the sides, it was these who met. True if it was told so.
bool keep_unnamed(Story& story, const SentenceReading& sentence, const Trigger& trigger, Verdict verdict);

/// "The two ministers met in Lima. A and B signed …": place and day of the first occasion are those of the talks that
/// the sentence before told without names.
void set_by_unnamed(Story& story, const SentenceReading& sentence);

/// "The Peruvian side was led by A and the Norwegian delegation by B": who met at the talks that the text tells of.
void read_led_sides(Story& story, const SentenceReading& sentence);

}  // namespace entente::extract
