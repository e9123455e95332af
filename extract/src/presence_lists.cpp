#include "presence_lists.hpp"

#include "merging.hpp"
#include "occasion_setting.hpp"
#include "participants.hpp"

#include <algorithm>
#include <utility>

namespace entente::extract {
namespace {

constexpr std::uint32_t longest_item = 120;  // several items may stand in one line

/// "Also present: X; Y", "Members of the delegation: X, Y": a list behind a colon.
bool announces_present(const SentenceReading& sentence) {
  const auto& document = sentence.document;
  bool present = false;
  for (auto i = sentence.begin; i < std::min(sentence.end, sentence.begin + 14); ++i) {
    present = present || document.has(i, Tag::presence) || document.has(i, Tag::delegations) ||
              document.has_any(i, bit(Tag::attending_before) | bit(Tag::attending_after));
    if (!document.is(i, ":")) continue;
    return present && std::none_of(sentence.verbs.begin(), sentence.verbs.end(), [&](const VerbGroup& verb) {
             return verb.begin > i || (verb.begin < i && verb.form == VerbForm::finite);
           });
  }
  return false;
}

/// True if the sentence before has announced those present and ends in a colon: "The delegation was made up of:".
bool is_announced_list(const SentenceReading& sentence) {
  const auto& document = sentence.document;
  if (sentence.index == 0 || sentence.references.empty()) return false;
  const bool tells = std::any_of(sentence.verbs.begin(), sentence.verbs.end(),
                                 [](const VerbGroup& verb) { return verb.form == VerbForm::finite; });
  if (tells) return false;
  // Items of the list may stand between.
  auto s = sentence.index - 1;
  for (int items = 0; items < 20 && s > 0 && !document.is(document.sentences[s].end - 1, ":"); ++items, --s) {
    const auto& item = document.sentences[s];
    if (document.is(item.end - 1, ".") || item.end > item.begin + longest_item) return false;
  }
  const auto& before = document.sentences[s];
  if (before.end <= before.begin || !document.is(before.end - 1, ":")) return false;
  constexpr auto present = bit(Tag::presence) | bit(Tag::delegations) | bit(Tag::attending_before) |
                           bit(Tag::attending_after) | bit(Tag::led) | bit(Tag::includes);
  for (auto i = before.begin; i < before.end; ++i) {
    if (document.has_any(i, present)) return true;
  }
  return false;
}

}  // namespace

Persons side_members(const Story& story, const SentenceReading& sentence) {
  const auto& document = sentence.document;
  if (story.last >= 0 && (announces_present(sentence) || is_announced_list(sentence))) {
    Persons out;
    for (std::size_t r = 0; r < sentence.references.size(); ++r) {
      if (sentence.references[r].kind == ReferenceKind::name) add_all(out, persons_of(sentence, r, r));
    }
    return out;
  }
  if (story.last < 0 || sentence.end - sentence.begin < 6) return {};
  if (!document.is_any(sentence.begin, Word("on"), Word("from"))) return {};
  for (auto i = sentence.begin; i < std::min(sentence.end, sentence.begin + 5); ++i) {
    if (!document.is(i, "side")) continue;
    Persons out;
    for (std::size_t r = 0; r < sentence.references.size(); ++r) add_all(out, persons_of(sentence, r, r));
    return out;
  }
  return {};
}

bool read_pictured(Story& story, const SentenceReading& sentence) {
  const auto& document = sentence.document;
  const auto i = sentence.begin;
  const bool from_left = (document.is(i, "from") && document.is(i + 1, "left") &&
                          document.is_any(i + 2, Word(":"), Word("to"), Word(","))) ||
                         (document.is(i, "left") && document.is(i + 1, "to") && document.is(i + 2, "right"));
  if (!from_left) return false;
  Persons pictured;
  for (std::size_t r = 0; r < sentence.references.size(); ++r) {
    if (sentence.references[r].kind == ReferenceKind::name) add_all(pictured, persons_of(sentence, r, r));
  }
  if (pictured.size() < 2) return false;
  Trigger trigger;
  trigger.begin = i;
  trigger.end = i + 1;
  Occasion occasion;
  occasion.persons = std::move(pictured);
  describe_occasion(story, sentence, occasion, trigger, sentence.begin, sentence.end);
  occasion.rule = "attendance";
  add_occasion(story, sentence, std::move(occasion));
  return true;
}

}  // namespace entente::extract
