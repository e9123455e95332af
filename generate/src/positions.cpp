#include "positions.hpp"

namespace entente::generate {

namespace {

constexpr std::uint64_t days_in_a_post = 1500;

}  // namespace

Position position_of(const CorpusParts& parts, std::uint32_t person, Day day) {
  const std::uint32_t community = parts.population.community_of(person);
  const Community& one = parts.population.communities()[community];
  const Ministry& ministry = parts.tables.ministries[one.ministry];
  if (const auto office = parts.terms.office_of(community, one.begin, person, day)) {
    return {ministry.heads[*office].title, &ministry.heads[*office]};
  }
  const std::uint64_t moved = RandomStream(parts.options.seed, Stage::person, person).below(days_in_a_post);
  const std::uint64_t post = (static_cast<std::uint64_t>(day) + moved) / days_in_a_post;
  RandomStream random(parts.options.seed, Stage::person, person, post + 1);
  return {ministry.staff[random.below(ministry.staff.size())], nullptr};
}

const Country& country_of(const CorpusParts& parts, std::uint32_t person) {
  return parts.tables.countries[parts.population.communities()[parts.population.community_of(person)].country];
}

}  // namespace entente::generate
