#include "dates.hpp"

#include "spelling.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>
#include <utility>

namespace entente::extract {
namespace {

/// Offsets of weekdays: "last Monday", which is not today, and "Monday of last week".
constexpr int day_before = -1;
constexpr int week_before = -2;

/// The number that a token begins with ("16th" is 16), if all that follows its digits is an ordinal ending.
std::optional<int> number_of(const Document& document, std::uint32_t token) {
  if (token >= document.size() || document.tokens[token].kind != TokenKind::number) return std::nullopt;
  const auto text = document.raw(token);
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{}) return std::nullopt;
  const std::string_view rest(end, static_cast<std::size_t>(text.data() + text.size() - end));
  if (!rest.empty() && rest != "st" && rest != "nd" && rest != "rd" && rest != "th") return std::nullopt;
  return value;
}

std::optional<int> day_number(const Document& document, std::uint32_t token) {
  const auto value = number_of(document, token);
  return value && *value >= 1 && *value <= 31 ? value : std::nullopt;
}

/// "16-17", "17–20": the first and the last day.
std::optional<std::pair<int, int>> day_range(const Document& document, std::uint32_t token) {
  if (token >= document.size() || document.tokens[token].kind != TokenKind::number) return std::nullopt;
  const auto text = document.raw(token);
  const auto dash = text.find_first_not_of("0123456789");
  if (dash == std::string_view::npos || dash == 0 || dash > 2) return std::nullopt;
  const auto mark = text.substr(dash).starts_with("-") ? std::string_view("-") : std::string_view("–");
  if (!text.substr(dash).starts_with(mark)) return std::nullopt;
  const auto rest = text.substr(dash + mark.size());
  if (rest.empty() || rest.size() > 2 || rest.find_first_not_of("0123456789") != std::string_view::npos)
    return std::nullopt;
  std::pair<int, int> days;
  const auto first = text.substr(0, dash);
  std::from_chars(first.data(), first.data() + first.size(), days.first);
  std::from_chars(rest.data(), rest.data() + rest.size(), days.second);
  return days.first >= 1 && days.first < days.second && days.second <= 31 ? std::optional(days) : std::nullopt;
}

std::optional<int> year_number(const Document& document, std::uint32_t token) {
  const auto value = number_of(document, token);
  const bool plain = value && document.length(token) == 4;
  return plain && *value >= 1900 && *value < 2200 ? value : std::nullopt;
}

int month_at(const Document& document, std::uint32_t token) {
  if (token >= document.size()) return 0;
  const auto* match = document.find(token, Tag::month);
  return match == nullptr ? 0 : match->entry.value;
}

/// "2024-01-18", "18.01.2024", "10.05.24", "18/01/2024", and "1105-14-07-2020" behind the number of a release.
std::optional<DateWords> numeric_date(const Document& document, std::uint32_t token) {
  if (document.tokens[token].kind != TokenKind::number) return std::nullopt;
  auto text = document.raw(token);
  if (text.size() > 11 && text[text.size() - 11] == '-' && text[text.size() - 8] == '-')
    text.remove_prefix(text.size() - 10);
  if (text.size() < 8 || text.size() > 10) return std::nullopt;
  std::array<int, 3> parts{};
  std::size_t part = 0;
  char separator = 0;
  std::size_t first_digits = 0;
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      parts[part] = parts[part] * 10 + (c - '0');
      first_digits += part == 0 ? 1U : 0U;
    } else {
      if ((separator != 0 && c != separator) || part == 2) return std::nullopt;
      separator = c;
      ++part;
    }
  }
  if (part != 2 || (separator != '-' && separator != '.' && separator != '/')) return std::nullopt;
  DateWords words{.begin = token, .end = token + 1};
  if (first_digits == 4) {
    words.year = parts[0];
    words.month = parts[1];
    words.day = parts[2];
  } else {
    words.day = parts[0];
    words.month = parts[1];
    words.year = parts[2] < 100 ? 2000 + parts[2] : parts[2];
    if (words.month > 12) std::swap(words.day, words.month);
  }
  if (!Date::from_parts(words.year, words.month, words.day)) return std::nullopt;
  return words;
}

/// "12-April-2016", "27-Apr-2024": the month and the year stand in one word behind the day.
std::optional<DateWords> hyphenated_date(const Document& document, std::uint32_t token) {
  const auto day = day_number(document, token);
  if (!day || token + 2 >= document.size() || !document.is(token + 1, "-") || document.tokens[token + 1].space_before)
    return std::nullopt;
  const auto text = document.raw(token + 2);
  const auto hyphen = text.find('-');
  if (hyphen == std::string_view::npos || text.size() != hyphen + 5) return std::nullopt;
  DateWords words{.begin = token, .end = token + 3, .day = *day};
  for (const auto& entry : document.lexicon->meanings(Word::of(folded(text.substr(0, hyphen))))) {
    if (entry.tag == Tag::month) words.month = entry.value;
  }
  std::from_chars(text.data() + hyphen + 1, text.data() + text.size(), words.year);
  const bool fits = words.month != 0 && words.year >= 1900 && words.year < 2200;
  return fits ? std::optional(words) : std::nullopt;
}

/// "9/2018" behind a month.
std::optional<DateWords> day_and_year(const Document& document, std::uint32_t token) {
  if (token >= document.size() || document.tokens[token].kind != TokenKind::number) return std::nullopt;
  const auto text = document.raw(token);
  const auto slash = text.find('/');
  if (slash > 2 || text.size() != slash + 5) return std::nullopt;
  const auto day = text.substr(0, slash);
  const auto year = text.substr(slash + 1);
  DateWords words;
  std::from_chars(day.data(), day.data() + day.size(), words.day);
  std::from_chars(year.data(), year.data() + year.size(), words.year);
  const bool fits = words.day >= 1 && words.day <= 31 && words.year >= 1900 && words.year < 2200;
  return fits ? std::optional(words) : std::nullopt;
}

/// "27 Apr 07" at the end of a line: the year with two digits.
std::optional<int> short_year(const Document& document, std::uint32_t token) {
  constexpr int century = 50;
  const auto value = number_of(document, token);
  if (!value || document.length(token) != 2 || token + 1 >= document.size() || !document.tokens[token + 1].line_before)
    return std::nullopt;
  return *value < century ? 2000 + *value : 1900 + *value;
}

/// Takes ", 2024", "2024", "/2018", "last year", "of last year", "this year" behind a day or a month.
void take_year(const Document& document, DateWords& words) {
  auto next = words.end;
  if (document.is_any(next, Word(","), Word("/")) && year_number(document, next + 1)) ++next;
  if (const auto year = year_number(document, next)) {
    words.year = *year;
    words.end = next + 1;
    return;
  }
  if (const auto year = short_year(document, next); year && words.day != 0) {
    words.year = *year;
    words.end = next + 1;
    return;
  }
  if (document.is(next, ",") || document.is(next, "of") || document.is(next, "in")) ++next;
  if (document.is(next + 1, "year")) {
    if (document.is(next, "last")) {
      words.year_back = 1;
      words.end = next + 2;
    } else if (document.is(next, "this")) {
      words.end = next + 2;
    }
  }
}

/// "their 2019 meeting", "the 2018 Singapore summit": the year of the noun of meeting that it stands before.
bool is_year_of_noun(const Document& document, std::uint32_t token) {
  if (token == 0 || !year_number(document, token) ||
      !document.is_any(token - 1, Word("the"), Word("his"), Word("her"), Word("their"), Word("a"), Word("'s")))
    return false;
  for (auto i = token + 1; i < std::min(document.size(), token + 4); ++i) {
    if (document.has(i, Tag::noun)) return true;
    if (document.tokens[i].kind != TokenKind::word) return false;
  }
  return false;
}

std::optional<DateWords> relative_date(const Document& document, std::uint32_t token) {
  const auto* match = document.find(token, Tag::day_words);
  if (match == nullptr) return std::nullopt;
  const auto& meaning = document.lexicon->day_words(match->entry.value);
  DateWords words{.begin = token, .end = token + match->length, .anchor = meaning.anchor, .offset = meaning.offset};
  // "last year on May 1" and "January last year" are one date.
  if (words.anchor == Anchor::year && document.is(words.end, "on")) {
    if (auto inner = date_at(document, words.end + 1); inner && inner->anchor == Anchor::calendar && inner->year == 0) {
      inner->begin = token;
      inner->year_back = -meaning.offset;
      return inner;
    }
  }
  return words;
}

/// The month or, where it lies in two of them, the year of the week of `day`, up to `today`.
std::optional<Date> within(Day day, Day today) {
  const auto first = Date::from_day(day - weekday(day));
  const auto last = Date::from_day(std::min(day - weekday(day) + 6, today));
  if (first.year() != last.year()) return std::nullopt;
  return Date::from_parts(first.year(), first.month() == last.month() ? first.month() : 0, 0);
}

}  // namespace

std::optional<DateWords> read_date(const Document& document, std::uint32_t token) {
  if (auto words = numeric_date(document, token)) return words;
  if (auto words = relative_date(document, token)) return words;
  if (auto words = hyphenated_date(document, token)) return words;
  if (const int month = month_at(document, token); month != 0) {
    DateWords words{.begin = token, .end = token + 1, .month = month};
    // "May" and "March" are other words as well, and "Jan Holm" is a name.
    const bool name = document.has(token, Tag::given) && !document.tokens[token].abbreviation &&
                      token + 1 < document.size() && document.tokens[token + 1].capital;
    const bool doubtful = name || document.is_any(token, Word("may"), Word("march"));
    const bool comma = document.is(words.end, ",") && day_number(document, words.end + 1) &&
                       document.is(words.end + 2, ",") && year_number(document, words.end + 3);
    if (comma) ++words.end;  // "October, 13, 2021"
    if (const auto day = day_number(document, words.end)) {
      words.day = *day;
      ++words.end;
    } else if (const auto joined = day_and_year(document, words.end)) {
      words.day = joined->day;
      words.year = joined->year;
      ++words.end;
      return words;
    }
    // "October 8 to 11"
    if (const auto last = day_number(document, words.end + 1); last && words.day != 0 && *last > words.day &&
                                                               document.is_any(words.end, Word("to"), Word("–")) &&
                                                               !document.has(words.end + 2, Tag::month)) {
      words.first_day = words.day;
      words.last_day = *last;
      words.day = 0;
      words.end += 2;
    }
    if (const auto days = day_range(document, words.end); days && words.day == 0) {
      words.first_day = days->first;
      words.last_day = days->second;
      ++words.end;
    }
    take_year(document, words);
    const bool introduced = token > 0 && (document.is(token - 1, "in") || document.is(token - 1, "of") ||
                                          document.is(token - 1, "last") || document.is(token - 1, "since") ||
                                          document.is(token - 1, "this") || document.is(token - 1, "early") ||
                                          document.is(token - 1, "late") || document.is(token - 1, "mid"));
    if (doubtful && words.day == 0 && words.last_day == 0 && words.year == 0 && words.year_back == 0 && !introduced)
      return std::nullopt;
    return words;
  }
  if (const auto day = day_number(document, token)) {
    auto next = token + 1;
    if (document.is_any(next, Word("of"), Word("."))) ++next;  // "the 15th of May", "15. May"
    if (const int month = month_at(document, next); month != 0) {
      DateWords words{.begin = token, .end = next + 1, .month = month, .day = *day};
      take_year(document, words);
      return words;
    }
  }
  // "8 to 11 October"
  if (const auto first = day_number(document, token); first && document.is_any(token + 1, Word("to"), Word("–"))) {
    const auto last = day_number(document, token + 2);
    const int month = last ? month_at(document, token + 3) : 0;
    if (month != 0 && *first < *last) {
      DateWords words{.begin = token, .end = token + 4, .month = month, .first_day = *first, .last_day = *last};
      take_year(document, words);
      return words;
    }
  }
  if (const auto days = day_range(document, token)) {
    if (const int month = month_at(document, token + 1); month != 0) {
      DateWords words{
          .begin = token, .end = token + 2, .month = month, .first_day = days->first, .last_day = days->second};
      take_year(document, words);
      return words;
    }
  }
  if (const auto* match = document.find(token, Tag::weekday)) {
    auto next = token + 1;
    if (document.is(next, ",") || document.is(next, "(") || document.is(next, "morning")) ++next;
    if (auto inner = date_at(document, next); inner && inner->anchor == Anchor::calendar && inner->day != 0) {
      inner->begin = token;
      return inner;
    }
    DateWords words{.begin = token, .end = token + 1, .anchor = Anchor::weekday, .weekday = match->entry.value};
    const auto last = words.end + (document.is(words.end, "of") ? 1U : 0U);
    if (document.is(last, "last") && document.is(last + 1, "week")) {
      words.offset = week_before;
      words.end = last + 2;
    } else if (token > 0 && document.is_any(token - 1, Word("last"), Word("past"))) {
      words.offset = day_before;
    }
    return words;
  }
  if (const auto year = year_number(document, token);
      year && token > 0 && (document.is(token - 1, "in") || document.is(token - 1, "since"))) {
    return DateWords{.begin = token, .end = token + 1, .year = *year};
  }
  if (is_year_of_noun(document, token))
    return DateWords{.begin = token, .end = token + 1, .year = *year_number(document, token)};
  return std::nullopt;
}

std::optional<Date> resolve(const DateWords& words, const std::optional<Date>& base,
                            const std::optional<Date>& current) {
  const bool base_day = base && base->is_day();
  const auto shifted = [](const std::optional<Date>& from, int days) -> std::optional<Date> {
    if (!from) return std::nullopt;
    if (const auto day = from->first_day(); from->is_day() && day) return Date::from_day(*day + days);
    if (days == 0) return from;
    if (!from->has_year() && from->has_day()) {
      // Within one month a day without a year can still be counted from.
      return Date::from_parts(0, from->month(), from->day() + days);
    }
    return std::nullopt;
  };
  switch (words.anchor) {
    case Anchor::published:
      return shifted(base, words.offset);
    case Anchor::current:
      return shifted(current ? current : base, words.offset);
    case Anchor::weekday: {
      if (!base_day) return std::nullopt;
      const Day day = *base->first_day();
      if (words.offset == week_before) return Date::from_day(day - weekday(day) - 7 + words.weekday);
      int back = (weekday(day) - words.weekday + 7) % 7;
      if (words.offset == day_before && back == 0) back = 7;
      return Date::from_day(day - back);
    }
    case Anchor::week:
      return base_day ? within(*base->first_day() + words.offset * 7, *base->first_day()) : std::nullopt;
    case Anchor::month: {
      if (!base || !base->has_year() || !base->has_month()) return std::nullopt;
      const int months = base->year() * 12 + base->month() - 1 + words.offset;
      return Date::from_parts(months / 12, months % 12 + 1, 0);
    }
    case Anchor::year:
      if (!base || !base->has_year()) return std::nullopt;
      return Date::from_parts(base->year() + words.offset, 0, 0);
    case Anchor::calendar:
      break;
  }
  int year = words.year;
  const bool yearless = !base || !base->has_year();
  if (year == 0 && yearless && current && current->has_year()) year = current->year();
  if (year == 0 && !yearless) {
    year = base->year() - words.year_back;
    if (words.year_back == 0 && base->has_month()) {
      // A month or day that has not come yet is one of the year before; a few days ahead are an announcement's.
      const bool later = words.month > base->month() + (base->month() == 12 ? 0 : 1) ||
                         (words.month > base->month() && words.day == 0);
      if (later) --year;
    }
  }
  // Of several days the one published, where it is one of them.
  const bool among = words.last_day != 0 && base_day && base->year() == year && base->month() == words.month &&
                     base->day() >= words.first_day && base->day() <= words.last_day;
  if (among) return base;
  return Date::from_parts(year, words.month, words.day);
}

}  // namespace entente::extract
