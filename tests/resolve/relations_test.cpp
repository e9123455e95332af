#include "date_relation.hpp"
#include "place_relation.hpp"

#include <catch2/catch.hpp>

using namespace entente;

namespace {

ToldDate told(const char* date, const char* published = "") {
  const std::optional<Date> day = Date::parse(published);
  ToldDate one{Date::parse(date), day ? day->first_day() : std::nullopt, false};
  one.may_be_published = one.date && day && *one.date == *day;
  return one;
}

}  // namespace

TEST_CASE("how two dates stand to each other", "[resolve][occasions]") {
  using enum DateRelation;
  const auto [a, b, expected] = GENERATE(table<ToldDate, ToldDate, DateRelation>({
      {told("2024-05-03"), told("2024-05-03"), same_day},
      {told("2024-05-03"), told("XXXX-05-03"), same_day_of_a_year},
      {told("2024-05-03"), told("XXXX-05-03", "2024-05-04"), same_day},
      {told("XXXX-05-03"), told("XXXX-05-03"), same_day_of_a_year},
      {told("2024-05-03"), told("2024-05-04", "2024-05-04"), day_apart},
      {told("2024-05-03"), told("2024-05-04", "2024-05-05"), contradictory},
      {told("2024-05-03", "2024-05-03"), told("2024-05-04"), contradictory},
      {told("2024-05-03"), told("2024-05-05", "2024-05-05"), contradictory},
      {told("2024-12-31"), told("2025-01-01", "2025-01-01"), day_apart},
      {told("2024-05-03"), told("2024-05"), same_month},
      {told("XXXX-05-03"), told("2024-05"), same_month},
      {told("2024-05-03"), told("2024-06"), contradictory},
      {told("2024-05-03"), told("2024"), same_year},
      {told("XXXX-05"), told("2024"), same_year},
      {told("2024-05-03"), told("2023"), contradictory},
      {told("XXXX-05-03"), told("XXXX-05-04"), contradictory},
      {told("2024-05-03"), told("", "2024-05-04"), as_published},
      {told("2024-05-03"), told("", "2024-05-07"), untold},
      {told("2024-05-03"), told("", "2024-05-02"), untold},
      {told("", "2024-05-03"), told("", "2024-05-04"), as_published},
      {told(""), told(""), untold},
  }));
  CHECK(relate(a, b) == expected);
  CHECK(relate(b, a) == expected);
}

TEST_CASE("two dates tell more together", "[resolve][occasions]") {
  CHECK(together(told("XXXX-05-03"), told("2024-05")).date == Date::parse("2024-05-03"));
  CHECK(together(told(""), told("2024")).date == Date::parse("2024"));
  const ToldDate apart = together(told("2024-05-04", "2024-05-04"), told("2024-05-03", "2024-05-03"));
  CHECK(apart.date == Date::parse("2024-05-03"));
  CHECK_FALSE(apart.may_be_published);  // days drift no further
}

TEST_CASE("how two places stand to each other", "[resolve][occasions]") {
  using enum PlaceRelation;
  const auto [a, b, expected] = GENERATE(table<std::string, std::string, PlaceRelation>({
      {"Ankara", "ankara", same_town},
      {"Washington", "Washington, D.C.", same_town},
      {"Zurich", "University of Zurich", same_town},
      {"Ankara", "Baku", other_town},
      {"Presidential Palace", "the Presidential Palace in Baku", same_venue},
      {"Presidential Palace", "Ankara", venue_and_town},
      {"airport", "Ankara", venue_and_town},
      {"Presidential Palace", "airport", other_venue},
      {"Foreign Ministry", "Defense Ministry", other_venue},
      {"Ministry of Defence", "administrative complex of the ministry", similar},
      {"American Embassy residence", "residence of the American ambassador", similar},
      {"Port Vila", "Ministry of Foreign Affairs", venue_and_town},
      {"Port of Spain", "Kingston", other_town},
      {"port of Odesa", "Odesa", same_town},
      {"Port of Odesa", "Kyiv", venue_and_town},
      {"", "Ankara", untold},
      {"Гянджа", "Гянджа", same_town},
  }));
  INFO(a << " / " << b);
  CHECK(relate(read_place(a), read_place(b)) == expected);
  CHECK(relate(read_place(b), read_place(a)) == expected);
}
