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

/// True if the words at tokens [from, to) lead from the beginning of a quotation to what its speaker did: "Had a very
/// good", "Great to".
bool leads_to_meeting(const Document& document, std::uint32_t from, std::uint32_t to) {
  bool told = false;
  for (auto i = from; i < to; ++i) {
    const bool did = document.is_any(i, Word("had"), Word("held"), Word("concluded"), Word("just"), Word("today"));
    const bool plain = document.is_any(i, Word("a"), Word("an"), Word("the"), Word("very"), Word("most"), Word("to"),
                                       Word("and"), Word("it"), Word("was"), Word("my"), Word("always"), Word(","));
    const bool joy = document.has(i, Tag::joy);
    if (!did && !plain && !joy && document.tags[i] != 0 && !document.has(i, Tag::modifier)) return false;
    told = told || did || joy;
  }
  return told;
}

/// What the first words of a quotation tell that has no "I": "Pleased to meet X", "Had a good call with X", "Met X";
/// null where they tell nothing.
const Match* told_without_subject(const SentenceReading& sentence, std::uint32_t i, std::uint32_t& begin) {
  const auto& document = sentence.document;
  if (i == sentence.begin || !document.is_any(i - 1, Word("\""), Word("“"))) return nullptr;
  if (document.is_any(i, Word("met"), Word("spoke"), Word("received"), Word("welcomed"), Word("hosted"))) {
    begin = i;
    return document.find(i, Tag::verb);
  }
  constexpr std::uint32_t far = 9;
  for (auto k = i; k < std::min(sentence.end, i + far); ++k) {
    const auto* noun = document.find(k, Tag::noun);
    const auto* verb = k > i && document.is(k - 1, "to") ? document.find(k, Tag::verb) : nullptr;
    auto behind = noun == nullptr ? k : k + noun->length;
    while (noun != nullptr && document.has_any(behind, bit(Tag::day_words) | bit(Tag::weekday))) ++behind;
    const bool sides = noun != nullptr && document.is(behind, "with");
    if (!sides && verb == nullptr) continue;
    begin = k;
    return leads_to_meeting(document, i, k) ? (sides ? noun : verb) : nullptr;
  }
  return nullptr;
}

/// True if only dates and "with" stand at tokens [from, to): "spoke today with X".
bool only_sets(const SentenceReading& sentence, std::uint32_t from, std::uint32_t to) {
  for (auto i = from; i < to; ++i) {
    const auto& document = sentence.document;
    const bool dated = document.has_any(i, bit(Tag::weekday) | bit(Tag::month) | bit(Tag::day_words)) ||
                       document.tokens[i].kind == TokenKind::number;
    if (!dated && !document.is_any(i, Word("with"), Word("to"), Word("on"), Word("again"), Word("here"))) return false;
  }
  return true;
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
  if (document.is_any(at - 1, Word("had"), Word("was")) || document.is_any(at, Word("was"), Word("am"))) {
    // "I had the honour of meeting X", "I was delighted to welcome X"
    for (auto k = at; k < std::min(sentence.end, at + 7) && !document.is_punctuation(k); ++k) {
      if (!document.has(k, Tag::joy) && !document.is_any(k, Word("opportunity"), Word("chance"))) continue;
      const auto* done = document.is_any(k + 1, Word("of"), Word("to")) ? document.find(k + 2, Tag::verb) : nullptr;
      if (done == nullptr) continue;
      begin = k + 2;
      return done;
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
    if (!sentence.is_quoted(i)) continue;
    std::uint32_t begin = 0;
    const bool first_person = document.is_any(i, Word("i"), Word("we"));
    const auto* verb = first_person ? told_verb(sentence, i, begin) : told_without_subject(sentence, i, begin);
    if (verb == nullptr) continue;
    const auto end = begin + verb->length;
    const auto by = speaker(story, sentence);
    Persons met;
    for (std::size_t r = 0; r < sentence.references.size(); ++r) {
      const auto& reference = sentence.references[r];
      if (reference.begin < end || !sentence.is_quoted(reference.begin)) continue;
      if (reference.begin > end + 2 && !only_sets(sentence, end, reference.begin)) continue;
      if (reference.kind == ReferenceKind::pronoun) continue;
      // "Another meeting with X is out of the question."
      const auto behind = sentence.references[sentence.lists[r].second].end;
      if (!first_person && (sentence.is_be(behind) || document.is_any(behind, Word("will"), Word("would")))) break;
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
