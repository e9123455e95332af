#include "gapped_clauses.hpp"

#include "merging.hpp"
#include "occasion_setting.hpp"
#include "participants.hpp"

#include <algorithm>
#include <utility>

namespace entente::extract {
namespace {

/// The last verb of meeting before `token` that has a subject and tells of an event, null for none.
const Trigger* verb_before(const SentenceReading& sentence, std::uint32_t token) {
  const Trigger* last = nullptr;
  for (const auto& trigger : sentence.triggers) {
    const auto& clause = sentence.clauses[trigger.clause];
    const auto* verb = sentence.verb_of(clause);
    if (trigger.begin < token && verb != nullptr && verb->form == VerbForm::finite && !verb->passive &&
        !clause.subject.empty())
      last = &trigger;
  }
  return last;
}

/// True if the clause begins with another place or day: "in Hanoi, …", "on Tuesday, …".
bool begins_elsewhere(const SentenceReading& sentence, const Clause& clause) {
  const auto& document = sentence.document;
  auto i = clause.begin;
  while (i < sentence.end && document.is_any(i, Word("and"), Word("then"), Word("later"), Word(","))) ++i;
  return document.is_any(i, Word("in"), Word("at"), Word("on")) ||
         document.has_any(i, bit(Tag::weekday) | bit(Tag::day_words));
}

}  // namespace

void read_gapped_clauses(Story& story, const SentenceReading& sentence) {
  if (story.touched < 0) return;
  for (const auto& clause : sentence.clauses) {
    if (clause.verb >= 0 || !clause.coordinate || !sentence.document.is(clause.begin - 1, ";")) continue;
    const auto* trigger = verb_before(sentence, clause.begin);
    if (trigger == nullptr || !begins_elsewhere(sentence, clause)) continue;
    const auto& subject = sentence.clauses[trigger->clause].subject;
    Occasion occasion;
    occasion.persons = subject;
    for (const auto r : clause.references) {
      if (sentence.prepositions[r].empty() || sentence.prepositions[r] == "with")
        add_all(occasion.persons, persons_of(sentence, r, r));
    }
    if (occasion.persons.size() == subject.size()) continue;
    Trigger here = *trigger;
    here.clause = static_cast<std::size_t>(&clause - sentence.clauses.data());
    here.begin = clause.begin;
    here.end = clause.begin + 1;
    occasion.type = trigger->word.type;
    describe_occasion(story, sentence, occasion, here, clause.begin, clause.end);
    occasion.rule = "verb: left out";
    occasion.separate = true;
    add_occasion(story, sentence, std::move(occasion));
  }
}

}  // namespace entente::extract
