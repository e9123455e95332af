#include "plans.hpp"

#include <algorithm>

namespace entente::extract {

bool is_planned_before(const SentenceReading& sentence, std::uint32_t begin, std::uint32_t token) {
  const auto& document = sentence.document;
  const auto from = token > begin + 7 ? token - 7 : begin;
  for (auto i = from; i < token; ++i) {
    if (document.is_punctuation(i) && !document.is(i, ",")) continue;
    if (const auto* match = document.find(i, Tag::planned);
        match != nullptr && i + match->length <= token && !sentence.in_name(i)) {
      if (document.is(i, "may") && document.tokens[i].capital) continue;
      return true;
    }
    if (const auto* match = document.find(i, Tag::denied);
        match != nullptr && i + match->length <= token && !sentence.in_name(i))
      return true;
  }
  return false;
}

bool is_unreal(const SentenceReading& sentence, const Trigger& trigger) {
  const auto& document = sentence.document;
  const auto begin = sentence.clause_begin(trigger.verb_begin);
  if (is_planned_before(sentence, begin, trigger.verb_begin)) return true;
  if (trigger.noun && is_planned_before(sentence, std::max(begin, trigger.verb_begin), trigger.begin)) return true;
  if (trigger.noun && !trigger.light) {
    // "a meeting … is expected", "the meeting, planned for June, will not be held"
    const auto end = std::min(sentence.end, trigger.end + 34);
    for (auto i = trigger.end; i < end; ++i) {
      if (sentence.is_boundary(i) || sentence.is_quoted(i)) break;
      if (sentence.in_name(i)) continue;
      if (document.has(i, Tag::happened) && !document.is(i, "came")) break;
      if (document.has(i, Tag::planned) || document.has(i, Tag::denied)) return true;
    }
  }
  for (const auto& words : sentence.dates) {
    if (words.anchor == Anchor::published && words.offset > 0) return true;
  }
  if (document.is(trigger.verb_begin > 0 ? trigger.verb_begin - 1 : 0, "to") && !trigger.noun) {
    // An infinitive tells what somebody means to do, unless he "came to meet".
    if (document.is(trigger.begin, "welcome") || document.is(trigger.begin, "greet")) return false;
    const auto from = trigger.verb_begin > sentence.begin + 9 ? trigger.verb_begin - 9 : sentence.begin;
    for (auto i = from; i < trigger.verb_begin; ++i) {
      if (document.is(i, "arrived") || document.is(i, "came") || document.is(i, "turn") || document.is(i, "airport"))
        return false;
    }
    return true;
  }
  return false;
}

}  // namespace entente::extract
