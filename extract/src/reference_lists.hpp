#pragma once

#include "sentence_reading.hpp"

namespace entente::extract {

/// Works out once a sentence which tokens belong to names, which references form lists and what governs them.
void relate_references(SentenceReading& sentence);

/// The preposition before a reference itself, looking through "both" and the like; empty where there is none.
[[nodiscard]] Word plain_preposition(const SentenceReading& sentence, std::size_t r);

}  // namespace entente::extract
