#include "person_ids.hpp"

#include <entente/core/unicode.hpp>

#include <algorithm>
#include <numeric>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace entente {

namespace {

std::string lower_ascii(std::string text) {
  std::ranges::transform(text, text.begin(),
                         [](char c) { return 'A' <= c && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return text;
}

class FreeIds {
 public:
  bool take(const std::string& id) { return taken_.insert(id).second; }

  std::string free_id(const FoundPerson& person) {
    std::string id = slug(person.usual);
    if (taken_.insert(id).second) return id;
    if (!person.country.empty()) {
      id += "-" + lower_ascii(person.country);
      if (taken_.insert(id).second) return id;
    }
    // Goes on where the last namesake ended: many of one name must not make it quadratic.
    for (std::uint64_t& number = last_number_.try_emplace(id, 1).first->second;;) {
      std::string numbered = id + "-" + std::to_string(++number);
      if (taken_.insert(numbered).second) return numbered;
    }
  }

 private:
  std::unordered_set<std::string> taken_;
  std::unordered_map<std::string, std::uint64_t> last_number_;
};

// The most participations; forms told in full before others; ties to the longest, then to the first by letters.
void choose_usual_names(const Bearers& bearers, const std::vector<PersonForm>& forms,
                        std::vector<FoundPerson>& persons) {
  const Interner& names = bearers.told->names;
  const auto rank = [&](const PersonForm& form) {
    const std::string_view text = names.text(form.name);
    return std::tuple(parse_name(fold_name(text)).num_full() >= 2, form.participations, text.size());
  };
  for (std::size_t begin = 0; begin < forms.size();) {
    std::size_t best = begin;
    std::size_t end = begin + 1;
    for (; end < forms.size() && forms[end].person == forms[begin].person; ++end) {
      if (rank(forms[best]) < rank(forms[end])) best = end;
    }
    persons[forms[begin].person].usual = names.text(forms[best].name);
    begin = end;
  }
}

void choose_countries(const Bearers& bearers, const std::vector<std::uint32_t>& person_of_bearer,
                      std::vector<FoundPerson>& persons) {
  std::vector<std::tuple<std::uint32_t, std::uint32_t, std::uint64_t>> told;  // person, country, participations
  for (std::size_t i = 0; i < bearers.all.size(); ++i) {
    if (bearers.all[i].country != 0) {
      told.emplace_back(person_of_bearer[i], bearers.all[i].country, bearers.all[i].participations);
    }
  }
  std::ranges::sort(told);
  std::uint64_t most = 0;
  std::uint64_t here = 0;
  for (std::size_t i = 0; i < told.size(); ++i) {
    const auto& [person, country, participations] = told[i];
    const bool same_person = i > 0 && std::get<0>(told[i - 1]) == person;
    if (!same_person) most = 0;
    here = same_person && std::get<1>(told[i - 1]) == country ? here + participations : participations;
    if (here <= most) continue;
    most = here;
    persons[person].country = bearers.countries[country];
  }
}

// By person, then text.
std::vector<PersonForm> forms_of(const Bearers& bearers, const std::vector<std::uint32_t>& person_of_bearer) {
  const Participations& told = *bearers.told;
  const std::vector<std::uint32_t> name_rank = ranks_of(told.names);
  std::vector<PersonForm> forms;
  forms.reserve(told.appearances.size());
  for (std::size_t i = 0; i < told.appearances.size(); ++i) {
    forms.push_back({person_of_bearer[bearers.of_appearance[i]], told.appearances[i].name, told.appearance_count[i]});
  }
  std::ranges::sort(forms, {}, [&](const PersonForm& form) { return std::pair(form.person, name_rank[form.name]); });
  std::vector<PersonForm> all;
  for (const PersonForm& form : forms) {
    if (!all.empty() && all.back().person == form.person && all.back().name == form.name) {
      all.back().participations += form.participations;
    } else {
      all.push_back(form);
    }
  }
  return all;
}

}  // namespace

std::vector<std::uint32_t> dense_persons(const std::vector<std::uint32_t>& root_of) {
  std::vector<std::uint32_t> dense(root_of.size());
  std::uint32_t num_persons = 0;
  for (std::uint32_t i = 0; i < root_of.size(); ++i) dense[i] = root_of[i] == i ? num_persons++ : dense[root_of[i]];
  return dense;
}

NamedPersons name_persons(const Bearers& bearers, std::vector<std::uint32_t> person_of, const FormerIds& former) {
  NamedPersons named;
  named.person_of = std::move(person_of);
  named.forms = forms_of(bearers, named.person_of);
  std::vector<FoundPerson>& persons = named.persons;
  persons.resize(named.person_of.empty() ? 0 : std::ranges::max(named.person_of) + std::size_t{1});
  FreeIds ids;
  for (const std::string& id : former.taken) ids.take(id);
  for (std::size_t person = 0; person < former.of_person.size(); ++person)
    persons[person].id = former.of_person[person];
  for (std::size_t i = 0; i < bearers.all.size(); ++i) {
    const Bearer& bearer = bearers.all[i];
    FoundPerson& person = persons[named.person_of[i]];
    person.participations += bearer.participations;
    if (bearer.earliest && (!person.earliest || *bearer.earliest < *person.earliest)) person.earliest = bearer.earliest;
    if (bearer.id == 0) continue;
    // Only where corrections divide whoever had one identifier can it be taken.
    if (person.id.empty() && ids.take(bearers.ids[bearer.id])) person.id = bearers.ids[bearer.id];
    if (person.id == bearers.ids[bearer.id]) person.id_given = true;
  }
  choose_usual_names(bearers, named.forms, persons);
  choose_countries(bearers, named.person_of, persons);
  std::vector<std::uint32_t> order(persons.size());
  std::iota(order.begin(), order.end(), 0U);
  std::erase_if(order, [&](std::uint32_t person) { return !persons[person].id.empty(); });
  std::ranges::sort(order, {}, [&](std::uint32_t i) {
    const FoundPerson& person = persons[i];
    return std::tuple(!person.earliest, person.earliest, std::string_view(person.usual), i);
  });
  for (const std::uint32_t person : order) persons[person].id = ids.free_id(persons[person]);
  return named;
}

}  // namespace entente
