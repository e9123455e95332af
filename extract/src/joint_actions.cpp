#include "joint_actions.hpp"

#include "merging.hpp"
#include "occasion_setting.hpp"
#include "participants.hpp"
#include "plans.hpp"

#include <algorithm>
#include <utility>

namespace entente::extract {
namespace {

/// "jointly", "together" or "side by side" in the verb group or right beside it.
bool says_jointly(const SentenceReading& sentence, const VerbGroup& verb) {
  const auto& document = sentence.document;
  const auto from = verb.begin > sentence.begin ? verb.begin - 1 : verb.begin;
  for (auto i = from; i < std::min(sentence.end, verb.end + 1); ++i) {
    if (document.is(i, "jointly") || document.is(i, "together")) return true;
    if (document.is(i, "side") && document.is(i + 1, "by") && document.is(i + 2, "side")) return true;
  }
  return false;
}

/// Work and thought that need no common hour.
bool is_lasting(const SentenceReading& sentence, const VerbGroup& verb) {
  return sentence.document.is_any(verb.head, Word("worked"), Word("served"), Word("studied"), Word("fought"),
                                  Word("grew"), Word("lived"), Word("wrote"), Word("decided"), Word("developed"),
                                  Word("led"), Word("ruled"), Word("owned"), Word("planned"), Word("financed"));
}

/// "X congratulated Y in person": Y, to whom X speaks where he is.
Persons spoken_to_in_person(const SentenceReading& sentence, const VerbGroup& verb) {
  const auto& document = sentence.document;
  if (verb.passive || verb.form != VerbForm::finite || !document.has(verb.head, Tag::speech)) return {};
  constexpr std::uint32_t near = 3;
  for (const auto& reference : sentence.references) {
    if (reference.begin != verb.end || reference.possessive) continue;
    for (auto i = reference.end; i + 1 < std::min(sentence.end, reference.end + near); ++i) {
      if (document.is(i, "in") && document.is(i + 1, "person")) return reference.persons;
    }
  }
  return {};
}

/// "The ribbon was cut by X and Y": X and Y.
Persons who_did(const SentenceReading& sentence, const Clause& clause, const VerbGroup& verb) {
  const auto& document = sentence.document;
  Persons out;
  const bool done =
      verb.passive && verb.begin > sentence.begin &&
      document.is_any(verb.head, Word("cut"), Word("laid"), Word("placed"), Word("planted"), Word("lit")) &&
      document.is_any(verb.begin - 1, Word("ribbon"), Word("wreath"), Word("wreaths"), Word("flowers"), Word("stone"),
                      Word("bouquet"), Word("candles"), Word("tree"), Word("trees"));
  for (const auto r : clause.references) {
    if (done && sentence.references[r].begin >= verb.end && sentence.prepositions[r] == "by")
      add_all(out, persons_of(sentence, r, sentence.lists[r].second));
  }
  return out;
}

}  // namespace

void read_joint_actions(Story& story, const SentenceReading& sentence) {
  const auto& document = sentence.document;
  if (story.touched >= 0) return;
  for (const auto& clause : sentence.clauses) {
    const auto* verb = sentence.verb_of(clause);
    if (verb == nullptr || verb->event != nullptr || verb->copula || is_unreal(sentence, clause)) continue;
    const auto heard = clause.subject.size() == 1 ? spoken_to_in_person(sentence, *verb) : Persons{};
    const bool jointly = !verb->passive && verb->form == VerbForm::finite && clause.subject.size() > 1 &&
                         !document.has_any(verb->head, bit(Tag::speech) | bit(Tag::wish)) &&
                         !is_lasting(sentence, *verb) && says_jointly(sentence, *verb);
    const auto doers = who_did(sentence, clause, *verb);
    if (heard.empty() && !jointly && doers.empty()) continue;
    Trigger trigger;
    trigger.begin = verb->head;
    trigger.end = verb->end;
    trigger.clause = sentence.clause_of[verb->head - sentence.begin];
    Occasion occasion;
    occasion.type = document.has(verb->head, Tag::motion) ? EventType::visit : EventType::ceremony;
    if (!heard.empty()) occasion.type = EventType::meeting;
    occasion.persons = doers.empty() ? clause.subject : doers;
    add_all(occasion.persons, heard);
    describe_occasion(story, sentence, occasion, trigger, clause.begin, clause.end);
    occasion.rule = "verb: " + document.text_of(verb->begin, verb->end);
    add_occasion(story, sentence, std::move(occasion));
  }
}

}  // namespace entente::extract
