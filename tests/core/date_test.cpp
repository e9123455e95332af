#include <entente/core/date.hpp>

#include <string>

#include <catch2/catch.hpp>

using entente::Date;

TEST_CASE("an EDTF date is read and written back", "[core][date]") {
  const std::string text = GENERATE("2024-01-18", "2024-01", "2024", "XXXX-05-21", "XXXX-05", "0001-01-01",
                                    "9999-12-31", "2024-02-29", "XXXX-02-29");
  const auto date = Date::parse(text);
  REQUIRE(date);
  CHECK(date->to_string() == text);
}

TEST_CASE("what is no date is refused", "[core][date]") {
  const std::string text =
      GENERATE("", "2024-02-30", "2023-02-29", "2024-13", "2024-00-10", "2024-01-00", "24-01-18", "2024/01/18", "XXXX",
               "0000", "2024-1-8", "2024-01-18T00:00", "20240118", "-024", "2024-01-1x", "XXXX-02-30");
  CHECK_FALSE(Date::parse(text));
}

TEST_CASE("days are counted from 1970-01-01 in the Gregorian calendar", "[core][date]") {
  CHECK(Date::parse("1970-01-01")->first_day() == 0);
  CHECK(Date::parse("2000-03-01")->first_day() == 11017);
  CHECK(Date::parse("1969-12-31")->first_day() == -1);
  CHECK(Date::from_day(11017).to_string() == "2000-03-01");
}

TEST_CASE("a partial date has the first and last day that it can mean", "[core][date]") {
  const Date february = *Date::parse("2024-02");
  CHECK(Date::from_day(*february.first_day()).to_string() == "2024-02-01");
  CHECK(Date::from_day(*february.last_day()).to_string() == "2024-02-29");
  const Date year = *Date::parse("2023");
  CHECK(*year.last_day() - *year.first_day() == 364);
  CHECK_FALSE(Date::parse("XXXX-05-21")->first_day());
  CHECK_FALSE(Date::parse("XXXX-05-21")->is_day());
}

TEST_CASE("a date contains those that are more precise", "[core][date]") {
  const Date day = *Date::parse("2024-01-18");
  CHECK(Date::parse("2024")->contains(day));
  CHECK(Date::parse("2024-01")->contains(day));
  CHECK(Date::parse("XXXX-01-18")->contains(day));
  CHECK(day.contains(day));
  CHECK_FALSE(Date::parse("2024-02")->contains(day));
  CHECK_FALSE(day.contains(*Date::parse("2024")));
}

TEST_CASE("weekdays", "[core][date]") {
  CHECK(entente::weekday(*Date::parse("2024-12-23")->first_day()) == 0);
  CHECK(entente::weekday(*Date::parse("1969-12-28")->first_day()) == 6);
}
