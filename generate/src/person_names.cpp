#include "person_names.hpp"

#include <algorithm>

namespace entente::generate {

PersonNames::PersonNames(const Tables& tables, const Population& population, double namesakes, std::uint64_t seed)
    : tables_(tables), population_(population), namesakes_(namesakes), seed_(seed) {
  std::vector<std::uint64_t> num_persons(tables.regions.size(), 0);
  for (const Community& community : population.communities()) {
    std::uint64_t& count = num_persons[tables.countries[community.country].region];
    offsets_.push_back(count);
    count += community.end - community.begin;
  }
  for (std::size_t region = 0; region < num_persons.size(); ++region) {
    const std::uint64_t plain = tables.regions[region].given.size() * tables.regions[region].surnames.size();
    const std::uint64_t times = std::max<std::uint64_t>(1, (num_persons[region] + plain - 1) / plain);
    orders_.emplace_back(plain * times, scrambled(seed ^ scrambled(region + 77)));
  }
}

const NameRegion& PersonNames::region_of(std::uint32_t person) const {
  const Community& community = population_.communities()[population_.community_of(person)];
  return tables_.regions[tables_.countries[community.country].region];
}

bool PersonNames::is_namesake(std::uint32_t person) const {
  return RandomStream(seed_, Stage::names, person, 1).chance(namesakes_);
}

std::uint32_t PersonNames::bearer(std::uint32_t person) const {
  if (namesakes_.parts() == 0 || !is_namesake(person)) return person;
  RandomStream random(seed_, Stage::names, person, 2);
  const auto country = [&](std::uint32_t one) {
    return population_.communities()[population_.community_of(one)].country;
  };
  const std::uint32_t other = random.below32(population_.num_persons());
  return country(other) == country(person) || is_namesake(other) ? person : other;
}

NameParts PersonNames::parts(std::uint32_t person) const {
  const std::uint32_t one = bearer(person);
  const std::uint32_t community = population_.community_of(one);
  const Community& whole = population_.communities()[community];
  const std::uint32_t number = tables_.countries[whole.country].region;
  const NameRegion& region = tables_.regions[number];
  const std::uint64_t place = orders_[number](offsets_[community] + (one - whole.begin));
  const std::uint64_t num_given = region.given.size();
  const std::uint64_t given = place % num_given;
  const std::uint64_t surname = place / num_given % region.surnames.size();
  const std::uint64_t beyond = place / num_given / region.surnames.size();
  NameParts parts{region.given[given], region.surnames[surname], given >= region.num_male};
  // Should all pairs of names be taken, a second given name tells persons apart.
  for (std::uint64_t left = beyond; left > 0; left /= num_given) parts.given += " " + region.given[left % num_given];
  if (parts.female && std::ranges::any_of(region.feminine,
                                          [&](const std::string& ending) { return parts.surname.ends_with(ending); })) {
    parts.surname += 'a';
  }
  return parts;
}

std::string PersonNames::middle(std::uint32_t person) const {
  const std::uint32_t one = bearer(person);
  const NameRegion& region = region_of(one);
  RandomStream random(seed_, Stage::names, one, 3);
  const bool female = parts(one).female;
  switch (region.second) {
    case SecondName::surname:
      return region.surnames[random.below(region.surnames.size())];
    case SecondName::patronymic: {
      std::string father = region.given[random.below(region.num_male)];
      if (father.ends_with("ei") || father.ends_with("ai") || father.ends_with("y")) father.pop_back();
      return father + region.patronymic[female ? 1 : 0];
    }
    case SecondName::given:
      break;
  }
  const std::size_t begin = female ? region.num_male : 0;
  const std::size_t end = female ? region.given.size() : region.num_male;
  return region.given[begin + random.below(end - begin)];
}

}  // namespace entente::generate
