#include "trigger_occasions.hpp"

#include "merging.hpp"
#include "occasion_setting.hpp"
#include "participants.hpp"
#include "plans.hpp"

#include <algorithm>

namespace entente::extract {
namespace {

/// Says who hosts whom, in the occasion and for "the host" and "the guest" of later sentences.
void tell_hosts_and_guests(Story& story, const Trigger& trigger, bool passive, const Persons& subject,
                           const Persons& object, Occasion& occasion) {
  if (trigger.noun || (trigger.word.frame != Frame::host && trigger.word.frame != Frame::guest)) return;
  const bool subject_hosts = (trigger.word.frame == Frame::host) != passive;
  const auto& hosts = subject_hosts ? subject : object;
  const auto& guests = subject_hosts ? object : subject;
  for (const auto person : hosts) occasion.roles.emplace(person, Role::host);
  for (const auto person : guests) occasion.roles.emplace(person, Role::guest);
  if (guests.empty() || hosts.empty()) return;
  story.focus.guests = guests;
  story.focus.hosts = hosts;
  for (const auto person : guests) {
    const auto& country = story.persons[static_cast<std::size_t>(person)].country;
    if (country.empty()) continue;
    auto& list = story.focus.delegations[country];
    if (list.size() < 60 && !contains(list, person)) list.push_back(person);
  }
}

/// True if the sentence says "each of".
bool says_each(const SentenceReading& sentence) {
  const auto& document = sentence.document;
  for (auto i = sentence.begin; i + 1 < sentence.end; ++i) {
    if (document.is(i, "each") && document.is(i + 1, "of")) return true;
  }
  return false;
}

/// True if the sentence says that each was met by himself.
bool says_several(const SentenceReading& sentence, const Trigger& trigger) {
  const auto& document = sentence.document;
  if (!trigger.noun && told_apart(sentence, trigger)) return true;
  const auto last = trigger.end - 1;
  const bool plural = trigger.noun && (document.ends_with(last, "ings") || document.ends_with(last, "calls") ||
                                       document.ends_with(last, "conversations") || document.ends_with(last, "visits"));
  if (plural) return true;
  const auto from = trigger.begin > sentence.begin + 4 ? trigger.begin - 4 : sentence.begin;
  for (auto i = from; trigger.noun && i < trigger.begin; ++i) {
    if (document.is(i, "separate") && document.ends_with(last, "s")) return true;
  }
  for (auto i = sentence.begin; i < sentence.end; ++i) {
    if (document.has(i, Tag::several) && !sentence.is_quoted(i) && !sentence.in_name(i)) return true;
    if (document.is(i, "each") && document.is(i + 1, "of")) return true;
  }
  return false;
}

/// One occasion, or one with each of `members` where the words make them several.
Verdict tell(Story& story, const SentenceReading& sentence, const Trigger& trigger, const Persons& subject,
             std::vector<Persons> members, Occasion occasion) {
  std::erase_if(members, [&](const Persons& one) { return subset(one, subject); });
  const auto object = joined(members);
  if (says_each(sentence)) {
    members.clear();
    for (const auto person : object) {
      if (!contains(subject, person)) members.push_back({person});
    }
  }
  if (members.size() > 1 && !subject.empty() && says_several(sentence, trigger)) {
    for (const auto& one : members) {
      Occasion single = occasion;
      single.separate = true;
      single.persons = subject;
      add_all(single.persons, one);
      add_occasion(story, sentence, std::move(single));
    }
    return Verdict::told;
  }
  occasion.persons = subject;
  add_all(occasion.persons, object);
  if (occasion.persons.size() == 1) {
    // "A and B, who had talks in May": alone nobody has talks.
    const auto& clause = sentence.clauses[trigger.clause];
    const auto* verb = sentence.verb_of(clause);
    if (clause.relative && clause.antecedent_list.size() > 1 && !clause.inherited && verb != nullptr && !verb->passive)
      occasion.persons = clause.antecedent_list;
  }
  if (occasion.persons.empty()) return Verdict::nobody;
  return add_occasion(story, sentence, std::move(occasion)) ? Verdict::told : Verdict::one_alone;
}

/// "X, received by Y, …": whom a participle is about stands right before it.
Persons before_participle(const SentenceReading& sentence, const Clause& clause, const VerbGroup& verb) {
  for (auto r = sentence.references.size(); r-- > 0;) {
    const auto& reference = sentence.references[r];
    if (reference.end > verb.begin) continue;
    if (verb.begin - reference.end <= 2) return persons_of(sentence, sentence.lists[r].first, r);
    break;
  }
  return clause.subject;
}

Verdict read_verb(Story& story, const SentenceReading& sentence, const Trigger& trigger) {
  const auto& clause = sentence.clauses[trigger.clause];
  const auto* verb = sentence.verb_of(clause);
  if (verb == nullptr || verb->head != trigger.begin) return Verdict::nobody;
  if (is_unreal(sentence, trigger)) return Verdict::planned;
  const auto subject = verb->form == VerbForm::participle ? before_participle(sentence, clause, *verb) : clause.subject;
  auto members = complements(sentence, trigger);
  if (trigger.word.frame == Frame::guest && members.empty()) return Verdict::of_a_place;
  if (trigger.word.frame == Frame::with && members.empty() && subject.size() < 2) return Verdict::one_alone;
  if (trigger.word.frame == Frame::joint && subject.size() + joined(members).size() < 2) return Verdict::one_alone;
  if (story.sentence_subject.empty() && verb->form == VerbForm::finite) story.sentence_subject = subject;
  Occasion occasion;
  occasion.type = trigger.word.type;
  describe_occasion(story, sentence, occasion, trigger, clause.begin, std::max(clause.end, trigger.end));
  tell_hosts_and_guests(story, trigger, verb->passive, subject, joined(members), occasion);
  if (trigger.word.type == EventType::signing) {
    for (const auto person : subject) occasion.roles.emplace(person, Role::signatory);
  }
  return tell(story, sentence, trigger, subject, std::move(members), std::move(occasion));
}

/// How a noun of meeting stands to the verb of its clause.
enum class Place : std::uint8_t { subject, object, framed, alone };

Place place_of(const SentenceReading& sentence, const Trigger& trigger, const VerbGroup* verb) {
  const auto& document = sentence.document;
  if (verb == nullptr) return Place::alone;
  for (std::uint32_t back = 1; back <= 6 && trigger.begin >= sentence.begin + back; ++back) {
    const auto i = trigger.begin - back;
    if (sentence.in_name(i) && !document.is(i + 1, "'s")) break;
    if (back == 1 && (document.ends_before(trigger.begin, Tag::city) || document.ends_before(trigger.begin, Tag::seat)))
      break;  // "In Oslo talks were held"
    // "two days of talks", "a series of meetings"
    if (document.is(i, "of") && i > sentence.begin &&
        document.is_any(i - 1, Word("days"), Word("day"), Word("hours"), Word("hour"), Word("minutes"), Word("series"),
                        Word("round"), Word("rounds"), Word("set"), Word("evening"), Word("week"))) {
      ++back;
      continue;
    }
    if (i < verb->end && i >= verb->begin) break;
    if (document.is_any(i, Word("in"), Word("at"), Word("during"), Word("after"), Word("following"), Word("before"),
                        Word("for"), Word("from"), Word("of"), Word("on"), Word("into"), Word("through"), Word("by"),
                        Word("to"), Word("over"), Word("with"), Word("between"), Word("ahead"), Word("since"),
                        Word("within"), Word("amid"), Word("upon"))) {
      return Place::framed;
    }
    if (document.is(i, ",")) break;
  }
  return verb->begin > trigger.begin ? Place::subject : Place::object;
}

/// The possessor of the noun: "X's talks", "his meeting", "their meeting".
Persons possessor(const Story& story, const SentenceReading& sentence, const Trigger& trigger, const Clause& clause) {
  const auto& document = sentence.document;
  for (std::uint32_t back = 1; back <= 4 && trigger.begin >= sentence.begin + back; ++back) {
    const auto i = trigger.begin - back;
    if (document.is(i, "their")) {
      if (clause.subject.size() > 1) return clause.subject;
      return story.focus.subject.size() > 1 ? story.focus.subject : story.focus.participants;
    }
    if (document.is_any(i, Word("his"), Word("her"))) {
      if (clause.subject.size() == 1) return clause.subject;
      if (story.focus.subject.size() == 1) return story.focus.subject;
      return story.focus.named.size() == 1 ? story.focus.named : Persons{};
    }
    for (const auto& reference : sentence.references) {
      if (reference.possessive && reference.end == i) return reference.persons;
    }
    if (document.is_punctuation(i) && !document.is(i, "'s") && !document.is(i, "'")) break;
  }
  return {};
}

/// A noun whose one side is told: the other is whom the text is about.
Persons other_side(const Story& story, const Persons& told) {
  const auto& focus = story.focus;
  if (focus.last_delegation.empty() && focus.guests.empty() && story.occasions.size() > 1) {
    // Whoever was at the last two occasions is whom the text accompanies.
    const auto& last = story.occasions[story.occasions.size() - 1].core;
    const auto& before = story.occasions[story.occasions.size() - 2].core;
    Persons common;
    for (const auto person : last) {
      if (contains(before, person)) common.push_back(person);
    }
    if (common.size() == 1 && !contains(told, common[0])) return common;
  }
  for (const auto* candidates : {&focus.last_delegation, &focus.guests, &focus.subject}) {
    if (!candidates->empty() && !subset(told, *candidates) && candidates->size() <= 3) return *candidates;
  }
  return {};
}

/// "a luncheon in his honour"
bool is_in_honour(const SentenceReading& sentence, const Trigger& trigger) {
  const auto& document = sentence.document;
  return document.is(trigger.end, "in") && document.is_any(trigger.end + 1, Word("his"), Word("her"), Word("their")) &&
         document.is_any(trigger.end + 2, Word("honour"), Word("honor"));
}

/// "no date for his meeting with X": what somebody does something for lies ahead, unless he came for it.
bool is_purpose(const SentenceReading& sentence, const Trigger& trigger, const VerbGroup& verb) {
  const auto& document = sentence.document;
  bool purpose = false;
  for (std::uint32_t back = 1; back <= 5 && trigger.begin >= sentence.begin + back && !purpose; ++back)
    purpose = document.is(trigger.begin - back, "for");
  if (!purpose || verb.event != nullptr) return false;
  for (auto i = verb.begin; i < verb.end; ++i) {
    if (document.has_any(i, bit(Tag::motion) | bit(Tag::attending_before) | bit(Tag::light))) return false;
  }
  return true;
}

/// "the meeting", "this meeting"
bool is_definite(const SentenceReading& sentence, const Trigger& trigger) {
  for (std::uint32_t back = 1; back <= 3 && trigger.begin >= sentence.begin + back; ++back) {
    if (sentence.document.is_any(trigger.begin - back, Word("the"), Word("this"))) return true;
    if (sentence.document.is_punctuation(trigger.begin - back)) break;
  }
  return false;
}

/// "talks with X": of whom only one side is told, in contrast to "talks between X and Y".
bool is_one_side(const SentenceReading& sentence, const Trigger& trigger) {
  for (std::size_t r = 0; r < sentence.references.size(); ++r) {
    if (sentence.references[r].begin >= trigger.end) return sentence.prepositions[r] == "with";
  }
  return false;
}

Verdict read_noun(Story& story, const SentenceReading& sentence, const Trigger& trigger) {
  const auto& document = sentence.document;
  const auto& clause = sentence.clauses[trigger.clause];
  const auto* verb = sentence.verb_of(clause);
  const auto place = place_of(sentence, trigger, verb);
  // "X proposed a meeting" lies ahead; "After talks with Y, X will …" does not.
  const bool own = place != Place::framed;
  if (own ? is_unreal(sentence, trigger) : is_planned(sentence, trigger)) return Verdict::planned;
  if (!own && is_purpose(sentence, trigger, *verb)) return Verdict::planned;
  auto members = attached(sentence, trigger);
  if (verb != nullptr && place != Place::subject && document.has(verb->head, Tag::attending_before) &&
      (members.empty() || (story.last >= 0 && is_definite(sentence, trigger) &&
                           subset(joined(members), story.occasions[static_cast<std::size_t>(story.last)].persons)))) {
    return Verdict::attendance_only;
  }
  if (clause.marker == "whom" && place == Place::object && !clause.antecedent.empty())
    members.push_back(clause.antecedent);
  const bool one_side = !members.empty() && is_one_side(sentence, trigger);
  const auto owner = possessor(story, sentence, trigger, clause);
  const auto& type = trigger.word.type;
  const bool large = type == EventType::visit || type == EventType::exercise || type == EventType::conference;
  Persons subject = owner;
  switch (place) {
    case Place::object:
      if (!verb->copula || clause.subject.size() > 1) add_all(subject, clause.subject);
      if (members.empty() && is_in_honour(sentence, trigger)) {
        const auto* around = sentence.parent_of(clause);
        const auto& guest = around != nullptr && around->has_subject && !around->subject.empty() ? around->subject
                                                                                                 : story.focus.subject;
        if (guest.size() == 1 && !subset(guest, subject)) members.push_back(guest);
      }
      if (large && members.empty() && subject.size() < 2) return Verdict::one_alone;
      if (type == EventType::visit && members.empty()) return Verdict::of_a_place;
      if (verb->event != nullptr && members.empty() && owner.empty()) return Verdict::frames_speech;
      break;
    case Place::framed: {
      const bool both = joined(members).size() >= 2;
      if (type == EventType::visit) return Verdict::frames_speech;
      if (members.empty() && owner.size() < 2) {
        // "X and Y spoke at a ceremony": with "a" an occasion that was not told of before.
        const bool indefinite =
            trigger.begin > sentence.begin &&
            (document.is_any(trigger.begin - 1, Word("a"), Word("an")) ||
             (trigger.begin > sentence.begin + 1 && document.is_any(trigger.begin - 2, Word("a"), Word("an"))));
        if (!indefinite || clause.subject.size() < 2) return Verdict::frames_speech;
      }
      if (!both && owner.empty()) add_all(subject, clause.subject);
      if (owner.size() == 1 && members.empty()) return Verdict::frames_speech;
      if (!both && subject.empty()) return Verdict::nobody;
      break;
    }
    case Place::subject:
      for (auto& one : behind_subject(sentence, trigger)) members.push_back(std::move(one));
      if (members.empty() && owner.size() < 2) return Verdict::nobody;
      if (joined(members).size() + owner.size() == 1 || (one_side && owner.empty()))
        add_all(subject, other_side(story, joined(members)));
      break;
    case Place::alone:
      if (members.empty()) return Verdict::nobody;
      if ((joined(members).size() == 1 || one_side) && owner.empty()) subject = other_side(story, joined(members));
      break;
  }
  if (story.sentence_subject.empty() && place == Place::object) story.sentence_subject = clause.subject;
  Occasion occasion;
  occasion.type = type;
  describe_occasion(story, sentence, occasion, trigger, std::min(clause.begin, trigger.begin),
                    std::max(clause.end, trigger.end));
  return tell(story, sentence, trigger, subject, std::move(members), std::move(occasion));
}

}  // namespace

Verdict read_trigger(Story& story, const SentenceReading& sentence, std::size_t t) {
  const auto& trigger = sentence.triggers[t];
  return trigger.noun ? read_noun(story, sentence, trigger) : read_verb(story, sentence, trigger);
}

}  // namespace entente::extract
