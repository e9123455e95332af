#include "next_in_turn.hpp"

#include "merging.hpp"
#include "occasion_setting.hpp"
#include "participants.hpp"
#include "plans.hpp"

#include <algorithm>
#include <utility>

namespace entente::extract {
namespace {

/// "Z followed", "Z came next", "Z was next": nothing but when stands behind the verb.
bool says_next(const SentenceReading& sentence, const VerbGroup& verb) {
  const auto& document = sentence.document;
  if (verb.passive || verb.form != VerbForm::finite) return false;
  const bool next = document.is(verb.end, "next");
  if (document.is(verb.head, "followed")) return verb.end >= sentence.end || document.is_punctuation(verb.end);
  return next && (verb.copula || document.is_any(verb.head, Word("came"), Word("went"), Word("followed")));
}

/// Who of the two that met last goes on to meet others: the host, else whom the text accompanies; -1 for nobody.
int goes_on(const Story& story, const Occasion& last) {
  if (last.core.size() != 2) return -1;
  for (const auto person : last.core) {
    const auto role = last.roles.find(person);
    if (role != last.roles.end() && role->second == Role::host) return person;
  }
  for (const auto person : {story.focus.common, story.focus.topic}) {
    if (contains(last.core, person)) return person;
  }
  return -1;
}

}  // namespace

void read_next_in_turn(Story& story, const SentenceReading& sentence) {
  if (story.last < 0) return;
  for (const auto& clause : sentence.clauses) {
    const auto* verb = sentence.verb_of(clause);
    if (verb == nullptr || clause.subject.size() != 1 || clause.inherited || !says_next(sentence, *verb) ||
        is_unreal(sentence, clause))
      continue;
    const auto& last = story.occasions[static_cast<std::size_t>(story.last)];
    const auto central = goes_on(story, last);
    if (last.sentences.back() + 1 < sentence.index || central < 0 || contains(last.persons, clause.subject.front()))
      continue;
    Trigger trigger;
    trigger.begin = verb->head;
    trigger.end = verb->end;
    trigger.clause = static_cast<std::size_t>(&clause - sentence.clauses.data());
    Occasion occasion;
    occasion.type = last.type;
    occasion.persons = {central, clause.subject.front()};
    describe_occasion(story, sentence, occasion, trigger, clause.begin, clause.end);
    if (!occasion.date_told) {
      occasion.date = last.date;
      occasion.date_told = last.date_told;
    }
    occasion.separate = true;
    add_occasion(story, sentence, std::move(occasion));
  }
}

}  // namespace entente::extract
