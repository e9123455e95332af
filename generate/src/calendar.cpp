#include "calendar.hpp"

#include "random_stream.hpp"

#include <algorithm>
#include <array>

namespace entente::generate {

namespace {

constexpr Day first_of_1990 = 7305;
constexpr Day last_of_2024 = 20088;

/// How much is going on, in parts of a hundred of a usual day.
std::uint64_t liveliness(Day day) {
  constexpr std::array<std::uint64_t, 12> months{85, 100, 105, 105, 115, 115, 85, 55, 115, 115, 110, 80};
  constexpr std::array<std::uint64_t, 7> weekdays{110, 120, 120, 115, 100, 30, 20};
  const Date date = Date::from_day(day);
  const bool holidays = (date.month() == 12 && date.day() >= 24) || (date.month() == 1 && date.day() <= 6);
  const std::uint64_t usual =
      months.at(static_cast<std::size_t>(date.month() - 1)) * weekdays.at(static_cast<std::size_t>(weekday(day))) / 100;
  return holidays ? usual / 5 : usual;
}

}  // namespace

Day Calendar::first_day() { return first_of_1990; }

Day Calendar::last_day() { return last_of_2024; }

Calendar::Calendar(std::uint64_t num_events) {
  std::vector<std::uint64_t> sums;
  std::uint64_t sum = 0;
  for (Day day = first_of_1990; day <= last_of_2024; ++day) {
    sum += liveliness(day);
    sums.push_back(sum);
  }
  for (const std::uint64_t part : sums) until_.push_back(num_events * part / sum);
}

Day Calendar::day_of(std::uint64_t event) const {
  return first_of_1990 + static_cast<Day>(std::ranges::upper_bound(until_, event) - until_.begin());
}

}  // namespace entente::generate
