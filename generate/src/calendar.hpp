#pragma once

#include <entente/core/date.hpp>

#include <cstdint>
#include <vector>

namespace entente::generate {

/// On which days occasions take place: 1990 to 2024, fewer at weekends, in August and at the turn of the year.
class Calendar {
 public:
  explicit Calendar(std::uint64_t num_events);

  [[nodiscard]] static Day first_day();
  [[nodiscard]] static Day last_day();

  /// The day of an event; later events are on the same or later days.
  [[nodiscard]] Day day_of(std::uint64_t event) const;

 private:
  std::vector<std::uint64_t> until_;  // how many events there are up to the end of each day
};

}  // namespace entente::generate
