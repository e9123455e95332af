#include <entente/core/date.hpp>

#include <chrono>
#include <cstddef>

namespace entente {

namespace {

constexpr int any_leap_year = 2000;

int days_in_month(int year, int month) {
  using namespace std::chrono;
  const year_month_day_last last{std::chrono::year(year),
                                 month_day_last(std::chrono::month(static_cast<unsigned>(month)))};
  return static_cast<int>(static_cast<unsigned>(last.day()));
}

Day day_number(int year, int month, int day) {
  using namespace std::chrono;
  const year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                            std::chrono::day(static_cast<unsigned>(day))};
  return static_cast<Day>(sys_days(date).time_since_epoch().count());
}

// A part of exactly `width` digits; -1 where it is none.
int digits(std::string_view text, std::size_t begin, std::size_t width) {
  if (begin + width > text.size()) return -1;
  int value = 0;
  for (const char c : text.substr(begin, width)) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

void append_padded(std::string& text, int value, std::size_t width) {
  const std::string number = std::to_string(value);
  text.append(width - number.size(), '0');
  text += number;
}

}  // namespace

std::optional<Date> Date::parse(std::string_view text) {
  constexpr std::size_t length_of_year = 4;
  constexpr std::size_t length_with_month = 7;
  constexpr std::size_t length_with_day = 10;
  if (text.size() != length_of_year && text.size() != length_with_month && text.size() != length_with_day)
    return std::nullopt;
  const bool no_year = text.starts_with("XXXX");
  if (no_year && text.size() == length_of_year) return std::nullopt;
  const int year = no_year ? 0 : digits(text, 0, 4);
  if (year < 0 || (year == 0 && !no_year)) return std::nullopt;
  int month = 0;
  int day = 0;
  if (text.size() >= length_with_month) {
    month = digits(text, 5, 2);
    if (text[4] != '-' || month <= 0) return std::nullopt;
  }
  if (text.size() == length_with_day) {
    day = digits(text, 8, 2);
    if (text[7] != '-' || day <= 0) return std::nullopt;
  }
  return from_parts(year, month, day);
}

std::optional<Date> Date::from_parts(int year, int month, int day) {
  constexpr int last_year = 9999;
  if (year < 0 || year > last_year || month < 0 || month > 12 || day < 0) return std::nullopt;
  if (year == 0 && month == 0) return std::nullopt;
  if (month == 0 && day != 0) return std::nullopt;
  if (day > 0 && day > days_in_month(year == 0 ? any_leap_year : year, month)) return std::nullopt;
  return Date(year, month, day);
}

Date Date::from_day(Day day) {
  using namespace std::chrono;
  const year_month_day date{sys_days(days(day))};
  return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
          static_cast<int>(static_cast<unsigned>(date.day()))};
}

std::optional<Day> Date::first_day() const {
  if (!has_year()) return std::nullopt;
  return day_number(year_, has_month() ? month_ : 1, has_day() ? day_ : 1);
}

std::optional<Day> Date::last_day() const {
  if (!has_year()) return std::nullopt;
  const int month = has_month() ? month_ : 12;
  return day_number(year_, month, has_day() ? day_ : days_in_month(year_, month));
}

bool Date::contains(const Date& other) const {
  return (!has_year() || year_ == other.year_) && (!has_month() || month_ == other.month_) &&
         (!has_day() || day_ == other.day_);
}

std::string Date::to_string() const {
  std::string text;
  if (has_year()) {
    append_padded(text, year_, 4);
  } else {
    text = "XXXX";
  }
  if (has_month()) {
    text += '-';
    append_padded(text, month_, 2);
  }
  if (has_day()) {
    text += '-';
    append_padded(text, day_, 2);
  }
  return text;
}

int weekday(Day day) {
  constexpr int epoch_weekday = 3;  // 1970-01-01 was a Thursday
  return ((day % 7) + 7 + epoch_weekday) % 7;
}

}  // namespace entente
