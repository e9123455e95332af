#include "triggers.hpp"

#include <algorithm>

namespace entente::extract {
namespace {

/// Words after which "visit", "host" and "call" are nouns.
bool noun_position(const SentenceReading& sentence, std::uint32_t i) {
  const auto& document = sentence.document;
  if (i == sentence.begin) return true;
  const auto before = document.word(i - 1);
  return before == "the" || before == "a" || before == "an" || before == "this" || before == "his" || before == "her" ||
         before == "their" || before == "its" || before == "of" || before == "'s" || before == "'" ||
         document.has(i - 1, Tag::adjective) || before == "official" || before == "working" || before == "joint" ||
         before == "for" || before == "these";
}

bool starts_reference(const SentenceReading& sentence, std::uint32_t i) {
  return std::any_of(sentence.references.begin(), sentence.references.end(),
                     [&](const auto& r) { return r.begin == i; });
}

bool is_passive(const SentenceReading& sentence, const Trigger& trigger) {
  const auto& document = sentence.document;
  if (trigger.word.frame == Frame::guest || trigger.end - trigger.begin > 2) return false;
  for (std::uint32_t back = 1; back <= 3 && trigger.begin >= sentence.begin + back; ++back) {
    const auto i = trigger.begin - back;
    if (sentence.is_be(i)) return true;
    if (document.is_punctuation(i)) break;
  }
  // "received by", "hosted on Tuesday by"
  for (auto i = trigger.end; i < std::min(sentence.end, trigger.end + 12); ++i) {
    if (document.is(i, "by")) return true;
    if (document.is(i, ",") || starts_reference(sentence, i)) break;
  }
  return false;
}

/// Looks for a verb of holding before the noun ("held talks") and for words that say it came about.
void find_light_verb(const SentenceReading& sentence, Trigger& trigger) {
  const auto& document = sentence.document;
  for (std::uint32_t back = 1; back <= 9 && trigger.begin >= sentence.begin + back; ++back) {
    const auto i = trigger.begin - back;
    if (document.is(i, ",") || document.is(i, ";") || document.is(i, "which") || document.is(i, "who")) break;
    if (sentence.in_name(i)) break;
    if (document.has(i, Tag::light) && !(document.has(i, Tag::noun))) {
      trigger.light = true;
      trigger.verb_begin = i;
      break;
    }
    if (document.has(i, Tag::verb) && !noun_position(sentence, i)) break;
    if (document.is(i, "at") || document.is(i, "during") || document.is(i, "before") || document.is(i, "after")) break;
  }
  // "In a meeting with X, Y …" frames what somebody says.
  auto opener = trigger.begin;
  while (opener > sentence.begin && trigger.begin - opener < 4 && !document.is(opener, "in") &&
         !document.is(opener, "during") && !document.is(opener, "at") && !document.is(opener, "after") &&
         !document.is(opener, "following")) {
    --opener;
  }
  const bool framed = opener < trigger.begin && opener == sentence.begin &&
                      (document.is(opener, "in") || document.is(opener, "during") || document.is(opener, "at") ||
                       document.is(opener, "after") || document.is(opener, "following"));
  for (auto i = trigger.end; !framed && i < std::min(sentence.end, trigger.end + 40); ++i) {
    if (document.has(i, Tag::happened) && !sentence.in_name(i)) {
      trigger.happened = true;
      break;
    }
    if (document.is(i, ";")) break;
  }
  if (!trigger.happened) {
    // "Present at the talks", "There was a meeting", "came the talks of"
    for (std::uint32_t back = 1; back <= 4 && trigger.begin >= sentence.begin + back; ++back) {
      if (document.is(trigger.begin - back, "followed") || document.is(trigger.begin - back, "came"))
        trigger.happened = true;
    }
  }
}

}  // namespace

void find_triggers(SentenceReading& sentence) {
  const auto& document = sentence.document;
  sentence.triggers.clear();
  for (auto i = sentence.begin; i < sentence.end; ++i) {
    if (document.outside[i] != 0 || sentence.is_quoted(i) || sentence.in_name(i)) continue;
    const auto* verb = document.find(i, Tag::verb);
    const auto* noun = document.find(i, Tag::noun);
    if (verb != nullptr && verb->length == 1 && (document.is(i, "welcome") || document.is(i, "greet")) &&
        (i == sentence.begin || !document.is(i - 1, "to"))) {
      continue;
    }
    const bool ambiguous = verb != nullptr && noun != nullptr;
    if (verb != nullptr && (!noun_position(sentence, i) || verb->length > 1) &&
        (!ambiguous || verb->length > noun->length)) {
      Trigger trigger;
      trigger.begin = i;
      trigger.end = i + verb->length;
      trigger.verb_begin = i;
      trigger.word = document.lexicon->event_word(verb->entry.value);
      trigger.passive = is_passive(sentence, trigger);
      sentence.triggers.push_back(trigger);
      i = trigger.end - 1;
      continue;
    }
    if (noun != nullptr) {
      Trigger trigger;
      trigger.begin = i;
      trigger.end = i + noun->length;
      trigger.verb_begin = i;
      trigger.noun = true;
      trigger.word = document.lexicon->event_word(noun->entry.value);
      find_light_verb(sentence, trigger);
      sentence.triggers.push_back(trigger);
      i = trigger.end - 1;
    }
  }
}

}  // namespace entente::extract
