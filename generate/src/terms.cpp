#include "terms.hpp"

#include "calendar.hpp"

#include <algorithm>

namespace entente::generate {

Terms::Terms(const Tables& tables, const Population& population, std::uint64_t seed) {
  for (std::uint32_t community = 0; community < population.communities().size(); ++community) {
    const Community& one = population.communities()[community];
    const std::vector<Office>& offices = tables.ministries[one.ministry].heads;
    const auto num_offices = static_cast<std::uint32_t>(offices.size());
    const std::uint32_t persons = one.end - one.begin;
    std::uint32_t reach = 0;
    for (std::uint32_t office = 0; office < num_offices; ++office) {
      RandomStream random(seed, Stage::terms, community, office);
      const auto [least, longest] = offices[office].years;
      const auto term_days = [&] {
        const std::uint32_t years = least + random.below32(longest - least + 1);
        return static_cast<Day>(years * 365 + random.below(180));
      };
      // The first term began before the corpus does.
      Day first = Calendar::first_day() - static_cast<Day>(random.below(static_cast<std::uint64_t>(least) * 365));
      for (std::uint32_t turn = 0; first <= Calendar::last_day(); ++turn) {
        const Day last = first + term_days() - 1;
        const std::uint32_t number = turn * num_offices + office;
        terms_.push_back({first, last, one.begin + number % persons});
        reach = std::max(reach, std::min(number + 1, persons));
        first = last + 1;
      }
      first_term_.push_back(static_cast<std::uint32_t>(terms_.size()));
    }
    first_office_.push_back(static_cast<std::uint32_t>(first_term_.size()) - 1);
    reach_.push_back(reach);
  }
}

std::span<const Term> Terms::of(std::uint32_t community, std::uint32_t office) const {
  const std::uint32_t row = first_office_[community] + office;
  return std::span(terms_).subspan(first_term_[row], first_term_[row + 1] - first_term_[row]);
}

std::uint32_t Terms::holder(std::uint32_t community, std::uint32_t office, Day day) const {
  const std::span<const Term> terms = of(community, office);
  return std::ranges::lower_bound(terms, day, {}, &Term::last)->person;
}

std::optional<std::uint32_t> Terms::office_of(std::uint32_t community, std::uint32_t begin, std::uint32_t person,
                                              Day day) const {
  if (person - begin >= reach_[community]) return std::nullopt;
  for (std::uint32_t office = 0; office < num_offices(community); ++office) {
    if (holder(community, office, day) == person) return office;
  }
  return std::nullopt;
}

}  // namespace entente::generate
