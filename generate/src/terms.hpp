#pragma once

#include "population.hpp"

#include <entente/core/date.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace entente::generate {

/// A time for which somebody holds an office.
struct Term {
  Day first = 0;
  Day last = 0;
  std::uint32_t person = 0;
};

/// Who holds which office when. Each office of a ministry passes from one of its first persons to the next; at any time
/// it has one holder.
class Terms {
 public:
  Terms(const Tables& tables, const Population& population, std::uint64_t seed);

  /// The terms of an office of a community, one after the other.
  [[nodiscard]] std::span<const Term> of(std::uint32_t community, std::uint32_t office) const;
  [[nodiscard]] std::uint32_t num_offices(std::uint32_t community) const {
    return first_office_[community + 1] - first_office_[community];
  }
  [[nodiscard]] std::uint32_t holder(std::uint32_t community, std::uint32_t office, Day day) const;
  /// The office that a person of the community holds on a day.
  [[nodiscard]] std::optional<std::uint32_t> office_of(std::uint32_t community, std::uint32_t begin,
                                                       std::uint32_t person, Day day) const;

 private:
  std::vector<std::uint32_t> first_office_{0};  // of each community
  std::vector<std::uint32_t> first_term_{0};    // of each office
  std::vector<std::uint32_t> reach_;            // of each community: how many of its first persons ever hold an office
  std::vector<Term> terms_;
};

}  // namespace entente::generate
