#pragma once

#include <entente/core/date.hpp>

#include <cstdint>
#include <optional>
#include <string_view>

namespace entente {

/// When something happened, as one record tells it or several together do.
struct ToldDate {
  std::optional<Date> date = {};
  std::optional<Day> published = {};  ///< the first day on which a document told of it
  bool may_be_published = false;      ///< the date is a day on which its document was published, and may be no more
};

enum class DateRelation : std::uint8_t {
  same_day,
  same_day_of_a_year,  ///< the year stands in one of them only, or in none
  day_apart,           ///< where the later one may be no more than the date published
  same_month,
  same_year,
  as_published,  ///< one is not dated, and was published just after the other's day
  untold,
  contradictory,
};

[[nodiscard]] DateRelation relate(const ToldDate& a, const ToldDate& b);

/// What both together tell, where they do not contradict each other: of dates a day apart the earlier one.
[[nodiscard]] ToldDate together(const ToldDate& a, const ToldDate& b);

/// The date that has all parts that either tells; empty where they contradict each other.
[[nodiscard]] std::optional<Date> combined(const Date& a, const Date& b);

}  // namespace entente
