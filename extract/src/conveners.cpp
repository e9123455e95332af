#include "conveners.hpp"

#include "attendees.hpp"
#include "merging.hpp"
#include "occasion_setting.hpp"
#include "participants.hpp"
#include "plans.hpp"

#include <algorithm>
#include <utility>

namespace entente::extract {
namespace {

/// "a session chaired by X and Y": X and Y.
Persons conveners_of(const SentenceReading& sentence, const Trigger& noun) {
  const auto& document = sentence.document;
  constexpr std::uint32_t longest = 8;  // "a video call of the coalition of the willing chaired by X"
  for (auto i = noun.end; i + 1 < std::min(sentence.end, noun.end + longest); ++i) {
    if (sentence.in_any_reference(i) || document.is_any(i, Word(";"), Word("."))) return {};
    const bool convened = document.is_any(i, Word("chaired"), Word("co-chaired"), Word("mediated"), Word("moderated"),
                                          Word("facilitated"), Word("brokered"), Word("convened"), Word("hosted"));
    if (!convened || !document.is(i + 1, "by")) continue;
    for (std::size_t r = 0; r < sentence.references.size(); ++r) {
      if (sentence.references[r].begin < i + 2) continue;
      return persons_of(sentence, r, sentence.lists[r].second);
    }
  }
  return {};
}

}  // namespace

void read_conveners(Story& story, const SentenceReading& sentence) {
  for (const auto& trigger : sentence.triggers) {
    if (!trigger.noun || is_unreal(sentence, trigger)) continue;
    const auto conveners = conveners_of(sentence, trigger);
    if (conveners.empty()) continue;
    if (story.touched >= 0) {
      add_attendees(story, sentence, conveners);
      return;
    }
    const auto& clause = sentence.clauses[trigger.clause];
    const auto* verb = sentence.verb_of(clause);
    if (verb == nullptr || verb->passive || verb->begin > trigger.begin || clause.subject.empty()) continue;
    Occasion occasion;
    occasion.type = trigger.word.type;
    occasion.persons = clause.subject;
    add_all(occasion.persons, conveners);
    describe_occasion(story, sentence, occasion, trigger, clause.begin, std::max(clause.end, trigger.end));
    add_occasion(story, sentence, std::move(occasion));
    return;
  }
}

}  // namespace entente::extract
