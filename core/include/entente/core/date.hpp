#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace entente {

/// A day, counted from 1970-01-01 in the proleptic Gregorian calendar.
using Day = std::int32_t;

/// A date as precisely as it is told (EDTF, ISO 8601-2): `2024-01-18`, `2024-01`, `2024` or, without a year,
/// `XXXX-05-21`, `XXXX-05`. A partial date stays partial: it has a first and a last day only where a year is told.
class Date {
 public:
  /// Reads an EDTF date; empty where the text is none or names a day that does not exist (`2024-02-30`).
  /// `XXXX-02-29` exists. Years 0001–9999.
  [[nodiscard]] static std::optional<Date> parse(std::string_view text);
  /// The same from parts; 0 stands for "not told".
  [[nodiscard]] static std::optional<Date> from_parts(int year, int month, int day);
  /// A full date.
  [[nodiscard]] static Date from_day(Day day);

  /// Whether a year is told.
  [[nodiscard]] bool has_year() const { return year_ != 0; }
  /// Whether a month is told.
  [[nodiscard]] bool has_month() const { return month_ != 0; }
  /// Whether a day of the month is told.
  [[nodiscard]] bool has_day() const { return day_ != 0; }
  /// True if the date is one day of one year.
  [[nodiscard]] bool is_day() const { return has_year() && has_day(); }
  /// 1–9999; 0 where none is told.
  [[nodiscard]] int year() const { return year_; }
  /// 1–12; 0 where none is told.
  [[nodiscard]] int month() const { return month_; }
  /// 1–31; 0 where none is told.
  [[nodiscard]] int day() const { return day_; }

  /// The first day that the date can mean; empty without a year.
  [[nodiscard]] std::optional<Day> first_day() const;
  /// The last day that the date can mean; empty without a year.
  [[nodiscard]] std::optional<Day> last_day() const;

  /// True if every day that `other` can mean is one that this date can mean (`2024` contains `2024-01-18`).
  [[nodiscard]] bool contains(const Date& other) const;

  /// EDTF.
  [[nodiscard]] std::string to_string() const;

  /// A total order: by year, month, day, what is not told first.
  friend auto operator<=>(const Date&, const Date&) = default;

 private:
  friend class CompactDate;

  Date(int year, int month, int day)
      : year_(static_cast<std::int16_t>(year)),
        month_(static_cast<std::uint8_t>(month)),
        day_(static_cast<std::uint8_t>(day)) {}

  std::int16_t year_;
  std::uint8_t month_;
  std::uint8_t day_;
};

/// 0 = Monday … 6 = Sunday.
[[nodiscard]] int weekday(Day day);

}  // namespace entente
