#include "triggers.hpp"

#include <algorithm>

namespace entente::extract {

namespace {

/// "press conference", "told the audience", "bilateral ties": the word is none of a meeting here.
bool is_no_meeting(const SentenceReading& sentence, std::uint32_t i, std::uint32_t behind) {
  const auto& document = sentence.document;
  const bool begins = i == sentence.begin;
  if (document.is(i, "conference") && !begins && document.is_any(i - 1, Word("press"), Word("news"), Word("media")))
    return true;
  // "whom the rebels call a traitor"
  if (document.is(i, "call") && document.is_any(behind, Word("a"), Word("an"), Word("it"), Word("him"), Word("them")))
    return true;
  if (document.is(i, "audience") && i > sentence.begin + 1 && document.is(i - 1, "the") &&
      (document.has(i - 2, Tag::speech) ||
       document.is_any(i - 2, Word("addressed"), Word("reminded"), Word("thanked"))))
    return true;
  if (behind == i + 1 && document.is_any(i, Word("bilateral"), Word("trilateral")) && behind < sentence.end)
    return document.tokens[behind].kind == TokenKind::word && !document.has(behind, Tag::noun) &&
           !document.is_any(behind, Word("with"), Word("between"), Word("on"), Word("at"), Word("in"), Word("and"),
                            Word("of"), Word("after"), Word("took"), Word("was"), Word("for"));
  return false;
}

}  // namespace

void find_triggers(SentenceReading& sentence) {
  const auto& document = sentence.document;
  sentence.triggers.clear();
  std::size_t verb = 0;
  for (auto i = sentence.begin; i < sentence.end;) {
    while (verb < sentence.verbs.size() && sentence.verbs[verb].end <= i) ++verb;
    if (verb < sentence.verbs.size() && sentence.verbs[verb].begin <= i) {
      const auto& group = sentence.verbs[verb];
      if (group.event != nullptr) {
        Trigger trigger;
        trigger.begin = group.head;
        trigger.end = group.end;
        trigger.clause = sentence.clause_of[group.begin - sentence.begin];
        trigger.word = *group.event;
        sentence.triggers.push_back(trigger);
      }
      i = group.end;
      continue;
    }
    const auto* noun = document.outside[i] != 0 || sentence.is_quoted(i) || sentence.in_name(i)
                           ? nullptr
                           : document.find(i, Tag::noun);
    // "banquet hall", "conference centre", "opening statements": part of another thing's name.
    const auto behind = noun == nullptr ? i : i + noun->length;
    const bool part = noun != nullptr && behind < sentence.end && document.tokens[behind].kind == TokenKind::word &&
                      !document.tokens[behind].paragraph_before &&
                      (document.is_any(behind, Word("table"), Word("statements"), Word("room"), Word("hall"),
                                       Word("center"), Word("centre"), Word("venue"), Word("list"), Word("process"),
                                       Word("remarks"), Word("statement"), Word("address"), Word("format"),
                                       Word("speech"), Word("agenda"), Word("declaration")));
    if (noun == nullptr || part || is_no_meeting(sentence, i, behind)) {
      i = std::max(i + 1, behind);
      continue;
    }
    Trigger trigger;
    trigger.begin = i;
    trigger.end = i + noun->length;
    trigger.noun = true;
    trigger.clause = sentence.clause_of[i - sentence.begin];
    trigger.word = document.lexicon->event_word(noun->entry.value);
    // "the talks meeting", "summit meeting": the last noun of a compound says what it is.
    if (!sentence.triggers.empty() && sentence.triggers.back().noun && sentence.triggers.back().end == i)
      sentence.triggers.pop_back();
    sentence.triggers.push_back(trigger);
    i = trigger.end;
  }
}

}  // namespace entente::extract
