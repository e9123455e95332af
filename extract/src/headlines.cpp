#include "headlines.hpp"

#include <algorithm>

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
  if (name.parts.size() > person.parts.size()) {
    person.parts = name.parts;
    person.name = document.text_of(name.begin, name.end);
  }
}

}  // namespace

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
