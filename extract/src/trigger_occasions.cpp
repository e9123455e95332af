#include "trigger_occasions.hpp"

#include "merging.hpp"
#include "occasion_setting.hpp"
#include "participants.hpp"
#include "plans.hpp"

#include <algorithm>

namespace entente::extract {
namespace {

/// A meeting of which one side is named is one with those whom the text is about: the visitors.
void complete_with_visitors(const Story& story, Occasion& occasion, const Trigger& trigger) {
  if (!trigger.noun || !trigger.happened) return;
  const auto& visitors = story.focus.last_delegation.empty() ? story.focus.guests : story.focus.last_delegation;
  if (!contains(visitors, occasion.persons[0])) add_all(occasion.persons, visitors);
}

/// Where the next word of an event begins that has participants of its own; the end of the sentence without one.
std::uint32_t next_asserted(const SentenceReading& sentence, std::size_t t) {
  for (auto k = t + 1; k < sentence.triggers.size(); ++k) {
    if (!sentence.triggers[k].noun) return sentence.triggers[k].begin;
    if (sentence.triggers[k].light && sentence.triggers[k].verb_begin > sentence.triggers[t].end)
      return sentence.triggers[k].verb_begin;
  }
  return sentence.end;
}

/// "after talks at Camp X", "in a meeting with X", "on a courtesy call to X", "at their meeting": an event where both
/// sides are told. `object` stands behind the noun.
Verdict read_weak_noun(Story& story, const SentenceReading& sentence, const Trigger& trigger, const Persons& object) {
  const auto& document = sentence.document;
  if (trigger.word.type == EventType::visit) return Verdict::frames_speech;
  auto first = trigger.begin;
  Persons subject;
  bool possessive = false;
  while (first > sentence.begin && trigger.begin - first < 4) {
    const auto word = document.word(first - 1);
    if (word == "their") {
      subject = subject_before(sentence, first - 1, sentence.begin);
      if (subject.size() < 2) subject = story.focus.subject.size() > 1 ? story.focus.subject : story.focus.participants;
      possessive = true;
    } else if (word == "his" || word == "her") {
      subject = subject_before(sentence, first - 1, sentence.begin);
      if (subject.size() != 1) subject = story.focus.subject.size() == 1 ? story.focus.subject : Persons{};
      possessive = true;
    }
    if (word == "after" || word == "following" || word == "in" || word == "during" || word == "at" || word == "on")
      break;
    --first;
  }
  const bool introduced = first > sentence.begin && trigger.begin - first < 4;
  const auto opener = document.word(first > sentence.begin ? first - 1 : first);
  const bool after = opener == "after" || opener == "following";
  if (!introduced && !possessive) return Verdict::frames_speech;
  if (!possessive) {
    const bool occasion_noun = trigger.word.type == EventType::ceremony || trigger.word.type == EventType::conference ||
                               trigger.word.type == EventType::exercise;
    if (object.empty() && !after && opener != "in" && !(opener == "at" && occasion_noun)) return Verdict::frames_speech;
    subject = subject_of(sentence, trigger.begin);
    if (subject.empty() && !object.empty()) subject = subject_behind(sentence, trigger);
  }
  if (object.empty() && subject.size() < 2) return Verdict::frames_speech;
  if (subject.empty()) return Verdict::frames_speech;
  if (story.sentence_subject.empty()) story.sentence_subject = subject;
  Occasion occasion;
  occasion.type = trigger.word.type;
  occasion.persons = subject;
  add_all(occasion.persons, object);
  describe_occasion(story, sentence, occasion, trigger, sentence.begin, sentence.end);
  return add_occasion(story, sentence, std::move(occasion)) ? Verdict::told : Verdict::one_alone;
}

/// Says who hosts whom, in the occasion and for "the host" and "the guest" of later sentences.
void tell_hosts_and_guests(Story& story, const Trigger& trigger, const Persons& subject, const Persons& object,
                           Occasion& occasion) {
  if (trigger.noun || (trigger.word.frame != Frame::host && trigger.word.frame != Frame::guest)) return;
  const bool subject_hosts = trigger.word.frame == Frame::host && !trigger.passive;
  const auto& hosts = subject_hosts ? subject : object;
  const auto& guests = subject_hosts ? object : subject;
  for (const auto person : hosts) occasion.roles.emplace(person, Role::host);
  for (const auto person : guests) occasion.roles.emplace(person, Role::guest);
  if (guests.empty() || hosts.empty()) return;
  story.focus.guests = guests;
  story.focus.hosts = hosts;
  for (const auto person : guests) {
    const auto& country = story.persons[static_cast<std::size_t>(person)].country;
    auto& list = story.focus.delegations[country];
    if (!country.empty() && list.size() < 60 && !contains(list, person)) list.push_back(person);
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

}  // namespace

Verdict read_trigger(Story& story, const SentenceReading& sentence, std::size_t t) {
  const auto& document = sentence.document;
  const auto& trigger = sentence.triggers[t];
  if (is_unreal(sentence, trigger)) return Verdict::planned;
  if (trigger.noun && story.last >= 0 && trigger.begin > sentence.begin + 1 && document.is(trigger.begin - 1, "the")) {
    // "A sat in on the meeting with B" tells who was there, too.
    for (std::uint32_t back = 2; back <= 5 && trigger.begin >= sentence.begin + back; ++back) {
      if (const auto* was = document.find(trigger.begin - back, Tag::attending_before);
          was != nullptr && trigger.begin - back + was->length >= trigger.begin - 1) {
        return Verdict::attendance_only;
      }
    }
  }
  const auto begin = sentence.clause_begin(trigger.verb_begin);
  auto right_end = sentence.clause_end(trigger.end);
  // An insertion about the object ("X, who …, and Y") is part of the list, so the end is looked for by lists, too.
  const auto next_trigger = next_asserted(sentence, t);
  right_end = std::max(right_end, trigger.end);

  Persons subject;
  Persons object;
  std::vector<Persons> members;
  if (begin > sentence.begin + 1 && document.is(begin - 1, "whom") && document.is(begin - 2, "with")) {
    // "X, with whom he had talks"
    for (auto r = sentence.references.size(); r-- > 0;) {
      if (sentence.references[r].end > begin - 2) continue;
      if (begin - 2 - sentence.references[r].end <= 1) add_all(object, sentence.references[r].persons);
      break;
    }
    if (!object.empty()) members.push_back(object);
  }
  if (!trigger.noun || trigger.light) subject = subject_of(sentence, trigger.verb_begin);
  for (std::size_t r = 0; r < sentence.references.size(); ++r) {
    const auto& reference = sentence.references[r];
    if (reference.begin < trigger.end || reference.begin >= next_trigger) continue;
    if (reference.begin >= right_end) break;
    const auto [first, last] = sentence.lists[r];
    if (!governs(sentence, trigger, r)) {
      // A new clause has begun: "…, and Shin one with Marles".
      if (!object.empty() && sentence.prepositions[r].empty() && reference.begin > 0 &&
          document.is(reference.begin - 1, "and"))
        break;
      r = last;
      continue;
    }
    auto end = last;
    while (end > r && sentence.references[end].begin >= next_trigger) --end;
    for (auto k = r; k <= end; ++k) {
      auto one = persons_of(sentence, k, k);
      if (!one.empty()) members.push_back(one);
    }
    add_all(object, persons_of(sentence, r, end));
    r = end;
  }
  // "The guests visited the Alley": of a place, not of a person.
  if (!trigger.noun && trigger.word.frame == Frame::guest && object.empty()) return Verdict::of_a_place;
  if (!trigger.noun && trigger.word.frame == Frame::joint) {
    // Two who sign, not one who signs in somebody's sight.
    if (subject.size() < 2 && trigger.passive) subject.clear();
    if (subject.size() + object.size() < 2) return Verdict::one_alone;
  }
  if (trigger.noun && !trigger.light) {
    const bool both = object.size() >= 2;
    const bool possessed = trigger.begin > sentence.begin + 1 &&
                           (document.is(trigger.begin - 1, "their") || document.is(trigger.begin - 2, "her") ||
                            document.is(trigger.begin - 2, "his"));
    if (!both && (!trigger.happened || possessed)) {
      return read_weak_noun(story, sentence, trigger, object);
    }
    if (!both && object.empty()) return Verdict::nobody;
  }
  if (trigger.noun &&
      (trigger.word.type == EventType::visit || trigger.word.type == EventType::exercise ||
       trigger.word.type == EventType::conference) &&
      object.empty()) {
    if (subject.size() < 2) return Verdict::one_alone;
  }
  if (trigger.noun && (trigger.word.type == EventType::visit || trigger.word.type == EventType::exercise) &&
      object.empty())
    return Verdict::one_alone;
  if (story.sentence_subject.empty()) story.sentence_subject = subject;
  if (object.empty() && !trigger.noun && trigger.word.frame == Frame::mutual && document.is(sentence.begin, "with") &&
      !sentence.references.empty() && sentence.references[0].begin == sentence.begin + 1) {
    // "With X, Y had talked on Friday."
    object = persons_of(sentence, 0, sentence.lists[0].second);
  }
  std::erase_if(members, [&](const Persons& one) { return subset(one, subject); });

  Occasion occasion;
  occasion.type = trigger.word.type;
  describe_occasion(story, sentence, occasion, trigger, begin,
                    std::min(sentence.end, std::max(right_end, trigger.end)));
  tell_hosts_and_guests(story, trigger, subject, object, occasion);
  if (trigger.word.type == EventType::signing) {
    for (const auto person : subject) occasion.roles.emplace(person, Role::signatory);
  }
  const bool meetings =
      trigger.noun && trigger.begin == sentence.begin && members.size() > 1 && document.is(trigger.begin, "meetings");
  if (meetings && subject.empty() && story.focus.subject.size() == 1) {
    // "Meetings with X and with Y completed the programme": of whom the text is about.
    subject = story.focus.subject;
    for (const auto& one : members) {
      Occasion single;
      single.type = trigger.word.type;
      describe_occasion(story, sentence, single, trigger, begin, sentence.end);
      single.separate = true;
      single.persons = subject;
      add_all(single.persons, one);
      add_occasion(story, sentence, std::move(single));
    }
    return Verdict::told;
  }
  if (says_each(sentence)) {
    members.clear();
    for (const auto person : object) members.push_back({person});
  }
  const bool several =
      sentence.has(Tag::several, sentence.begin, sentence.end) && members.size() > 1 && !subject.empty();
  if (several) {
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
  if (occasion.persons.size() == 1) complete_with_visitors(story, occasion, trigger);
  return add_occasion(story, sentence, std::move(occasion)) ? Verdict::told : Verdict::one_alone;
}

}  // namespace entente::extract
