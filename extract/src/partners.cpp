#include "partners.hpp"

#include "attendees.hpp"
#include "merging.hpp"
#include "occasion_setting.hpp"
#include "participants.hpp"

#include <algorithm>

namespace entente::extract {

namespace {

/// "X and Y were the witnesses", "The signatories were X and Y": who was at the signing told before or next. False
/// where the clause says nothing of the kind.
bool read_signatories(Story& story, const SentenceReading& sentence, const Clause& clause, const VerbGroup& verb) {
  const auto& document = sentence.document;
  const auto names_role = [&](std::uint32_t i) {
    return document.is_any(i, Word("signatories"), Word("signatory"), Word("witnesses"), Word("witness"));
  };
  bool before = false;
  for (auto i = clause.begin; i < verb.begin; ++i) before = before || names_role(i);
  const bool behind = names_role(verb.end) || (document.is(verb.end, "the") && names_role(verb.end + 1));
  if (!before && !behind) return false;
  Persons present;
  if (behind) present = clause.subject;
  for (const auto r : clause.references) {
    if (before && sentence.references[r].begin >= verb.end && sentence.prepositions[r].empty())
      add_all(present, persons_of(sentence, r, r));
  }
  if (present.empty()) return false;
  constexpr std::uint32_t near = 3;
  const bool told = story.last >= 0 &&
                    story.occasions[static_cast<std::size_t>(story.last)].type == EventType::signing &&
                    story.occasions[static_cast<std::size_t>(story.last)].sentences.back() + near >= sentence.index;
  if (told) {
    add_attendees(story, sentence, present);
  } else {
    story.witnesses = present;
    story.witnesses_until = sentence.index + near;
  }
  return true;
}

}  // namespace

bool read_partners(Story& story, const SentenceReading& sentence, const Clause& clause, const VerbGroup& verb) {
  const auto& document = sentence.document;
  if (!verb.copula || verb.unreal) return false;
  if (read_signatories(story, sentence, clause, verb)) return true;
  const bool present = document.is_any(verb.begin, Word("is"), Word("are"));
  for (auto i = clause.begin; i < verb.begin && !present; ++i) {
    if (!document.is_any(i, Word("partner"), Word("partners"), Word("interlocutor"), Word("interlocutors"),
                         Word("caller"), Word("callers"), Word("visitor"), Word("visitors"), Word("guest"),
                         Word("guests"), Word("host"), Word("hosts")))
      continue;
    Persons owner;
    for (const auto& reference : sentence.references) {
      if (reference.possessive && reference.end + 2 >= i && reference.end < i) owner = reference.persons;
    }
    for (std::uint32_t back = 1; back <= 3 && clause.begin + back <= i && owner.empty(); ++back) {
      if (document.is_any(i - back, Word("his"), Word("her")) && story.focus.subject.size() == 1)
        owner = story.focus.subject;
    }
    if (owner.empty() && !(story.last >= 0 && i > clause.begin && document.is(i - 1, "the"))) continue;
    std::vector<Persons> others;
    bool apart = false;
    for (const auto r : clause.references) {
      if (sentence.references[r].begin < verb.end || !sentence.prepositions[r].empty()) continue;
      others.push_back(persons_of(sentence, r, r));
      for (auto k = sentence.references[r].end; k < sentence.end && !apart; ++k) apart = document.has(k, Tag::several);
    }
    std::erase_if(others, [&](const Persons& one) { return one.empty() || subset(one, owner); });
    if (others.empty()) return false;
    if (owner.empty()) {
      // "The callers were X and Y."
      add_attendees(story, sentence, joined(others));
      return true;
    }
    if (!apart) others = {joined(others)};
    for (const auto& one : others) {
      Trigger trigger;
      trigger.begin = i;
      trigger.end = i + 1;
      trigger.noun = true;
      Occasion occasion;
      occasion.persons = owner;
      add_all(occasion.persons, one);
      occasion.separate = apart;
      describe_occasion(story, sentence, occasion, trigger, clause.begin, clause.end);
      add_occasion(story, sentence, std::move(occasion));
    }
    return true;
  }
  return false;
}

}  // namespace entente::extract
