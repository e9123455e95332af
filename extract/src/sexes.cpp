#include "sexes.hpp"

#include <algorithm>

namespace entente::extract {
namespace {

/// The person whom the sentence names, where it names nobody else; -1 else.
int only_person(const std::vector<NameMention>& names, std::size_t first, std::size_t last) {
  int person = -1;
  for (auto n = first; n < last; ++n) {
    if (names[n].person < 0) continue;
    if (person >= 0 && person != names[n].person) return -1;
    person = names[n].person;
  }
  return person;
}

/// Adds 1 to `votes` for each "he" and takes 1 off for each "she" in tokens [begin, end) outside quotations.
void count_pronouns(const Document& document, std::uint32_t begin, std::uint32_t end, int& votes) {
  for (auto i = begin; i < end; ++i) {
    if (document.quoted[i] != 0) continue;
    if (document.is_any(i, Word("he"), Word("his"), Word("him"), Word("himself"))) ++votes;
    if (document.is_any(i, Word("she"), Word("her"), Word("herself"))) --votes;
  }
}

}  // namespace

Sex told_sex(const Document& document, const NameMention& name) {
  for (std::uint32_t back = 1; back <= 3 && name.begin >= back; ++back) {
    const auto i = name.begin - back;
    if (document.is_any(i, Word("mr"), Word("sir"), Word("lord"), Word("herr"), Word("king"), Word("prince")))
      return Sex::male;
    if (document.is_any(i, Word("mrs"), Word("ms"), Word("miss"), Word("madam"), Word("madame"), Word("mme"),
                        Word("lady"), Word("dame"), Word("begum"), Word("queen"), Word("princess"), Word("baroness"),
                        Word("frau"), Word("wife"), Word("daughter"))) {
      return Sex::female;
    }
    if (document.is_punctuation(i) && !document.is(i, ",")) break;
  }
  return Sex::unknown;
}

void find_sexes(const Document& document, const std::vector<NameMention>& names, std::vector<Person>& persons) {
  std::vector<int> votes(persons.size(), 0);
  std::size_t first = 0;
  int before = -1;  // the only person of the last sentence
  for (const auto& sentence : document.sentences) {
    if (sentence.kind != SentenceKind::text) continue;
    while (first < names.size() && names[first].begin < sentence.begin) ++first;
    auto last = first;
    bool anybody = false;
    for (; last < names.size() && names[last].begin < sentence.end; ++last)
      anybody = anybody || names[last].person >= 0;
    const auto person = anybody ? only_person(names, first, last) : before;
    const auto name = anybody ? names[first].outer_begin : sentence.end;
    if (before >= 0) count_pronouns(document, sentence.begin, name, votes[static_cast<std::size_t>(before)]);
    if (person >= 0) count_pronouns(document, name, sentence.end, votes[static_cast<std::size_t>(person)]);
    before = person;
    first = last;
  }
  for (const auto& name : names) {
    if (name.person < 0) continue;
    auto& person = persons[static_cast<std::size_t>(name.person)];
    if (person.sex == Sex::unknown) person.sex = told_sex(document, name);
  }
  for (std::size_t p = 0; p < persons.size(); ++p) {
    if (persons[p].sex == Sex::unknown && votes[p] != 0) persons[p].sex = votes[p] > 0 ? Sex::male : Sex::female;
  }
}

}  // namespace entente::extract
