#include "quoted_meetings.hpp"

#include "merging.hpp"
#include "occasion_setting.hpp"
#include "participants.hpp"

#include <algorithm>
#include <utility>

namespace entente::extract {
namespace {

/// Who says what the sentence quotes: "…," said X; else, where the sentence is nothing but the quotation, who spoke
/// last.
Persons speaker(const Story& story, const SentenceReading& sentence) {
  const auto& document = sentence.document;
  bool outside = false;
  for (const auto& clause : sentence.clauses) {
    const auto* verb = sentence.verb_of(clause);
    if (verb == nullptr) continue;
    outside = true;
    if (!document.has(verb->head, Tag::speech)) continue;
    if (clause.subject.size() == 1) return clause.subject;
    // "…," said X.
    for (const auto r : clause.references) {
      const auto& reference = sentence.references[r];
      if (reference.begin >= verb->end && reference.begin <= verb->end + 1 && reference.persons.size() == 1 &&
          !sentence.is_quoted(reference.begin))
        return reference.persons;
    }
  }
  return outside || story.focus.subject.size() != 1 ? Persons{} : story.focus.subject;
}

/// The verb of meeting behind "I", or the noun of what he had; null where there is none or it lies ahead: "I have just
/// met", "I spoke".
const Match* told_verb(const SentenceReading& sentence, std::uint32_t i, std::uint32_t& begin) {
  const auto& document = sentence.document;
  auto at = i + 1;
  while (at < sentence.end && (document.is_any(at, Word("have"), Word("had"), Word("'ve"), Word("just"), Word("also"),
                                               Word("already"), Word("both"), Word("recently"), Word("then")) ||
                               document.ends_with(at, "ly")))
    ++at;
  begin = at;
  if (at >= sentence.end) return nullptr;
  if (document.is(at - 1, "had") && document.is_any(at, Word("a"), Word("an"), Word("our"))) {
    // "We had a very good meeting with X."
    for (auto n = at + 1; n < std::min(sentence.end, at + 6) && !document.is_punctuation(n); ++n) {
      const auto* noun = document.find(n, Tag::noun);
      if (noun == nullptr || !document.is(n + noun->length, "with")) continue;
      begin = n;
      return noun;
    }
  }
  const auto* verb = document.find(at, Tag::verb);
  const bool past = verb != nullptr && (document.ends_with(at, "ed") ||
                                        document.is_any(at, Word("met"), Word("spoke"), Word("saw"), Word("had"),
                                                        Word("sat"), Word("held"), Word("spoken"), Word("seen")));
  return past ? verb : nullptr;
}

}  // namespace

void read_quoted_meetings(Story& story, const SentenceReading& sentence) {
  const auto& document = sentence.document;
  for (auto i = sentence.begin; i < sentence.end; ++i) {
    if (!sentence.is_quoted(i) || !document.is_any(i, Word("i"), Word("we"))) continue;
    std::uint32_t begin = 0;
    const auto* verb = told_verb(sentence, i, begin);
    if (verb == nullptr) continue;
    const auto end = begin + verb->length;
    const auto by = speaker(story, sentence);
    Persons met;
    for (std::size_t r = 0; r < sentence.references.size(); ++r) {
      const auto& reference = sentence.references[r];
      if (reference.begin < end || reference.begin > end + 2 || !sentence.is_quoted(reference.begin)) continue;
      if (reference.kind == ReferenceKind::pronoun) continue;
      met = persons_of(sentence, r, sentence.lists[r].second);
      break;
    }
    if (by.empty() || met.empty() || contains(met, by.front())) continue;
    Trigger trigger;
    trigger.begin = begin;
    trigger.end = end;
    trigger.clause = sentence.clause_of[begin - sentence.begin];
    trigger.word = document.lexicon->event_word(verb->entry.value);
    Occasion occasion;
    occasion.type = trigger.word.type;
    occasion.persons = by;
    add_all(occasion.persons, met);
    describe_occasion(story, sentence, occasion, trigger, sentence.begin, sentence.end);
    add_occasion(story, sentence, std::move(occasion));
  }
}

}  // namespace entente::extract
