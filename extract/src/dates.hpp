#pragma once

#include "document.hpp"

#include <entente/core/date.hpp>

#include <optional>

namespace entente::extract {

/// A date as worded, tokens [begin, end).
struct DateWords {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  Anchor anchor = Anchor::calendar;
  int year = 0;
  int month = 0;
  int day = 0;
  int first_day = 0;  ///< of several days of a month: "September 16-17"
  int last_day = 0;   ///< 0 for a single day
  int weekday = -1;
  int offset = 0;     ///< of the anchors published, current, month and year
  int year_back = 0;  ///< 1 for "of last year"
};

/// The date that begins at `token`, a number or a word of the calendar, if any.
[[nodiscard]] std::optional<DateWords> read_date(const Document& document, std::uint32_t token);

/// The date that begins at `token`, if any.
[[nodiscard]] inline std::optional<DateWords> date_at(const Document& document, std::uint32_t token) {
  constexpr auto calendar = bit(Tag::month) | bit(Tag::weekday) | bit(Tag::day_words);
  const bool may_begin = token < document.size() &&
                         (document.tokens[token].kind == TokenKind::number || document.has_any(token, calendar));
  return may_begin ? read_date(document, token) : std::nullopt;
}

/// The EDTF date that the words mean. `base` is the date published, `current` the day that the text is at. A day or
/// month without a year is the last one up to `base`.
[[nodiscard]] std::optional<Date> resolve(const DateWords& words, const std::optional<Date>& base,
                                          const std::optional<Date>& current);

}  // namespace entente::extract
