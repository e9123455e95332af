#include "trigger_occasions.hpp"

#include "merging.hpp"
#include "noun_occasions.hpp"
#include "participants.hpp"
#include "verb_occasions.hpp"

namespace entente::extract {
namespace {

/// "X had talks with A, and Y with B": the second pair has an occasion of its own, like the first one's.
void tell_gapped(Story& story, const SentenceReading& sentence, const Trigger& trigger) {
  const auto r = gapped_subject(sentence, trigger);
  if (r == sentence.references.size() || story.touched < 0) return;
  Occasion second = story.occasions[static_cast<std::size_t>(story.touched)];
  second.persons = persons_of(sentence, r, r);
  add_all(second.persons, persons_of(sentence, r + 1, sentence.lists[r + 1].second));
  second.core.clear();
  second.roles.clear();
  second.separate = true;
  if (second.persons.size() > 1) add_occasion(story, sentence, std::move(second));
}

}  // namespace

Verdict read_trigger(Story& story, const SentenceReading& sentence, std::size_t t) {
  const auto& trigger = sentence.triggers[t];
  const auto verdict = trigger.noun ? read_noun(story, sentence, trigger) : read_verb(story, sentence, trigger);
  if (verdict == Verdict::told) tell_gapped(story, sentence, trigger);
  return verdict;
}

}  // namespace entente::extract
