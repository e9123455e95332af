#include "date_relation.hpp"

#include <algorithm>
#include <utility>

namespace entente {

namespace {

constexpr Day days_to_report = 3;      // an article tells of what happened this many days before at most,
constexpr Day days_to_look_back = 60;  // and where it leaves the year out, of what happened this long ago

bool agree(int a, int b) { return a == 0 || b == 0 || a == b; }

// A day without a year, told soon after the day that the other tells, is surely of that year.
bool year_is_clear(const ToldDate& told, const Date& date) {
  const std::optional<Day> day = date.first_day();
  return told.published && day && *told.published >= *day && *told.published - *day <= days_to_look_back;
}

bool published_after(const ToldDate& undated, const ToldDate& other) {
  if (!undated.published) return false;
  if (!other.date) return other.published && std::abs(*undated.published - *other.published) <= 1;
  if (!other.date->is_day()) return false;
  const Day day = *other.date->first_day();
  return day <= *undated.published && *undated.published - day <= days_to_report;
}

}  // namespace

std::optional<Date> combined(const Date& a, const Date& b) {
  if (!agree(a.year(), b.year()) || !agree(a.month(), b.month()) || !agree(a.day(), b.day())) return std::nullopt;
  return Date::from_parts(std::max(a.year(), b.year()), std::max(a.month(), b.month()), std::max(a.day(), b.day()));
}

DateRelation relate(const ToldDate& a, const ToldDate& b) {
  if (!a.date || !b.date) {
    const bool fits = (!a.date && published_after(a, b)) || (!b.date && published_after(b, a));
    return fits ? DateRelation::as_published : DateRelation::untold;
  }
  if (const std::optional<Date> both = combined(*a.date, *b.date)) {
    if (a.date->has_day() && b.date->has_day()) {
      if (a.date->is_day() && b.date->is_day()) return DateRelation::same_day;
      const ToldDate& yearless = a.date->has_year() ? b : a;
      return year_is_clear(yearless, *both) ? DateRelation::same_day : DateRelation::same_day_of_a_year;
    }
    const bool months = a.date->has_month() && b.date->has_month();
    return months ? DateRelation::same_month : DateRelation::same_year;
  }
  if (!a.date->is_day() || !b.date->is_day()) return DateRelation::contradictory;
  const bool a_is_later = *b.date < *a.date;
  const ToldDate& later = a_is_later ? a : b;
  const ToldDate& earlier = a_is_later ? b : a;
  const bool apart = *later.date->first_day() - *earlier.date->first_day() == 1;
  return apart && later.may_be_published ? DateRelation::day_apart : DateRelation::contradictory;
}

ToldDate together(const ToldDate& a, const ToldDate& b) {
  ToldDate both = a.date ? a : b;
  if (a.date && b.date) {
    const std::optional<Date> fuller = combined(*a.date, *b.date);
    both.date = fuller ? *fuller : std::min(*a.date, *b.date);
    // A day that one document tells although it was published on another is more than a date of publication; and days
    // drift no further than by one.
    both.may_be_published = fuller && a.may_be_published && b.may_be_published;
  }
  both.published = a.published && b.published ? std::min(*a.published, *b.published)
                   : a.published              ? a.published
                                              : b.published;
  return both;
}

}  // namespace entente
