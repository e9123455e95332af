#include "person_names.hpp"

#include <algorithm>

namespace entente::generate {

namespace {

/// Streams of regions follow those of persons.
constexpr std::uint64_t region_stride = std::uint64_t{1} << 40U;

}  // namespace

PersonNames::PersonNames(const Tables& tables, const Population& population, double namesakes, std::uint64_t seed)
    : tables_(tables), population_(population), namesakes_(namesakes), seed_(seed) {
  std::vector<std::uint64_t> num_persons(tables.regions.size(), 0);
  for (const Community& community : population.communities()) {
    std::uint64_t& count = num_persons[tables.countries[community.country].region];
    offsets_.push_back(count);
    count += community.end - community.begin;
  }
  full_.reserve(population.num_persons());
  for (std::uint32_t person = 0; person < population.num_persons(); ++person) full_.push_back(parts(person).full());
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
  // A row of all given names takes each in another order; each given name goes through the surnames from a place of its
  // own, so that no pair comes twice, and those who share it bear unlike surnames as long as there are any.
  const std::uint64_t place = offsets_[community] + (one - whole.begin);
  const std::uint64_t num_given = region.given.size();
  const std::uint64_t row = place / num_given;
  const std::uint64_t turned = RandomStream(seed_, Stage::names, region_stride + number, row).below(num_given);
  const std::uint64_t given = (place + turned) % num_given;
  const std::uint64_t start =
      RandomStream(seed_, Stage::names, 2 * region_stride + number, given).below(region.surnames.size());
  NameParts parts{region.given[given], region.surnames[(row + start) % region.surnames.size()],
                  given >= region.num_male};
  // Should all pairs of names be taken, a second given name tells persons apart.
  for (std::uint64_t left = row / region.surnames.size(); left > 0; left /= num_given) {
    parts.given += " " + region.given[left % num_given];
  }
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
