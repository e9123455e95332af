#include "attendance.hpp"

#include "merging.hpp"
#include "occasion_setting.hpp"
#include "participants.hpp"
#include "plans.hpp"
#include "reference_lists.hpp"

#include <algorithm>

namespace entente::extract {
namespace {

/// "X, together with Y, visited …": an occasion of its own where the sentence tells of no other.
bool came_together(Story& story, const SentenceReading& sentence, std::uint32_t i, const Persons& company) {
  const auto& document = sentence.document;
  const bool together = document.is(i, "together") || document.is(i, "along") || document.is(i, "alongside") ||
                        document.is(i, "accompanied");
  if (!together || is_planned_before(sentence, sentence.clause_begin(i), i)) return false;
  bool there = false;
  EventType type = EventType::visit;
  for (auto j = sentence.begin; j < sentence.end; ++j) {
    if (sentence.in_name(j) || sentence.is_quoted(j)) continue;
    there = there || document.is(j, "visited") || document.is(j, "toured") || document.is(j, "attended") ||
            document.is(j, "watched") || document.is(j, "observed") || document.is(j, "inspected") ||
            ((document.is(j, "was") || document.is(j, "were")) && j + 1 < sentence.end &&
             (document.is(j + 1, "at") || document.is(j + 1, "in")));
    if (const auto* noun = document.find(j, Tag::noun)) {
      const auto kind = document.lexicon->event_word(noun->entry.value).type;
      if (kind == EventType::exercise || kind == EventType::ceremony || kind == EventType::conference) type = kind;
    }
  }
  const auto subject = subject_of(sentence, i);
  if (!there || subject.empty() || subset(company, subject)) return false;
  Trigger trigger;
  trigger.begin = trigger.verb_begin = i;
  trigger.end = i + 1;
  Occasion occasion;
  occasion.type = type;
  occasion.persons = subject;
  add_all(occasion.persons, company);
  describe_occasion(story, sentence, occasion, trigger, sentence.begin, sentence.end);
  occasion.type = type;
  add_occasion(story, sentence, std::move(occasion));
  return true;
}

/// Those who accompany somebody belong to his delegation.
void remember_company(Story& story, const SentenceReading& sentence, std::uint32_t i, const Persons& company) {
  const auto& document = sentence.document;
  if (!document.is(i, "accompanied")) return;
  const auto head = subject_of(sentence, i);
  if (head.size() != 1) return;
  const auto& country = story.persons[static_cast<std::size_t>(head[0])].country;
  if (country.empty()) return;
  auto& list = story.focus.delegations[country];
  add_all(list, head);
  add_all(list, company);
}

/// "The audience was attended by X" where the text has not said in so many words who was received: those who have
/// been spoken of so far.
void begin_by_attendance(Story& story, const SentenceReading& sentence, const Persons& present) {
  Persons seen;
  for (const auto& [person, token] : story.focus.seen) {
    if (!contains(present, person) && !story.persons[static_cast<std::size_t>(person)].only_outside &&
        token < sentence.begin)
      seen.push_back(person);
  }
  if (seen.empty() || seen.size() > 2 || present.empty()) return;
  Trigger trigger;
  trigger.begin = trigger.verb_begin = sentence.begin;
  trigger.end = sentence.begin + 1;
  Occasion occasion;
  occasion.persons = seen;
  add_all(occasion.persons, present);
  describe_occasion(story, sentence, occasion, trigger, sentence.begin, sentence.end);
  occasion.type = story.last_noun == EventType::ceremony ? EventType::ceremony : EventType::meeting;
  add_occasion(story, sentence, std::move(occasion));
}

bool says_company(const SentenceReading& sentence) {
  const auto& document = sentence.document;
  for (auto i = sentence.begin; i < sentence.end; ++i) {
    if (document.is(i, "accompanied") || document.is(i, "attended")) return true;
  }
  return false;
}

}  // namespace

Persons side_members(const Story& story, const SentenceReading& sentence) {
  const auto& document = sentence.document;
  if (story.last < 0 || sentence.end - sentence.begin < 6) return {};
  if (!document.is(sentence.begin, "on") && !document.is(sentence.begin, "from")) return {};
  const auto country = country_at(document, sentence.begin + 2);
  if (!document.is(sentence.begin + 1, "the") || !country || !document.is(sentence.begin + 2 + country->length, "side"))
    return {};
  Persons out;
  for (std::size_t r = 0; r < sentence.references.size(); ++r) add_all(out, persons_of(sentence, r, r));
  return out;
}

void add_attendees(Story& story, const SentenceReading& sentence, const Persons& present) {
  const auto& document = sentence.document;
  auto target = story.touched >= 0 ? story.touched : story.last;
  if (target >= 0 && target != story.touched) {
    // What is recalled in passing is not what the text goes on about.
    const auto& told = story.occasions[static_cast<std::size_t>(target)];
    if (told.date_told && recalled(document, told) && told.sentences.back() + 1 < sentence.index) return;
  }
  if (target < 0) begin_by_attendance(story, sentence, present);
  if (target < 0 || story.occasions[static_cast<std::size_t>(target)].persons.empty()) return;
  bool all = false;
  for (auto i = sentence.begin; i + 1 < sentence.end; ++i) {
    if (!document.is(i, "all") && !document.is(i, "both")) continue;
    for (auto j = i + 1; j < std::min(sentence.end, i + 4); ++j)
      all = all || (document.has(j, Tag::noun) && document.ends_with(j, "s"));
  }
  if (all && says_company(sentence) && story.occasions.size() < 40) {
    // "accompanied him to all three meetings"
    for (auto& occasion : story.occasions) {
      if (occasion.date != story.occasions[static_cast<std::size_t>(target)].date) continue;
      add_all(occasion.persons, present);
    }
  }
  auto& occasion = story.occasions[static_cast<std::size_t>(target)];
  constexpr std::size_t most_participants = 200;
  for (const auto person : present) {
    if (occasion.persons.size() < most_participants && !contains(occasion.persons, person)) {
      occasion.persons.push_back(person);
      occasion.roles.emplace(person, Role::attendee);
    }
  }
  if (occasion.sentences.back() != sentence.index) occasion.sentences.push_back(sentence.index);
  story.focus.participants = occasion.persons;
}

void read_attendance(Story& story, const SentenceReading& sentence) {
  const auto& document = sentence.document;
  for (auto i = sentence.begin; i < sentence.end; ++i) {
    if (document.outside[i] != 0 || sentence.is_quoted(i) || sentence.in_name(i)) continue;
    const auto* after = document.find(i, Tag::attending_after);
    const auto* before = document.find(i, Tag::attending_before);
    Persons present;
    std::uint32_t length = 1;
    if (after != nullptr) {
      length = after->length;
      const bool by = document.is(i + length - 1, "by");
      const bool colon = i + length < sentence.end && document.is(i + length, ":");
      for (std::size_t r = 0; r < sentence.references.size(); ++r) {
        if (sentence.references[r].begin < i + length) continue;
        const bool near = sentence.references[r].begin <= i + length + 6;
        // "attended by A and B; on the other side by C and D"
        const bool more = colon || (by && !present.empty() && plain_preposition(sentence, r) == "by");
        if (!near && !more) continue;
        if (near && !present.empty() && !more) break;
        const auto last = sentence.lists[r].second;
        add_all(present, persons_of(sentence, r, last));
        r = last;
      }
      remember_company(story, sentence, i, present);
      if (story.touched < 0 && !present.empty() && came_together(story, sentence, i, present)) {
        i += length - 1;
        continue;
      }
      const bool company = document.is(i, "together") || document.is(i, "along") || document.is(i, "alongside");
      if (story.touched < 0 && company) present.clear();
      if (story.touched < 0 && document.is(i, "accompanied")) {
        const auto head = subject_of(sentence, i);
        if (story.last < 0 || head.empty() ||
            !subset(head, story.occasions[static_cast<std::size_t>(story.last)].persons))
          present.clear();
      }
    } else if (before != nullptr && !is_planned_before(sentence, sentence.clause_begin(i), i)) {
      length = before->length;
      present = subject_of(sentence, i);
      // "at which X was also present": the subject of the relative clause.
      if (present.empty()) present = subject_before(sentence, i, sentence.begin);
      if (document.is(i, "accompanied") || document.is(i, "joined")) {
        for (std::size_t r = 0; r < sentence.references.size(); ++r) {
          if (sentence.references[r].begin >= i + length && sentence.references[r].begin <= i + length + 1)
            add_all(present, sentence.references[r].persons);
        }
      }
    }
    if (before != nullptr && document.is(i + length - 1, "joined")) {
      // "X joined the presidents for a tour": an occasion of its own.
      Persons object;
      std::uint32_t object_end = 0;
      for (std::size_t r = 0; r < sentence.references.size(); ++r) {
        if (sentence.references[r].begin >= i + length && sentence.references[r].begin <= i + length + 1) {
          object = persons_of(sentence, r, sentence.lists[r].second);
          object_end = sentence.references[sentence.lists[r].second].end;
        }
      }
      if (!object.empty() && object_end + 1 < sentence.end && document.is(object_end, "for") &&
          document.is(object_end + 1, "a")) {
        Occasion occasion;
        Trigger trigger;
        trigger.begin = trigger.verb_begin = i;
        trigger.end = i + length;
        for (auto j = object_end; j < std::min(sentence.end, object_end + 5); ++j) {
          if (const auto* noun = document.find(j, Tag::noun))
            occasion.type = document.lexicon->event_word(noun->entry.value).type;
        }
        occasion.persons = present;
        add_all(occasion.persons, object);
        describe_occasion(story, sentence, occasion, trigger, sentence.begin, sentence.end);
        occasion.separate = true;
        add_occasion(story, sentence, std::move(occasion));
        i += length - 1;
        continue;
      }
    }
    if (!present.empty()) add_attendees(story, sentence, present);
    i += length - 1;
  }
}

}  // namespace entente::extract
