#include "awards.hpp"

#include "merging.hpp"
#include "occasion_setting.hpp"
#include "participants.hpp"
#include "plans.hpp"

#include <algorithm>
#include <utility>

namespace entente::extract {
namespace {

bool awards(const SentenceReading& sentence, const VerbGroup& verb) {
  // "conferred with X"
  if (verb.event != nullptr && sentence.document.is(verb.head + 1, "with")) return false;
  return (verb.event == nullptr || sentence.document.is(verb.head, "conferred")) &&
         sentence.document.is_any(verb.head, Word("awarded"), Word("decorated"), Word("conferred"), Word("bestowed"),
                                  Word("presented"), Word("pinned"), Word("invested"));
}

/// The noun of a ceremony behind "at" or "during", null for none: what is awarded by decree is not handed over.
const Trigger* ceremony_of(const SentenceReading& sentence) {
  const auto& document = sentence.document;
  for (const auto& trigger : sentence.triggers) {
    if (!trigger.noun || (trigger.word.type != EventType::ceremony && trigger.word.type != EventType::meeting))
      continue;
    for (std::uint32_t back = 1; back <= 4 && trigger.begin >= sentence.begin + back; ++back) {
      if (document.is_any(trigger.begin - back, Word("at"), Word("during"), Word("in"), Word("amid"), Word("amidst")))
        return &trigger;
    }
  }
  return nullptr;
}

bool is_posthumous(const SentenceReading& sentence) {
  for (auto i = sentence.begin; i < sentence.end; ++i) {
    if (sentence.document.is_any(i, Word("posthumously"), Word("posthumous"), Word("decree"))) return true;
  }
  return false;
}

}  // namespace

void read_awards(Story& story, const SentenceReading& sentence) {
  if (story.touched >= 0) return;
  const auto* ceremony = ceremony_of(sentence);
  // "At the Presidential Palace X conferred the order on Y."
  const bool in_place = std::any_of(sentence.places.begin(), sentence.places.end(),
                                    [](const PlaceWords& place) { return place.venue; }) ||
                        sentence.document.is_any(sentence.begin, Word("there"), Word("here"));
  if ((ceremony == nullptr && !in_place) || is_posthumous(sentence)) return;
  for (const auto& clause : sentence.clauses) {
    const auto* verb = sentence.verb_of(clause);
    if (verb == nullptr || verb->form != VerbForm::finite || clause.subject.empty() || !awards(sentence, *verb) ||
        is_unreal(sentence, clause))
      continue;
    Occasion occasion;
    occasion.type = EventType::ceremony;
    occasion.persons = clause.subject;
    for (const auto r : clause.references) {
      const auto preposition = sentence.prepositions[r];
      if (sentence.references[r].begin < verb->end) continue;
      if (preposition.empty() || preposition == "to" || preposition == "on" || preposition == "upon" ||
          (preposition == "by" && verb->passive))
        add_all(occasion.persons, persons_of(sentence, r, r));
    }
    if (occasion.persons.size() < 2) continue;
    Trigger handing;
    handing.begin = verb->head;
    handing.end = verb->end;
    handing.clause = sentence.clause_of[verb->head - sentence.begin];
    describe_occasion(story, sentence, occasion, ceremony != nullptr ? *ceremony : handing, clause.begin, clause.end);
    occasion.type = EventType::ceremony;
    occasion.anaphoric = false;
    occasion.rule = "verb: " + sentence.document.text_of(verb->begin, verb->end);
    add_occasion(story, sentence, std::move(occasion));
  }
}

}  // namespace entente::extract
