#include "alias_table.hpp"
#include "calendar.hpp"
#include "permutation.hpp"
#include "powers.hpp"

#include <cmath>
#include <set>

#include <catch2/catch.hpp>

using namespace entente;
using namespace entente::generate;

TEST_CASE("powers agree with the library's", "[generate][oracle]") {
  for (const double x : {1e-9, 0.001, 0.3, 0.70710678, 0.99, 1.0, 1.01, 1.5, 2.0, 3.0, 1234.5, 1e12}) {
    for (const double y : {-2.0, -1.0 / 1.1, -0.7, 0.0, 0.5, 1.0, 1.2, 3.0}) {
      INFO(x << " to the " << y);
      CHECK(power(x, y) == Approx(std::pow(x, y)).epsilon(2e-14));
    }
  }
}

TEST_CASE("an alias table gives each item exactly its share", "[generate][property]") {
  RandomStream random(7, Stage::person, 0);
  for (const std::size_t size : {1U, 2U, 3U, 17U, 200U}) {
    std::vector<std::uint32_t> weights(size);
    for (std::uint32_t& weight : weights) weight = 1 + random.below32(1000);
    std::vector<std::uint64_t> limits(size);
    std::vector<std::uint32_t> others(size);
    const std::uint64_t total = fill_alias_table(weights, limits, others);
    // An item is drawn in `limits` of `total` cases of its own, and in what is left of those that name it.
    std::vector<std::uint64_t> cases(size, 0);
    for (std::size_t item = 0; item < size; ++item) {
      REQUIRE(limits[item] <= total);
      cases[item] += limits[item];
      cases[others[item]] += total - limits[item];
    }
    for (std::size_t item = 0; item < size; ++item) CHECK(cases[item] == std::uint64_t{weights[item]} * size);
  }
}

TEST_CASE("a permutation has every number once", "[generate][property]") {
  for (const std::uint64_t size : {1U, 2U, 3U, 64U, 65U, 1000U}) {
    const Permutation permutation(size, 5);
    std::set<std::uint64_t> seen;
    for (std::uint64_t item = 0; item < size; ++item) seen.insert(permutation(item));
    CHECK(seen.size() == size);
    CHECK(*seen.rbegin() == size - 1);
  }
}

TEST_CASE("random numbers are even, and differ by seed, stage and item", "[generate][property]") {
  std::set<std::uint64_t> firsts;
  for (std::uint64_t seed = 0; seed < 10; ++seed) {
    for (std::uint64_t item = 0; item < 100; ++item) {
      firsts.insert(RandomStream(seed, Stage::person, item).next());
      firsts.insert(RandomStream(seed, Stage::names, item).next());
    }
  }
  CHECK(firsts.size() == 2000);
  RandomStream random(1, Stage::person, 0);
  std::vector<double> counts(10, 0.0);
  for (int draw = 0; draw < 100'000; ++draw) ++counts[random.below(10)];
  double chi_square = 0.0;
  for (const double count : counts) chi_square += (count - 1e4) * (count - 1e4) / 1e4;
  CHECK(chi_square < 27.9);  // 0.1 % of even draws are beyond, with 9 degrees of freedom
}

TEST_CASE("there are fewer events in August, at weekends and at the turn of the year", "[generate]") {
  constexpr std::uint64_t events = 200'000;
  const Calendar calendar(events);
  std::vector<double> months(13, 0.0);
  std::vector<double> weekdays(7, 0.0);
  Day before = 0;
  double at_the_turn = 0.0;
  for (std::uint64_t event = 0; event < events; ++event) {
    const Day day = calendar.day_of(event);
    CHECK(day >= before);
    before = day;
    const Date date = Date::from_day(day);
    ++months[static_cast<std::size_t>(date.month())];
    ++weekdays[static_cast<std::size_t>(weekday(day))];
    if (date.month() == 12 && date.day() == 28) ++at_the_turn;
  }
  CHECK(Date::from_day(calendar.day_of(0)).year() == 1990);
  CHECK(Date::from_day(calendar.day_of(events - 1)).year() == 2024);
  CHECK(months[8] < 0.7 * months[9]);
  CHECK(weekdays[6] < 0.3 * weekdays[1]);
  CHECK(at_the_turn < months[9] / 30 / 2);
}
