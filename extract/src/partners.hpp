#pragma once

#include "sentence_reading.hpp"
#include "story.hpp"

namespace entente::extract {

/// "Her partners in Rome were X and, separately, Y": whom somebody met, as the noun says.
[[nodiscard]] bool read_partners(Story& story, const SentenceReading& sentence, const Clause& clause,
                                 const VerbGroup& verb);

}  // namespace entente::extract
