#include "attendees.hpp"

#include "half_told.hpp"
#include "merging.hpp"
#include "occasion_setting.hpp"
#include "participants.hpp"
#include "plans.hpp"

#include <algorithm>

namespace entente::extract {
namespace {

/// What those who attended were at: the noun of the sentence or the last one, if it is no meeting, visit or call.
EventType attended_type(const Story& story, const SentenceReading& sentence) {
  auto type = story.last_noun;
  for (const auto& trigger : sentence.triggers) {
    if (trigger.noun) type = trigger.word.type;
  }
  return type == EventType::visit || type == EventType::call ? EventType::meeting : type;
}

/// "…, said X after the meeting with the participation of Y": X.
Persons speaker_after(const SentenceReading& sentence) {
  const auto& document = sentence.document;
  for (const auto& verb : sentence.verbs) {
    if (!document.has(verb.head, Tag::speech)) continue;
    for (std::size_t r = 0; r < sentence.references.size(); ++r) {
      const auto& reference = sentence.references[r];
      if (reference.begin != verb.end || reference.persons.size() != 1) continue;
      for (const auto& trigger : sentence.triggers) {
        if (trigger.noun && trigger.begin > reference.end + 1 &&
            document.is_any(trigger.begin - 1, Word("the"), Word("a")) &&
            document.is_any(trigger.begin - 2, Word("after"), Word("following"), Word("during")))
          return reference.persons;
      }
    }
  }
  return {};
}

/// "The audience was attended by X" where the text has not said in so many words who was received: those who have
/// been spoken of so far.
void begin_by_attendance(Story& story, const SentenceReading& sentence, const Persons& present) {
  const auto& document = sentence.document;
  Persons seen;
  for (const auto& [person, token] : story.focus.seen) {
    if (!contains(present, person) && !story.persons[static_cast<std::size_t>(person)].only_outside &&
        token < sentence.begin)
      seen.push_back(person);
  }
  // "The drill was attended by X and Y."
  const Trigger* noun = nullptr;
  for (const auto& trigger : sentence.triggers) {
    if (trigger.noun && noun == nullptr) noun = &trigger;
  }
  if (noun != nullptr && present.size() > 1 && noun->word.type != EventType::meeting &&
      noun->word.type != EventType::call)
    seen.clear();
  add_all(seen, speaker_after(sentence));
  // "took part in a conference": one that the text has not spoken of.
  if (noun != nullptr && noun->begin > sentence.begin) {
    for (std::uint32_t back = 1; back <= 3 && noun->begin >= sentence.begin + back; ++back) {
      if (document.is_any(noun->begin - back, Word("a"), Word("an"))) seen.clear();
    }
  }
  if (noun != nullptr && present.size() == 1 && noun->word.type == EventType::meeting && seen.empty()) {
    story.lone_attendee = present.front();
    story.lone_attendee_until = sentence.index + 1;
  }
  // One alone, without a word of what he attended, was at nothing that can be told.
  if (noun == nullptr && present.size() < 2) return;
  Trigger trigger;
  trigger.begin = sentence.begin;
  trigger.end = sentence.begin + 1;
  Occasion occasion;
  const bool large =
      noun != nullptr && (noun->word.type == EventType::conference || noun->word.type == EventType::ceremony);
  if (large && present.size() == 1 && seen.empty()) {
    occasion.type = noun->word.type;
    occasion.persons = present;
    describe_occasion(story, sentence, occasion, *noun, sentence.begin, sentence.end);
    occasion.anaphoric = false;
    keep_half_told(story, occasion);
  }
  if (present.empty() || seen.size() > 2 || seen.size() + present.size() < 2) return;
  occasion.persons = seen;
  add_all(occasion.persons, present);
  describe_occasion(story, sentence, occasion, trigger, sentence.begin, sentence.end);
  occasion.type = noun != nullptr ? noun->word.type : attended_type(story, sentence);
  // "X and the leaders of the opposition signed. Y witnessed the agreement."
  if (noun == nullptr && story.unnamed && story.unnamed->type == EventType::signing &&
      story.unnamed->sentences.back() + 2 >= sentence.index)
    occasion.type = EventType::signing;
  // "X convened a meeting on June 24. Those who took part in the meeting were …"
  if (const auto& half = story.half_told; half && subset(half->persons, seen) && !occasion.date_told &&
                                          half->sentences.back() + 3 >= sentence.index && half->date_told) {
    occasion.date = half->date;
    occasion.date_told = true;
    if (noun != nullptr && noun->word.type == EventType::meeting) occasion.type = half->type;
  }
  add_occasion(story, sentence, std::move(occasion));
}

/// "A ceremony was held at the palace on Friday. It was attended by X and Y": an occasion of X and Y, where what was
/// told before was on another day, or of another kind and elsewhere; false where it was not.
bool begin_by_unnamed(Story& story, const SentenceReading& sentence, int target, const Persons& present) {
  if (!story.unnamed || present.size() < 2) return false;
  const auto& last = story.occasions[static_cast<std::size_t>(target)];
  auto unnamed = *story.unnamed;
  if (unnamed.sentences.back() + 1 != sentence.index || unnamed.sentences.back() <= last.sentences.back() ||
      unnamed.anaphoric)
    return false;
  const bool other_day = unnamed.date_told && last.date && unnamed.date != last.date;
  const bool elsewhere = unnamed.type != last.type && !unnamed.place.empty() && unnamed.place != last.place;
  if (!other_day && !elsewhere) return false;
  unnamed.persons = present;
  unnamed.separate = true;
  unnamed.sentences.push_back(sentence.index);
  story.unnamed.reset();
  add_occasion(story, sentence, std::move(unnamed));
  return true;
}

/// True if the sentence names a day that is not the occasion's.
bool told_elsewhen(const Story& story, const SentenceReading& sentence, const Occasion& occasion) {
  for (const auto& words : sentence.dates) {
    // "A and B are here for the forum and will speak on Saturday"
    if (is_unreal(sentence, sentence.clauses[sentence.clause_of[words.begin - sentence.begin]])) continue;
    const auto date = resolve(words, sentence.document.base, story.current);
    const bool told = words.anchor == Anchor::calendar || words.anchor == Anchor::weekday ||
                      words.anchor == Anchor::published || words.anchor == Anchor::year;
    if (told && date && occasion.date && !date->contains(*occasion.date) && !occasion.date->contains(*date))
      return true;
  }
  return false;
}

/// The last occasion on the weekday of "Tuesday's talks"; -1 where the sentence has no such words.
int occasion_of_weekday(const Story& story, const SentenceReading& sentence) {
  const auto& document = sentence.document;
  for (const auto& trigger : sentence.triggers) {
    if (!trigger.noun || trigger.begin < sentence.begin + 2 || !document.is(trigger.begin - 1, "'s") ||
        !document.has(trigger.begin - 2, Tag::weekday))
      continue;
    for (const auto& words : sentence.dates) {
      const auto date = resolve(words, document.base, story.current);
      if (words.anchor != Anchor::weekday || !date) continue;
      for (auto e = static_cast<int>(story.occasions.size()); e-- > 0;) {
        if (story.occasions[static_cast<std::size_t>(e)].date == date) return e;
      }
    }
  }
  return -1;
}

/// "In the evening she was joined by X": a further occasion of the day that the text has come to.
bool is_joined(const SentenceReading& sentence) {
  return std::any_of(sentence.verbs.begin(), sentence.verbs.end(),
                     [&](const VerbGroup& verb) { return verb.passive && sentence.document.is(verb.head, "joined"); });
}

/// True if a day told by itself, as in a heading, has taken the text to another day than the occasion's.
bool at_another_day(const Story& story, const SentenceReading& sentence, const Occasion& occasion) {
  const auto& document = sentence.document;
  const bool headed = story.section_day && sentence.index <= story.section_until;
  const bool told = story.pending && sentence.index <= story.pending_until;
  const auto day = headed ? story.section_day : (is_joined(sentence) ? story.pending : story.current);
  return (headed || told) && day && day->is_day() && occasion.date && occasion.date->is_day() &&
         *day != *occasion.date && !recalled(document, occasion);
}

}  // namespace

void begin_by_date(Story& story, const SentenceReading& sentence, Persons present) {
  for (std::size_t r = 0; r < sentence.references.size(); ++r) {
    if (sentence.prepositions[r] == "beside" || sentence.prepositions[r] == "with" ||
        sentence.prepositions[r] == "alongside")
      add_all(present, persons_of(sentence, r, r));
  }
  for (const auto& clause : sentence.clauses) {
    // "On Sunday they were joined by X and Y."
    const auto* verb = sentence.verb_of(clause);
    if (verb != nullptr && verb->passive && sentence.document.is(verb->head, "joined"))
      add_all(present, clause.subject);
  }
  if (present.size() < 2) return;
  Trigger trigger;
  trigger.begin = sentence.begin;
  trigger.end = sentence.begin + 1;
  Occasion occasion;
  occasion.persons = std::move(present);
  describe_occasion(story, sentence, occasion, trigger, sentence.begin, sentence.end);
  for (const auto& words : sentence.dates) {
    const auto date = resolve(words, sentence.document.base, story.current);
    if (!date || occasion.date_told) continue;
    occasion.date = date;
    occasion.date_told = true;
  }
  add_occasion(story, sentence, std::move(occasion));
}

void add_attendees(Story& story, const SentenceReading& sentence, const Persons& present) {
  const auto& document = sentence.document;
  if (present.empty()) return;
  auto target = story.touched >= 0 ? story.touched : story.last;
  if (target >= 0 && target != story.touched) {
    // What is recalled in passing is not what the text goes on about.
    const auto& told = story.occasions[static_cast<std::size_t>(target)];
    if (told.date_told && recalled(document, told) && told.sentences.back() + 1 < sentence.index) {
      target = static_cast<int>(story.occasions.size()) - 1;
      while (target >= 0 && recalled(document, story.occasions[static_cast<std::size_t>(target)])) --target;
      if (target < 0) return;
    }
  }
  if (target >= 0 && target != story.touched &&
      story.occasions[static_cast<std::size_t>(target)].type == EventType::call) {
    // "X took part in the meeting" during which two had phoned.
    const bool meeting = std::any_of(sentence.triggers.begin(), sentence.triggers.end(), [](const Trigger& trigger) {
      return trigger.noun && trigger.word.type == EventType::meeting;
    });
    for (auto e = target; e >= 0 && meeting; --e) {
      const auto& occasion = story.occasions[static_cast<std::size_t>(e)];
      if (occasion.type == EventType::call || recalled(document, occasion)) continue;
      target = e;
      break;
    }
    // "They spoke by phone. It was the first time that X took part in a meeting of the group."
    if (meeting && present.size() == 1 && story.occasions[static_cast<std::size_t>(target)].type == EventType::call)
      return;
  }
  if (const auto told = story.touched < 0 ? occasion_of_weekday(story, sentence) : -1; told >= 0) target = told;
  if (story.touched < 0 && complete_half_told(story, sentence, target, present)) return;
  if (target >= 0 && story.touched < 0 && begin_by_unnamed(story, sentence, target, present)) return;
  if (target < 0) {
    begin_by_attendance(story, sentence, present);
    return;
  }
  bool all = false;
  std::size_t number = story.occasions.size();
  for (auto i = sentence.begin; i + 1 < sentence.end; ++i) {
    if (!document.is_any(i, Word("all"), Word("both"), Word("each"))) continue;
    if (document.is(i, "both")) number = 2;
    if (document.is(i + 1, "three")) number = 3;
    if (document.is(i + 1, "four")) number = 4;
    for (auto j = i + 1; j < std::min(sentence.end, i + 4); ++j)
      all = all || (document.has(j, Tag::noun) && document.ends_with(j, "s"));
    all = all || i + 2 >= sentence.end || document.is(i + 1, "occasion") ||
          (document.is(i, "both") && document.is(i - 1, "in") && document.is(i + 1, ","));
  }
  if (story.occasions[static_cast<std::size_t>(target)].alone && story.occasions.size() < 400) {
    // Those who joined later were not at what two had alone.
    auto wider = story.occasions[static_cast<std::size_t>(target)];
    wider.alone = false;
    wider.separate = true;
    wider.sentences = {sentence.index};
    add_all(wider.persons, present);
    if (same_set(wider.persons, story.occasions[static_cast<std::size_t>(target)].persons)) return;
    add_occasion(story, sentence, std::move(wider));
    return;
  }
  const auto& told = story.occasions[static_cast<std::size_t>(target)];
  if (story.touched < 0 && at_another_day(story, sentence, told)) {
    // One after the other is told to have been there on the day of the heading.
    add_all(story.section_present, present);
    begin_by_date(story, sentence, story.section_present);
    return;
  }
  if (story.touched < 0 && told_elsewhen(story, sentence, told)) {
    begin_by_date(story, sentence, present);
    return;
  }
  const auto date = story.occasions[static_cast<std::size_t>(target)].date;
  const auto add = [&](Occasion& occasion) {
    for (const auto person : present) {
      if (occasion.persons.size() >= most_participants || contains(occasion.persons, person)) continue;
      occasion.persons.push_back(person);
      occasion.roles.emplace(person, Role::attendee);
    }
    if (occasion.sentences.back() != sentence.index) occasion.sentences.push_back(sentence.index);
  };
  if (all && story.occasions.size() < 40) {
    // "accompanied him to all three meetings", "was present at both"
    for (auto e = story.occasions.size(); e-- > 0 && number > 0;) {
      if (story.occasions[e].date != date) continue;
      add(story.occasions[e]);
      --number;
    }
    story.focus.participants = story.occasions[static_cast<std::size_t>(target)].persons;
    story.touched = target;
    return;
  }
  auto& occasion = story.occasions[static_cast<std::size_t>(target)];
  add(occasion);
  story.touched = target;
  story.focus.participants = occasion.persons;
}

}  // namespace entente::extract
