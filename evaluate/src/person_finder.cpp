#include "person_finder.hpp"

#include "plain_words.hpp"

#include <algorithm>
#include <cstddef>

namespace entente {

namespace {

std::vector<std::string> plain_names(const GoldPerson& person) {
  std::vector<std::string> names{plain_words(person.name)};
  for (const std::string& alias : person.aliases) names.push_back(plain_words(alias));
  return names;
}

}  // namespace

KeysByName keys_by_name(const Gold& gold) {
  KeysByName keys;
  for (const GoldDocument& document : gold) {
    for (const GoldPerson& person : document.persons) {
      for (std::string& name : plain_names(person)) {
        if (num_words(name) > 1) keys[std::move(name)].insert(person.key);
      }
    }
  }
  return keys;
}

PersonFinder::PersonFinder(const GoldDocument& document, const KeysByName& everywhere)
    : document_(document), everywhere_(everywhere) {
  for (const GoldPerson& person : document.persons) names_.push_back(plain_names(person));
}

const GoldPerson* PersonFinder::find(std::string_view name) const {
  const std::string plain = plain_words(name);
  for (std::size_t index = 0; index < names_.size(); ++index) {
    if (std::ranges::find(names_[index], plain) != names_[index].end()) return &document_.persons[index];
  }
  if (const auto elsewhere = everywhere_.find(plain); elsewhere != everywhere_.end()) {
    for (const std::string& key : elsewhere->second) {
      if (const GoldPerson* person = with_key(key)) return person;
    }
  }
  const GoldPerson* near = nullptr;
  for (std::size_t index = 0; index < names_.size(); ++index) {
    if (!compatible_names(plain, names_[index].front())) continue;
    if (near != nullptr) return nullptr;
    near = &document_.persons[index];
  }
  return near;
}

const GoldPerson* PersonFinder::with_key(std::string_view key) const {
  const auto found = std::ranges::find(document_.persons, key, &GoldPerson::key);
  return found == document_.persons.end() ? nullptr : &*found;
}

}  // namespace entente
