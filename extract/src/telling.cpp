#include "telling.hpp"

#include "half_told.hpp"
#include "merging.hpp"
#include "occasion_setting.hpp"
#include "participants.hpp"

#include <algorithm>
#include <string_view>

namespace entente::extract {
namespace {

/// True if the sentence says "each of".
bool says_each(const SentenceReading& sentence) {
  const auto& document = sentence.document;
  for (auto i = sentence.begin; i + 1 < sentence.end; ++i) {
    if (document.is(i, "each") && document.is(i + 1, "of")) return true;
  }
  return false;
}

/// "X was received by Y and by Z": one after the other.
bool repeats_by(const SentenceReading& sentence, const Trigger& trigger) {
  const auto* verb = sentence.verb_of(sentence.clauses[trigger.clause]);
  if (verb == nullptr || !verb->passive || trigger.word.frame != Frame::host) return false;
  const auto& document = sentence.document;
  return std::any_of(sentence.references.begin(), sentence.references.end(), [&](const Reference& reference) {
    const auto i = reference.begin;
    if (i <= trigger.end + 3 || !document.is(i - 1, "by")) return false;
    // "by Y and then by Z"
    const auto before = document.is_any(i - 2, Word("then"), Word("later")) ? i - 3 : i - 2;
    return document.is(before, "and");
  });
}

/// True if the sentence says that each was met by himself.
bool says_several(const SentenceReading& sentence, const Trigger& trigger) {
  const auto& document = sentence.document;
  if (told_apart(sentence, trigger) || repeats_by(sentence, trigger)) return true;
  if (document.is(trigger.end, "twice")) return true;  // "dined twice: first with X, then with Y"
  const auto last = trigger.end - 1;
  const bool plural =
      trigger.noun && (document.ends_with(last, "ings") || document.ends_with(last, "calls") ||
                       document.ends_with(last, "conversations") || document.ends_with(last, "visits") ||
                       document.ends_with(last, "summits") || document.ends_with(last, "audiences"));
  if (plural) return true;
  const auto from = trigger.begin > sentence.begin + 4 ? trigger.begin - 4 : sentence.begin;
  for (auto i = from; trigger.noun && i < trigger.begin; ++i) {
    if (document.is(i, "separate") && document.ends_with(last, "s")) return true;
  }
  for (auto i = sentence.begin; i < sentence.end; ++i) {
    if (document.has(i, Tag::several) && !sentence.is_quoted(i) && !sentence.in_name(i)) return true;
    if (document.is(i, "each") && document.is(i + 1, "of")) return true;
  }
  return told_as_several_later(sentence);
}

/// "bilateral talks with X of A and Y of B": with each by himself.
bool is_bilateral(const Story& story, const SentenceReading& sentence, const Trigger& trigger,
                  const std::vector<Persons>& members) {
  bool bilateral = false;
  for (std::uint32_t back = 1; back <= 3 && trigger.begin >= sentence.begin + back; ++back)
    bilateral = bilateral || sentence.document.is(trigger.begin - back, "bilateral");
  if (!bilateral || !trigger.noun || !sentence.document.ends_with(trigger.end - 1, "s")) return false;
  std::string first;
  for (const auto& one : members) {
    for (const auto person : one) {
      const auto& country = story.persons[static_cast<std::size_t>(person)].country;
      if (!country.empty() && first.empty()) first = country;
      if (!country.empty() && country != first) return true;
    }
  }
  return false;
}

bool on_sidelines(const SentenceReading& sentence) {
  const auto& document = sentence.document;
  for (auto i = sentence.begin + 1; i < sentence.end; ++i) {
    if (document.is_any(i, Word("sidelines"), Word("margins"), Word("sideline")) &&
        document.is_any(i - 1, Word("the"), Word("on")))
      return true;
  }
  return false;
}

/// "X met A of Chile and B of Peru on the sidelines of the forum", "spoke by phone with A of Chile and B of Peru": each
/// head of another state by himself.
bool is_state_by_state(const Story& story, const SentenceReading& sentence, const Trigger& trigger,
                       const Persons& common, const std::vector<Persons>& members, EventType type) {
  const bool calls = type == EventType::call && !trigger.noun && members.size() == 2;
  const bool aside = trigger.word.type == EventType::meeting && on_sidelines(sentence);
  if (common.size() != 1 || !(calls || aside)) return false;
  std::vector<std::string_view> states = {story.persons[static_cast<std::size_t>(common.front())].country};
  for (const auto& one : members) {
    if (one.size() != 1) return false;
    const auto& country = story.persons[static_cast<std::size_t>(one.front())].country;
    if (country.empty() || std::find(states.begin(), states.end(), country) != states.end()) return false;
    states.emplace_back(country);
  }
  return true;
}

/// "In Oslo he was received by A, and in Rome by B": place and day stand before each, and not behind.
bool set_before(const SentenceReading& sentence, const Trigger& trigger) {
  const auto& references = sentence.references;
  if (references.size() < 2 || references[references.size() - 2].begin < trigger.end) return false;
  const auto between = [](std::uint32_t from, std::uint32_t to) {
    return [from, to](const auto& words) { return words.begin >= from && words.end <= to; };
  };
  const auto told = [&](std::uint32_t from, std::uint32_t to) {
    return std::any_of(sentence.dates.begin(), sentence.dates.end(), between(from, to)) ||
           std::any_of(sentence.places.begin(), sentence.places.end(), between(from, to));
  };
  return !told(references.back().end, sentence.end) &&
         told(references[references.size() - 2].end, references.back().begin) &&
         sentence.document.is_any(references.back().begin - 1, Word("by"), Word("with"));
}

/// "in the same act", "at the same ceremony"
bool says_same_occasion(const SentenceReading& sentence) {
  const auto& document = sentence.document;
  for (auto i = sentence.begin; i + 2 < sentence.end; ++i) {
    if (document.is(i, "the") && document.is(i + 1, "same") &&
        document.is_any(i + 2, Word("act"), Word("sitting"), Word("ceremony"), Word("occasion"), Word("event")))
      return true;
  }
  return false;
}

/// Where "met on January 14 in Oslo and again on February 24 in Vienna" begins to tell of the second time; the end of
/// the sentence where it does not.
std::uint32_t second_time(const SentenceReading& sentence, const Trigger& trigger) {
  const auto& document = sentence.document;
  const auto dated = [&](std::uint32_t from, std::uint32_t to) {
    return std::any_of(sentence.dates.begin(), sentence.dates.end(),
                       [&](const auto& date) { return date.begin >= from && date.end <= to; });
  };
  constexpr std::uint32_t far = 18;
  for (auto i = trigger.end; i + 2 < sentence.end; ++i) {
    if (sentence.in_any_reference(i) || document.is(i, ";")) break;
    if (!document.is(i, "and")) continue;
    const bool again = document.is_any(i + 1, Word("again"), Word("then")) ||
                       (document.is(i + 1, "once") && document.is_any(i + 2, Word("more"), Word("again"))) ||
                       (document.is(i + 1, "for") && document.is(i + 4, "time"));
    if (again && dated(trigger.end, i) && dated(i, std::min(sentence.end, i + far))) return i;
  }
  return sentence.end;
}

}  // namespace

Verdict tell(Story& story, const SentenceReading& sentence, const Trigger& trigger, const Persons& subject,
             std::vector<Persons> members, Occasion occasion) {
  std::erase_if(members, [&](const Persons& one) { return subset(one, subject); });
  const auto object = joined(members);
  auto around = subject;
  if (says_each(sentence)) {
    // "each of A and B was received by C"
    const bool of_subject = object.size() == 1 && subject.size() > 1;
    if (of_subject) around = object;
    members.clear();
    for (const auto person : of_subject ? subject : object) {
      if (!contains(around, person)) members.push_back({person});
    }
  }
  auto common = around;
  if (!says_each(sentence) && members.size() == 1 && subject.size() > 1 && !trigger.noun &&
      sentence.verb_of(sentence.clauses[trigger.clause])->passive && says_several(sentence, trigger)) {
    // "A and B were received by X one after the other."
    common = members[0];
    members.clear();
    for (const auto person : subject) members.push_back({person});
  }
  split_groups(sentence, trigger, told_one_by_one(sentence), common, members);
  if (members.size() > 1 && !common.empty() &&
      (says_several(sentence, trigger) || is_bilateral(story, sentence, trigger, members) ||
       is_state_by_state(story, sentence, trigger, common, members, occasion.type))) {
    const bool apart = told_apart(sentence, trigger);
    const bool before = apart && set_before(sentence, trigger);
    auto from = sentence.begin;
    for (const auto& one : members) {
      Occasion single = occasion;
      single.separate = true;
      single.persons = common;
      add_all(single.persons, one);
      for (std::size_t r = 0; apart && r < sentence.references.size(); ++r) {
        const auto& reference = sentence.references[r];
        if (reference.begin < trigger.end || reference.persons != one) continue;
        const auto next = r + 1 < sentence.references.size() ? sentence.references[r + 1].begin : sentence.end;
        if (before)
          set_apart(story, sentence, single, from, reference.begin);
        else
          set_apart(story, sentence, single, reference.end, next);
        from = reference.end;
        break;
      }
      add_occasion(story, sentence, std::move(single));
    }
    return Verdict::told;
  }
  occasion.persons = subject;
  add_all(occasion.persons, object);
  add_half_told(story, sentence, trigger, occasion);
  if (occasion.persons.size() == 1) {
    // "A and B, who had talks in May": alone nobody has talks.
    const auto& clause = sentence.clauses[trigger.clause];
    const auto* verb = sentence.verb_of(clause);
    if (clause.relative && clause.antecedent_list.size() > 1 && !clause.inherited && verb != nullptr && !verb->passive)
      occasion.persons = clause.antecedent_list;
  }
  if (occasion.persons.empty()) return Verdict::nobody;
  if (story.last >= 0 && says_same_occasion(sentence)) {
    add_all(occasion.persons, story.occasions[static_cast<std::size_t>(story.last)].persons);
    occasion.anaphoric = true;
  }
  if (const auto again = second_time(sentence, trigger); again < sentence.end && occasion.persons.size() > 1) {
    auto second = occasion;
    occasion.separate = second.separate = true;
    set_apart(story, sentence, occasion, trigger.end, again);
    set_apart(story, sentence, second, again, sentence.end);
    add_occasion(story, sentence, std::move(occasion));
    add_occasion(story, sentence, std::move(second));
    return Verdict::told;
  }
  return add_occasion(story, sentence, std::move(occasion)) ? Verdict::told : Verdict::one_alone;
}

}  // namespace entente::extract
