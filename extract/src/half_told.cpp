#include "half_told.hpp"

#include "merging.hpp"

#include <algorithm>

namespace entente::extract {
namespace {

constexpr std::uint32_t witnessed = 3;  ///< sentences for which witnesses stay

/// True if a noun of the sentence can stand for the occasion: "the meeting", or one of its own kind.
bool names_occasion(const SentenceReading& sentence, const Occasion& occasion) {
  return std::any_of(sentence.triggers.begin(), sentence.triggers.end(), [&](const Trigger& trigger) {
    return trigger.noun && trigger.word.type == occasion.type && trigger.begin > sentence.begin &&
           sentence.document.is_any(trigger.begin - 1, Word("the"), Word("this"));
  });
}

/// "The agreement was signed in the presence of X": the signing that the text has just told of.
bool is_told_of_last(const Story& story, const SentenceReading& sentence) {
  if (story.last < 0 || !sentence.document.is_any(sentence.begin, Word("the"), Word("this"), Word("it"))) return false;
  const auto& last = story.occasions[static_cast<std::size_t>(story.last)];
  return last.type == EventType::signing && last.sentences.back() + 2 >= sentence.index;
}

}  // namespace

void keep_half_told(Story& story, const Occasion& occasion) {
  if (occasion.persons.size() != 1 || occasion.type == EventType::call || occasion.type == EventType::visit) return;
  if (occasion.undated || occasion.anaphoric) return;
  story.half_told = occasion;
}

bool complete_half_told(Story& story, const SentenceReading& sentence, int target, const Persons& present) {
  if (!story.half_told || target < 0) return false;
  const bool listed_next = story.list_awaited_at == sentence.index && present.size() > 1 &&
                           !sentence.has(Tag::noun, sentence.begin, sentence.end);
  if (!listed_next && !names_occasion(sentence, *story.half_told)) return false;
  const auto& last = story.occasions[static_cast<std::size_t>(target)];
  const auto& half = *story.half_told;
  const bool other_day = last.date && half.date && last.date != half.date && last.date_told;
  const bool later = half.sentences.back() > last.sentences.back() && !contains(last.persons, half.persons.front());
  // "X joined the conference. He met Y before it. Z declared the conference open."
  const bool other_kind = half.type == EventType::conference && last.type != half.type;
  if (!other_day && !later && !other_kind && !listed_next) return false;
  auto whole = half;
  for (const auto person : present) {
    if (!contains(whole.persons, person)) whole.persons.push_back(person);
  }
  whole.separate = true;
  if (whole.sentences.back() != sentence.index) whole.sentences.push_back(sentence.index);
  if (whole.persons.size() < 2) return false;
  story.half_told.reset();
  add_occasion(story, sentence, std::move(whole));
  return true;
}

void add_half_told(Story& story, const SentenceReading& sentence, const Trigger& trigger, Occasion& occasion) {
  const auto& clause = sentence.clauses[trigger.clause];
  if (!story.half_told || story.half_told->type != occasion.type || !clause.relative || !clause.subject.empty() ||
      contains(occasion.persons, story.half_told->persons.front()))
    return;
  add_all(occasion.persons, story.half_told->persons);
  if (!occasion.date_told && story.half_told->date) occasion.date = story.half_told->date;
  if (occasion.place.empty()) occasion.place = story.half_told->place;
  story.half_told.reset();
}

bool complete_with_listed(Story& story, const SentenceReading& sentence, const VerbGroup& verb,
                          const Persons& members) {
  constexpr std::uint32_t near = 2;
  if (!story.half_told || members.empty() || story.half_told->sentences.back() + near < sentence.index) return false;
  const bool lists = std::any_of(sentence.references.begin(), sentence.references.end(), [&](const Reference& group) {
    return group.kind == ReferenceKind::group && group.plural && group.end <= verb.begin &&
           sentence.document.is(group.begin, "the") && sentence.document.ends_with(group.end - 1, "s") &&
           !sentence.document.is(group.end, "'");
  });
  if (!lists || contains(members, story.half_told->persons.front())) return false;
  auto whole = *story.half_told;
  story.half_told.reset();
  add_all(whole.persons, members);
  whole.sentences.push_back(sentence.index);
  add_occasion(story, sentence, std::move(whole));
  return true;
}

bool keep_witnesses(Story& story, const SentenceReading& sentence, const Persons& present) {
  const bool signing = std::any_of(sentence.triggers.begin(), sentence.triggers.end(),
                                   [](const Trigger& trigger) { return trigger.word.type == EventType::signing; });
  if (!signing || story.touched >= 0 || present.size() < 2) return false;
  if (is_told_of_last(story, sentence)) return false;
  story.witnesses = present;
  story.witnesses_until = sentence.index + witnessed;
  return true;
}

void add_witnesses(const Story& story, const SentenceReading& sentence, Occasion& occasion) {
  if (occasion.type != EventType::signing || story.witnesses.empty() || sentence.index > story.witnesses_until) return;
  for (const auto person : story.witnesses) {
    if (!contains(occasion.persons, person)) occasion.persons.push_back(person);
  }
}

bool told_one_by_one(const SentenceReading& sentence) {
  const auto& document = sentence.document;
  constexpr std::size_t near = 7;
  int openings = 0;
  const auto last = std::min(document.sentences.size(), sentence.index + near);
  for (std::size_t s = sentence.index + 1U; s < last; ++s) {
    const auto i = document.sentences[s].begin;
    if (document.is_any(i, Word("during"), Word("at"), Word("in")) &&
        document.is_any(i + 1, Word("the"), Word("his")) &&
        document.is_any(i + 2, Word("meeting"), Word("conversation"), Word("audience")) && document.is(i + 3, "with"))
      ++openings;
  }
  return openings > 1;
}

bool told_as_several_later(const SentenceReading& sentence) {
  const auto& document = sentence.document;
  if (told_one_by_one(sentence)) return true;
  const auto last = std::min<std::size_t>(document.sentences.size(), sentence.index + 3U);
  for (std::size_t s = sentence.index + 1U; s < last; ++s) {
    const auto& next = document.sentences[s];
    if (next.kind != SentenceKind::text) return false;
    if (!document.is_any(next.begin, Word("in"), Word("during"), Word("at"), Word("throughout"))) continue;
    for (auto i = next.begin + 1; i < std::min(next.end, next.begin + 6); ++i) {
      if (document.is_any(i, Word("meetings"), Word("conversations"))) {
        return document.is_any(i - 1, Word("the"), Word("his"), Word("her"), Word("these"), Word("those"), Word("all"),
                               Word("both"), Word("bilateral"), Word("separate"));
      }
      if (document.is_punctuation(i)) break;
    }
  }
  return false;
}

}  // namespace entente::extract
