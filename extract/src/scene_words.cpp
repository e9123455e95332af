#include "scene_words.hpp"

#include "attendees.hpp"
#include "merging.hpp"
#include "occasion_setting.hpp"
#include "participants.hpp"
#include "plans.hpp"

#include <algorithm>
#include <utility>

namespace entente::extract {
namespace {

void tell_scene(Story& story, const SentenceReading& sentence, const Clause& clause, const VerbGroup& verb,
                Persons persons) {
  Trigger trigger;
  trigger.begin = verb.head;
  trigger.end = verb.end;
  trigger.clause = sentence.clause_of[verb.head - sentence.begin];
  Occasion occasion;
  occasion.persons = std::move(persons);
  describe_occasion(story, sentence, occasion, trigger, clause.begin, std::max(clause.end, verb.end));
  occasion.rule = "verb: " + sentence.document.text_of(verb.begin, verb.end);
  add_occasion(story, sentence, std::move(occasion));
}

/// "X shook Y's hand", "X grasped the visitor's arm": Y.
Persons whose_hand(const SentenceReading& sentence, const Clause& clause, const VerbGroup& verb) {
  const auto& document = sentence.document;
  if (!document.is_any(verb.head, Word("shook"), Word("shakes"), Word("shaking"), Word("grasped"), Word("clasped"),
                       Word("squeezed"), Word("kissed"), Word("pumped"), Word("took"), Word("held"), Word("gripped")))
    return {};
  for (const auto r : clause.references) {
    const auto& reference = sentence.references[r];
    if (reference.begin != verb.end || !reference.possessive) continue;
    for (auto i = reference.end; i < std::min(sentence.end, reference.end + 3); ++i) {
      if (document.is_any(i, Word("hand"), Word("hands"), Word("arm"), Word("ring"))) return reference.persons;
    }
  }
  return {};
}

/// "X drove to the palace to congratulate Y": Y, where the way there was made.
Persons whom_he_came_for(const SentenceReading& sentence, const Clause& clause, const VerbGroup& verb) {
  const auto& document = sentence.document;
  if (verb.form != VerbForm::infinitive || verb.event != nullptr || verb.unreal || is_unreal(sentence, clause))
    return {};
  if (!document.is_any(verb.head, Word("congratulate"), Word("thank"), Word("console"), Word("comfort"), Word("sound"),
                       Word("question"), Word("persuade"), Word("reassure"), Word("confront"), Word("tell"),
                       Word("inform"), Word("plead"), Word("ask"), Word("collect"), Word("fetch")))
    return {};
  const auto* around = sentence.parent_of(clause);
  const auto* governing = around == nullptr ? nullptr : sentence.verb_of(*around);
  if (governing == nullptr || !document.has(governing->head, Tag::motion) || governing->copula) return {};
  for (const auto r : clause.references) {
    const auto& reference = sentence.references[r];
    if (reference.begin < verb.end || reference.possessive) continue;
    // Who is congratulated is only spoken of elsewhere.
    return reference.begin <= verb.end + 4 ? reference.persons : Persons{};
  }
  return {};
}

/// ", Y standing between them", ", Y looking on": Y.
Persons standing_by(const SentenceReading& sentence) {
  const auto& document = sentence.document;
  Persons out;
  for (std::size_t r = 0; r < sentence.references.size(); ++r) {
    const auto& reference = sentence.references[r];
    if (reference.outside || reference.possessive || reference.begin == sentence.begin ||
        !document.is(reference.begin - 1, ",") || sentence.lists[r].first != r)
      continue;
    const auto i = reference.end;
    if (document.is_any(i, Word("standing"), Word("beaming"), Word("smiling"), Word("hovering"), Word("seated"),
                        Word("sitting")) ||
        (document.is_any(i, Word("looking"), Word("watching")) && document.is_any(i + 1, Word("on"), Word("from"))))
      add_all(out, persons_of(sentence, r, r));
  }
  return out;
}

/// "X came to the embassy with Y; at Z's elbow was W": a scene of its own, of all who are told.
bool opens_scene(const SentenceReading& sentence, const Persons& there, Persons& all) {
  for (std::size_t r = 0; r < sentence.references.size(); ++r) {
    const auto& reference = sentence.references[r];
    const auto preposition = sentence.prepositions[r];
    const bool tells = preposition.empty() || preposition == "with" || preposition == "at" || preposition == "beside";
    if (tells && reference.persons.size() == 1 && (!reference.outside || reference.possessive))
      add_all(all, reference.persons);
  }
  const auto strangers = std::count_if(all.begin(), all.end(), [&](int person) { return !contains(there, person); });
  const bool comes = std::any_of(sentence.verbs.begin(), sentence.verbs.end(), [&](const VerbGroup& verb) {
    return sentence.document.has(verb.head, Tag::motion) && !verb.unreal;
  });
  return comes && strangers > 1;
}

/// "in Y's presence", "under Y's gaze", "at Y's elbow": Y, and who is said to have been there.
Persons beside_whom(Story& story, const SentenceReading& sentence) {
  const auto& document = sentence.document;
  Persons out;
  for (const auto& reference : sentence.references) {
    if (!reference.possessive || reference.begin == sentence.begin || reference.persons.size() != 1) continue;
    auto i = reference.end;
    if (document.is_any(i, Word("'s"), Word("'"))) ++i;
    while (i < sentence.end && document.is_any(i, Word("right"), Word("left"), Word("watchful"))) ++i;
    const auto before = reference.begin - 1;
    const bool watched = (document.is(before, "in") && document.is_any(i, Word("presence"), Word("company"))) ||
                         (document.is_any(before, Word("under"), Word("before")) &&
                          document.is_any(i, Word("gaze"), Word("eye"), Word("eyes")));
    const bool beside = document.is_any(before, Word("at"), Word("by"), Word("on")) &&
                        document.is_any(i, Word("side"), Word("elbow"), Word("hand"), Word("shoulder"), Word("right"));
    const auto& clause = sentence.clauses[sentence.clause_of[reference.begin - sentence.begin]];
    const auto* verb = sentence.verb_of(clause);
    if ((!watched && !beside) || verb == nullptr || is_unreal(sentence, clause)) continue;
    if (watched && story.touched >= 0) add_all(out, reference.persons);
    const bool sat = verb->copula || document.is_any(verb->head, Word("sat"), Word("stood"), Word("seated"),
                                                     Word("standing"), Word("sitting"), Word("walked"));
    if (!beside || !sat || story.last < 0) continue;
    const auto& there = story.occasions[static_cast<std::size_t>(story.touched >= 0 ? story.touched : story.last)];
    if (!subset(reference.persons, there.persons)) continue;
    if (Persons all; story.touched < 0 && opens_scene(sentence, there.persons, all)) {
      tell_scene(story, sentence, sentence.clauses.front(), *sentence.verb_of(clause), std::move(all));
      return out;
    }
    add_all(out, clause.subject);
    for (const auto r : clause.references) {
      if (sentence.references[r].begin >= verb->end && sentence.references[r].begin <= verb->end + 1)
        add_all(out, persons_of(sentence, r, sentence.lists[r].second));
    }
  }
  return out;
}

/// True if the clause says that its subject was not there.
bool says_away(const SentenceReading& sentence, const VerbGroup& verb) {
  const auto& document = sentence.document;
  bool negated = false;
  for (auto i = verb.begin; i < verb.end; ++i) negated = negated || document.is_any(i, Word("not"), Word("n't"));
  if (document.is_any(verb.head, Word("stayed"), Word("kept")))
    return document.is_any(verb.end, Word("away"), Word("behind"), Word("home"));
  if (negated)
    return document.is_any(verb.head, Word("attend"), Word("present"), Word("invited"), Word("join"), Word("there"),
                           Word("participate")) ||
           (verb.copula && document.is_any(verb.end, Word("at"), Word("in"), Word("among"), Word("present"),
                                           Word("there"), Word("invited")));
  return (verb.copula && document.is_any(verb.end, Word("absent"), Word("missing"), Word("away"))) ||
         document.is_any(verb.head, Word("skipped"), Word("boycotted"), Word("missed"));
}

/// Words that open one of several turns: "First came X", "Then it was Y", "Next was Z".
bool opens_turn(const SentenceReading& sentence, const Reference& reference) {
  const auto& document = sentence.document;
  // "He was followed by X and Y.", "The last to be received was Z."
  const bool followed =
      document.ends_before(reference.begin, Tag::attending_after) && document.is(reference.begin - 2, "followed");
  if (followed) return true;
  const auto first = document.is(sentence.begin, "the") ? sentence.begin + 1 : sentence.begin;
  if (!document.is_any(first, Word("first"), Word("then"), Word("next"), Word("last"), Word("later"), Word("finally"),
                       Word("after"), Word("up"), Word("earlier"), Word("second"), Word("third")))
    return false;
  if (reference.begin > sentence.begin + 8) return false;
  for (auto i = sentence.begin; i < reference.begin; ++i) {
    const bool verb = document.is_any(i, Word("came"), Word("was"), Word("were"), Word("followed"));
    if (verb && reference.begin <= i + 3) return true;
    if (sentence.in_any_reference(i)) return false;
  }
  return false;
}

/// "four bilaterals", "a string of meetings", "back-to-back talks": the text goes on with each of them.
bool announces_turns(const SentenceReading& sentence, const Trigger& trigger) {
  const auto& document = sentence.document;
  if (!trigger.noun || !document.ends_with(trigger.end - 1, "s")) return false;
  const auto from = trigger.begin > sentence.begin + 5 ? trigger.begin - 5 : sentence.begin;
  for (auto i = from; i < trigger.begin; ++i) {
    if (document.is_any(i, Word("string"), Word("series"), Word("round"), Word("flurry"), Word("several"), Word("two"),
                        Word("three"), Word("four"), Word("five"), Word("six"), Word("seven"), Word("eight"),
                        Word("back-to-back"), Word("separate"), Word("marathon"), Word("succession"), Word("host")) ||
        document.tokens[i].kind == TokenKind::number)
      return true;
  }
  return false;
}

}  // namespace

void read_scene_words(Story& story, const SentenceReading& sentence) {
  for (const auto& clause : sentence.clauses) {
    const auto* verb = sentence.verb_of(clause);
    if (verb == nullptr || verb->passive) continue;
    auto other = is_unreal(sentence, clause) ? Persons{} : whose_hand(sentence, clause, *verb);
    if (other.empty()) other = whom_he_came_for(sentence, clause, *verb);
    if (other.empty() || clause.subject.empty() || subset(other, clause.subject)) continue;
    Persons persons = clause.subject;
    add_all(persons, other);
    tell_scene(story, sentence, clause, *verb, std::move(persons));
  }
  auto present = beside_whom(story, sentence);
  if (story.touched >= 0) add_all(present, standing_by(sentence));
  add_attendees(story, sentence, present);
}

void read_absence(Story& story, const SentenceReading& sentence) {
  for (const auto& clause : sentence.clauses) {
    const auto* verb = sentence.verb_of(clause);
    if (verb == nullptr || clause.subject.empty() || !says_away(sentence, *verb)) continue;
    for (auto& [head, members] : story.companions)
      erase_if(members, [&](int member) { return contains(clause.subject, member); });
  }
}

bool read_turns(Story& story, const SentenceReading& sentence) {
  const auto announced = story.turns_until >= sentence.index && story.turns_of >= 0;
  for (const auto& trigger : sentence.triggers) {
    const auto& clause = sentence.clauses[trigger.clause];
    if (!announces_turns(sentence, trigger) || is_unreal(sentence, trigger) || clause.subject.size() != 1) continue;
    story.turns_of = clause.subject.front();
    story.turns_until = sentence.index + 2;
  }
  if (!announced || story.touched >= 0) return false;
  bool told = false;
  for (std::size_t r = 0; r < sentence.references.size(); ++r) {
    const auto& reference = sentence.references[r];
    if (reference.persons.empty() || contains(reference.persons, story.turns_of)) continue;
    if (reference.kind == ReferenceKind::pronoun) continue;  // "He was followed by X."
    if (!opens_turn(sentence, sentence.references[sentence.lists[r].first])) break;
    Trigger trigger;
    trigger.begin = sentence.begin;
    trigger.end = sentence.begin + 1;
    Occasion occasion;
    occasion.persons = {story.turns_of};
    add_all(occasion.persons, reference.persons);
    describe_occasion(story, sentence, occasion, trigger, sentence.begin, sentence.end);
    occasion.rule = "turn";
    occasion.separate = true;
    add_occasion(story, sentence, std::move(occasion));
    story.turns_until = sentence.index + 2;
    told = true;
    if (sentence.lists[r].second == r) break;
  }
  return told;
}

}  // namespace entente::extract
