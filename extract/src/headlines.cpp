#include "headlines.hpp"

#include <algorithm>
#include <iterator>

namespace entente::extract {
namespace {

/// True if all words of the shorter name are in the longer one and the family name is the same.
bool may_be_same(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  const auto& longer = a.size() > b.size() ? a : b;
  const auto& shorter = a.size() > b.size() ? b : a;
  if (a.empty() || b.empty() || a.back() != b.back()) return false;
  return std::all_of(shorter.begin(), shorter.end(),
                     [&](const auto& part) { return std::find(longer.begin(), longer.end(), part) != longer.end(); });
}

void learn(const Document& document, const NameMention& name, Person& person) {
  for (const auto* title : {&name.before, &name.after}) {
    if (person.heads.empty() && !title->heads.empty() && !title->possessive && !title->plural) {
      person.heads = title->heads;
      person.office = title->office;
    }
    if (person.country.empty()) person.country = title->country;
    if (person.rank.empty()) person.rank = title->rank;
  }
  if (person.country.empty()) person.country = name.country;
  // "X Awaits Antony Blinken": in a headline the word before a name may be any.
  const bool whole = document.has(name.begin, Tag::given) || name.parts.front() == person.parts.front();
  if (whole && name.parts.size() > person.parts.size()) {
    person.parts = name.parts;
    person.name = document.text_of(name.begin, name.end);
  }
}

/// True if the text has "the" with an office of the title, and no name behind it.
bool calls_by_office(const Document& document, const Title& title) {
  for (const auto& sentence : document.sentences) {
    if (sentence.kind != SentenceKind::text) continue;
    for (auto i = sentence.begin; i + 2 < sentence.end; ++i) {
      if (!document.is(i, "the")) continue;
      const auto* head = document.find(i + 1, Tag::head);
      if (head != nullptr && document.lexicon->head(head->entry.value) == title.heads.front()) return true;
    }
  }
  return false;
}

bool shares_part(const NameMention& a, const NameMention& b) {
  return std::any_of(a.parts.begin(), a.parts.end(), [&](const auto& part) {
    return std::find(b.parts.begin(), b.parts.end(), part) != b.parts.end();
  });
}

}  // namespace

void add_office_holders(const Document& document, std::vector<NameMention>& names) {
  std::vector<NameMention> holders;
  for (auto& name : find_headline_names(document)) {
    const auto& title = name.before;
    if (title.heads.empty() || title.plural || !title.adjacent || name.parts.size() > 3) continue;
    const auto known = [&](const NameMention& other) { return shares_part(other, name); };
    if (std::any_of(names.begin(), names.end(), known) || std::any_of(holders.begin(), holders.end(), known)) continue;
    const bool held = std::any_of(names.begin(), names.end(), [&](const NameMention& other) {
      return other.before.heads.size() == 1 && other.before.heads.front() == title.heads.front();
    });
    if (!held && calls_by_office(document, title)) holders.push_back(std::move(name));
  }
  names.insert(names.end(), std::make_move_iterator(holders.begin()), std::make_move_iterator(holders.end()));
  std::stable_sort(names.begin(), names.end(),
                   [](const NameMention& a, const NameMention& b) { return a.begin < b.begin; });
}

bool announces_call(const Document& document) {
  for (const auto& sentence : document.sentences) {
    if (sentence.kind != SentenceKind::headline) continue;
    for (auto i = sentence.begin; i < sentence.end; ++i) {
      const auto* noun = document.find(i, Tag::noun);
      if (noun != nullptr && document.lexicon->event_word(noun->entry.value).type == EventType::call) return true;
    }
  }
  return false;
}

void learn_from_headlines(const Document& document, std::vector<Person>& persons) {
  for (const auto& name : find_headline_names(document)) {
    Person* only = nullptr;
    int count = 0;
    for (auto& person : persons) {
      if (!may_be_same(name.parts, person.parts)) continue;
      only = &person;
      ++count;
    }
    if (count == 1) learn(document, name, *only);
  }
}

}  // namespace entente::extract
