#pragma once

#include "sentence_reading.hpp"

namespace entente::extract {

/// Divides the sentence into clauses, each with its verb, its subject and the references that depend on it. A clause
/// without a subject of its own has that of the clause that it goes on from.
void find_clauses(SentenceReading& sentence);

}  // namespace entente::extract
