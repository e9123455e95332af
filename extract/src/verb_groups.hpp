#pragma once

#include "document.hpp"

#include <cstdint>
#include <vector>

namespace entente::extract {

struct SentenceReading;

enum class VerbForm : std::uint8_t { finite, infinitive, gerund, participle };

/// Auxiliaries and main verb, tokens [begin, end): "had not yet met", "to receive", "accompanied".
struct VerbGroup {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t head = 0;  ///< the main verb
  VerbForm form = VerbForm::finite;
  bool passive = false;
  bool unreal = false;               ///< a modal, a plan or a denial
  bool copula = false;               ///< a form of "be" and nothing else
  const EventWord* event = nullptr;  ///< the verb of meeting that it is, if any
};

/// Finds the verb groups of the sentence, in order: verbs of the lexicons, and words that look like a past tense.
/// Names and quotations have none.
void find_verb_groups(SentenceReading& sentence);

}  // namespace entente::extract
