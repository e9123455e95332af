#include "partners.hpp"

#include "merging.hpp"
#include "occasion_setting.hpp"
#include "participants.hpp"

#include <algorithm>

namespace entente::extract {

bool read_partners(Story& story, const SentenceReading& sentence, const Clause& clause, const VerbGroup& verb) {
  const auto& document = sentence.document;
  if (!verb.copula || verb.unreal) return false;
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
    if (owner.empty()) continue;
    std::vector<Persons> others;
    bool apart = false;
    for (const auto r : clause.references) {
      if (sentence.references[r].begin < verb.end || !sentence.prepositions[r].empty()) continue;
      others.push_back(persons_of(sentence, r, r));
      for (auto k = sentence.references[r].end; k < sentence.end && !apart; ++k) apart = document.has(k, Tag::several);
    }
    std::erase_if(others, [&](const Persons& one) { return one.empty() || subset(one, owner); });
    if (others.empty()) return false;
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
