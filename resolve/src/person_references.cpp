#include "person_references.hpp"

#include "office.hpp"

#include <entente/core/error.hpp>
#include <entente/core/suggestion.hpp>
#include <entente/core/unicode.hpp>

#include <algorithm>
#include <set>
#include <string>

namespace entente {

PersonReferences::PersonReferences(const Bearers& bearers, const NamedPersons& known)
    : bearers_(bearers), known_(known) {
  for (std::uint32_t person = 0; person < known.persons.size(); ++person) {
    person_of_id_.emplace(known.persons[person].id, person);
  }
}

MeantBearers PersonReferences::find(const PersonReference& reference) const {
  const auto person = person_of_id_.find(reference.text);
  if (reference.is_name || person == person_of_id_.end()) return find_name(reference);
  MeantBearers meant{.bearers = {}, .whole = true};
  for (std::uint32_t bearer = 0; bearer < bearers_.all.size(); ++bearer) {
    if (known_.person_of[bearer] == person->second) meant.bearers.push_back(bearer);
  }
  return meant;
}

bool PersonReferences::knows(const PersonReference& reference) const {
  return (!reference.is_name && person_of_id_.contains(reference.text)) || number_of_name(reference);
}

std::optional<std::size_t> PersonReferences::number_of_name(const PersonReference& reference) const {
  std::string folded = fold(reference.text);
  if (folded.empty()) folded = reference.text;
  const auto name = std::ranges::lower_bound(bearers_.names, folded);
  if (name == bearers_.names.end() || *name != folded) return std::nullopt;
  return static_cast<std::size_t>(name - bearers_.names.begin());
}

MeantBearers PersonReferences::find_name(const PersonReference& reference) const {
  const std::optional<std::size_t> found = number_of_name(reference);
  if (!found) fail_unknown(reference);
  const std::size_t number = *found;
  MeantBearers meant;
  std::set<std::string> persons;
  for (std::uint32_t bearer = bearers_.first_of_name[number]; bearer < bearers_.first_of_name[number + 1]; ++bearer) {
    const Bearer& one = bearers_.all[bearer];
    if (!reference.country.empty() && bearers_.countries[one.country] != reference.country) continue;
    if (!reference.position.empty() && one.office != office_of(reference.position)) continue;
    if (!reference.position.empty() && one.wording != 0 && bearers_.offices[one.wording] != fold(reference.position))
      continue;
    meant.bearers.push_back(bearer);
    persons.insert(known_.persons[known_.person_of[bearer]].id);
  }
  if (persons.empty()) {
    throw Error(ErrorCode::bad_corrections,
                "no '" + terminal_safe(reference.text) + "' is told of with that country and position",
                reference.place);
  }
  if (persons.size() > 1) {
    std::string ids;
    for (const std::string& id : persons) ids += (ids.empty() ? "'" : ", '") + id + "'";
    throw Error(ErrorCode::bad_corrections,
                "'" + terminal_safe(reference.text) + "' could be several persons: " + terminal_safe(ids),
                reference.place, "give the identifier, or {name, country, position}");
  }
  return meant;
}

void PersonReferences::fail_unknown(const PersonReference& reference) const {
  std::vector<std::string> candidates;
  if (!reference.is_name) {
    for (const FoundPerson& person : known_.persons) candidates.push_back(person.id);
  }
  for (const PersonForm& form : known_.forms) candidates.emplace_back(bearers_.told->names.text(form.name));
  throw Error(ErrorCode::bad_corrections,
              "nobody has the identifier or name '" + terminal_safe(reference.text) + "'" +
                  terminal_safe(did_you_mean(reference.text, candidates)),
              reference.place, "identifiers are those that resolving gives without corrections");
}

}  // namespace entente
