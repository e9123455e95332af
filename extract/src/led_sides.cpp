#include "led_sides.hpp"

#include "attendees.hpp"
#include "merging.hpp"
#include "occasion_setting.hpp"
#include "participants.hpp"
#include "plans.hpp"

#include <algorithm>

namespace entente::extract {
namespace {

constexpr std::uint32_t nearby = 6;  ///< sentences for which talks and those who led the sides belong together

bool is_side(const Document& document, std::uint32_t token) {
  return document.has(token, Tag::delegations) || document.is_any(token, Word("side"), Word("sides"));
}

/// True if the words before `by` speak of a side, with a word of leading for this one or for the one before.
bool leads_side(const SentenceReading& sentence, std::uint32_t by) {
  const auto& document = sentence.document;
  bool side = false;
  for (std::uint32_t back = 1; back <= 8 && by >= sentence.begin + back && !side; ++back)
    side = is_side(document, by - back);
  // "The dialogue was led by A and on the American side by B": the first one's side goes without saying.
  for (auto i = by; i + 1 < sentence.end && !side; ++i) side = is_side(document, i) && document.is(i + 1, "by");
  // "led by A on the Finnish side"
  for (const auto& reference : sentence.references) {
    if (reference.begin <= by || reference.begin > by + 4 || !document.is(reference.end, "on")) continue;
    for (auto i = reference.end; i < std::min(sentence.end, reference.end + 5) && !side; ++i)
      side = is_side(document, i);
  }
  bool led = false;
  for (auto i = sentence.begin; i < by && !led; ++i)
    led = document.is_any(i, Word("led"), Word("headed"), Word("chaired"), Word("represented"));
  return side && led;
}

/// "led by A on the Finnish side and B on the Polish side": B.
bool goes_on_with_side(const SentenceReading& sentence, std::size_t r) {
  const auto& document = sentence.document;
  const auto begin = sentence.references[r].begin;
  if (r == 0 || begin <= sentence.begin || !document.is_any(begin - 1, Word("and"), Word("while"))) return false;
  for (auto i = sentence.references[r - 1].end; i + 1 < begin; ++i) {
    if (is_side(document, i)) return true;
  }
  return false;
}

/// "At the head of the X delegation was Y."
Persons at_the_head(const SentenceReading& sentence) {
  const auto& document = sentence.document;
  const bool head = document.is(sentence.begin, "at") && document.is(sentence.begin + 2, "head") &&
                    document.is(sentence.begin + 3, "of");
  if (!head) return {};
  for (const auto& verb : sentence.verbs) {
    if (!verb.copula) continue;
    bool side = false;
    for (auto i = sentence.begin; i < verb.begin; ++i) side = side || is_side(document, i);
    for (std::size_t r = 0; side && !verb.unreal && r < sentence.references.size(); ++r) {
      const auto& reference = sentence.references[r];
      if (reference.begin >= verb.end && reference.begin <= verb.end + 1) return persons_of(sentence, r, r);
    }
    break;
  }
  return {};
}

/// "between delegations of Peru (A) and Norway (B)": A and B.
Persons in_brackets(const SentenceReading& sentence) {
  const auto& document = sentence.document;
  Persons out;
  bool sides = false;
  auto i = sentence.begin;
  for (std::size_t r = 0; r < sentence.references.size(); ++r) {
    const auto& reference = sentence.references[r];
    for (; i < reference.begin; ++i) sides = sides || document.has(i, Tag::delegations);
    const bool bracketed =
        reference.begin > sentence.begin && document.is(reference.begin - 1, "(") && document.is(reference.end, ")");
    if (sides && bracketed) add_all(out, persons_of(sentence, r, r));
  }
  return out.size() > 1 ? out : Persons{};
}

/// Those who lead the sides of which the sentence speaks.
Persons leaders(const SentenceReading& sentence) {
  const auto& document = sentence.document;
  Persons out;
  for (std::size_t r = 0; r < sentence.references.size(); ++r) {
    const auto begin = sentence.references[r].begin;
    if (goes_on_with_side(sentence, r) && !out.empty()) {
      add_all(out, persons_of(sentence, r, r));
      continue;
    }
    if (begin <= sentence.begin || sentence.prepositions[r] != "by") continue;
    auto by = begin - 1;
    while (by > sentence.begin && by + 4 > begin && !document.is(by, "by")) --by;
    // "between the delegations of Peru, led by A, and Norway, led by B": what is led goes without saying.
    const bool again = !out.empty() && document.is_any(by - 1, Word("led"), Word("headed"));
    if (!document.is(by, "by") || (!again && !leads_side(sentence, by))) continue;
    if (is_unreal(sentence, sentence.clauses[sentence.clause_of[by - sentence.begin]])) continue;
    add_all(out, persons_of(sentence, r, sentence.lists[r].second));
  }
  add_all(out, at_the_head(sentence));
  add_all(out, in_brackets(sentence));
  return out;
}

void tell_talks(Story& story, const SentenceReading& sentence, Occasion talks) {
  talks.persons = story.led;
  if (talks.sentences.back() != sentence.index) talks.sentences.push_back(sentence.index);
  story.unnamed.reset();
  story.led.clear();
  add_occasion(story, sentence, std::move(talks));
}

}  // namespace

bool keep_unnamed(Story& story, const SentenceReading& sentence, const Trigger& trigger, Verdict verdict) {
  if (verdict != Verdict::nobody && verdict != Verdict::one_alone) return false;
  if (!trigger.noun && trigger.word.frame != Frame::mutual && trigger.word.frame != Frame::joint) return false;
  if (trigger.word.type == EventType::visit || trigger.word.type == EventType::exercise) return false;
  const auto& clause = sentence.clauses[trigger.clause];
  if (sentence.verb_of(clause) == nullptr) return false;
  Occasion talks;
  talks.type = trigger.word.type;
  describe_occasion(story, sentence, talks, trigger, clause.begin, clause.end);
  if (verdict == Verdict::nobody && story.led.size() > 1 && sentence.index <= story.led_until) {
    tell_talks(story, sentence, std::move(talks));
    return true;
  }
  story.unnamed = std::move(talks);
  return false;
}

void set_by_unnamed(Story& story, const SentenceReading& sentence) {
  constexpr std::uint32_t next = 2;
  if (!story.unnamed || story.touched < 0 || story.occasions.size() != 1 ||
      story.unnamed->sentences.back() == sentence.index || story.unnamed->sentences.back() + next < sentence.index)
    return;
  auto& told = story.occasions.front();
  if (told.type != story.unnamed->type || told.date_told || !told.place.empty()) return;
  told.place = story.unnamed->place;
  told.venue = story.unnamed->venue;
  if (!story.unnamed->date_told) return;
  told.date = story.unnamed->date;
  told.date_told = true;
}

void read_led_sides(Story& story, const SentenceReading& sentence) {
  if (story.touched >= 0) return;
  const auto here = leaders(sentence);
  if (here.empty()) return;
  // "X chaired the talks. The Norwegian delegation was led by Y."
  if (story.last >= 0 && !story.unnamed) {
    const auto& last = story.occasions[static_cast<std::size_t>(story.last)];
    if (last.sentences.back() + 2 >= sentence.index && last.type != EventType::call && here.size() == 1) {
      add_attendees(story, sentence, here);
      return;
    }
  }
  if (sentence.index > story.led_until) story.led.clear();
  add_all(story.led, here);
  story.led_until = sentence.index + nearby;
  if (story.led.size() < 2) return;
  if (story.unnamed && story.unnamed->sentences.back() + nearby >= sentence.index)
    tell_talks(story, sentence, *story.unnamed);
}

}  // namespace entente::extract
