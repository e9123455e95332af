#include "toy_networks.hpp"

#include <entente/analysis/pair_history.hpp>
#include <entente/core/error.hpp>

#include <cmath>
#include <limits>
#include <random>
#include <span>
#include <tuple>

#include <catch2/catch.hpp>

using namespace entente;

namespace {

constexpr double no_limit = std::numeric_limits<double>::infinity();

struct Occasion {
  std::string date;
  std::vector<std::string> persons = {"ann", "bob"};
  EventType type = EventType::meeting;
  std::string place = {};
};

EventGraph graph_of(const std::vector<Occasion>& occasions) {
  std::vector<Record> records;
  for (const Occasion& occasion : occasions) {
    Record record;
    record.id = std::to_string(records.size());
    record.type = occasion.type;
    record.date = Date::parse(occasion.date);
    record.place = occasion.place;
    for (const std::string& person : occasion.persons) {
      Participant participant;
      participant.id = participant.name = person;
      record.participants.push_back(participant);
    }
    records.push_back(std::move(record));
  }
  return build_event_graph(records);
}

EventGraph graph_of_dates(const std::vector<std::string>& dates) {
  std::vector<Occasion> occasions;
  for (const std::string& date : dates) occasions.push_back({date});
  return graph_of(occasions);
}

EventGraph graph_of_days(const std::vector<Day>& days) {
  std::vector<std::string> dates;
  for (const Day day : days) dates.push_back(Date::from_day(day).to_string());
  return graph_of_dates(dates);
}

std::vector<PairHistory> all_histories(const EventGraph& graph, const PairHistoryOptions& options = {},
                                       const Run& run = {}) {
  return pair_histories(graph, recurring_pairs(graph, project(graph)), options, run);
}

/// Of up to four persons, of 900 days.
EventGraph random_occasions(std::size_t events, std::size_t persons) {
  std::mt19937_64 random(5);
  std::vector<Occasion> occasions(events);
  for (Occasion& occasion : occasions) {
    occasion.date = Date::from_day(19'000 + static_cast<Day>(random() % 900)).to_string();
    occasion.persons.clear();
    for (int i = 0; i < 4; ++i) occasion.persons.push_back("p" + std::to_string(random() % persons));
    occasion.type = random() % 2 == 0 ? EventType::call : EventType::visit;
    occasion.place = "place " + std::to_string(random() % 5);
  }
  return graph_of(occasions);
}

/// Of the pair that met most often.
PairHistory history(const EventGraph& graph, const PairHistoryOptions& options = {}) {
  return all_histories(graph, options).at(0);
}

std::optional<double> burstiness_of_intervals(const std::vector<Day>& intervals) {
  std::vector<Day> days{19'000};
  for (const Day interval : intervals) days.push_back(days.back() + interval);
  return history(graph_of_days(days)).burstiness;
}

Day day_of(const char* date) { return *Date::parse(date)->first_day(); }

/// Goes through the calendar day by day.
std::vector<double> intervals_by_calendar(const std::vector<Day>& days) {
  std::vector<double> intervals;
  Day since = *std::ranges::min_element(days);
  for (Day day = since; day <= *std::ranges::max_element(days); ++day) {
    for (auto i = std::ranges::count(days, day); i > 0; --i) {
      intervals.push_back(day - since);
      since = day;
    }
  }
  intervals.erase(intervals.begin());
  return intervals;
}

double mean_of(const std::vector<double>& values) {
  double sum = 0;
  for (const double value : values) sum += value;
  return sum / static_cast<double>(values.size());
}

/// B in terms of the variation of n intervals as mean of squares less square of the mean.
double burstiness_by_definition(const std::vector<double>& intervals) {
  std::vector<double> squares;
  for (const double interval : intervals) squares.push_back(interval * interval);
  const double mean = mean_of(intervals);
  const double r = std::sqrt(std::max(0.0, mean_of(squares) / (mean * mean) - 1));
  const auto n = static_cast<double>(intervals.size());
  return (std::sqrt(n + 1) * r - std::sqrt(n - 1)) / ((std::sqrt(n + 1) - 2) * r + std::sqrt(n - 1));
}

/// The pair's events in two periods, whose ends are marked by others.
struct TwoPeriods {
  std::uint32_t recent;
  std::uint32_t before;
  Day recent_days = 100;
  Day before_days = 100;
};

RateRatio trend(const TwoPeriods& periods) {
  const Day first = 10'000;
  const Day first_recent = first + periods.before_days;
  const auto on = [](Day day) { return Date::from_day(day).to_string(); };
  std::vector<Occasion> occasions{{on(first), {"cy"}}, {on(first_recent + periods.recent_days - 1), {"di"}}};
  for (std::uint32_t i = 0; i < periods.before; ++i) {
    occasions.push_back({on(first + static_cast<Day>(i) % periods.before_days)});
  }
  for (std::uint32_t i = 0; i < periods.recent; ++i) {
    occasions.push_back({on(first_recent + static_cast<Day>(i) % periods.recent_days)});
  }
  const auto window = static_cast<std::uint32_t>(periods.recent_days);
  return history(graph_of(occasions), {.window_days = window}).trend.value();
}

double share_of(double odds) { return std::isinf(odds) ? 1 : odds / (1 + odds); }

double binomial_tail(std::uint32_t from, std::uint32_t to, std::uint32_t total, double share) {
  double sum = 0;
  for (std::uint32_t k = from; k <= to; ++k) {
    const double ways = std::lgamma(total + 1.0) - std::lgamma(k + 1.0) - std::lgamma(total - k + 1.0);
    sum += std::exp(ways + k * std::log(share) + (total - k) * std::log1p(-share));
  }
  return sum;
}

/// Where a function that ascends from below 0 to above 0 is 0.
template <typename Function>
double bisect(const Function& function) {
  double low = 0;
  double high = 1;
  for (int i = 0; i < 100; ++i) {
    const double middle = (low + high) / 2;
    (function(middle) < 0 ? low : high) = middle;
  }
  return low;
}

}  // namespace

TEST_CASE("the history of a pair tells its days and the intervals between them", "[analysis]") {
  const PairHistory three = history(graph_of_dates({"2024-03-01", "2024-01-08", "2024-01-01", "2024-01-08"}));
  CHECK(three.first_day == day_of("2024-01-01"));
  CHECK(three.last_day == day_of("2024-03-01"));
  CHECK(three.span_days == 60);
  CHECK(three.mean_interval == 20.0);
  CHECK(three.median_interval == 7.0);
  CHECK_FALSE(three.burstiness);
  const PairHistory four =
      history(graph_of_dates({"2024-03-01", "2024-01-08", "2024-01-01", "2024-01-08", "2024-03-04"}));
  CHECK(four.mean_interval == 15.75);
  CHECK(four.median_interval == 5.0);
}

TEST_CASE("dates that are no full ones take no part in days, intervals and trend", "[analysis]") {
  const EventGraph graph = graph_of_dates({"2023", "2024-05", "XXXX-05-21", "", "2020-02-01", "2024-02-02"});
  const PairHistory all = history(graph, {.window_days = 10});
  CHECK(all.first_day == day_of("2020-02-01"));
  CHECK(all.span_days == 1462);
  CHECK(all.mean_interval == 1462.0);
  CHECK(all.trend.value().recent == 1);
  CHECK(all.trend.value().before == 1);
  CHECK(all.bilateral_share == 1);
}

TEST_CASE("a single dated event has a span and no interval", "[analysis]") {
  const PairHistory single = history(graph_of_dates({"2024-02-01", "2024"}));
  CHECK(single.first_day == single.last_day);
  CHECK(single.span_days == 0);
  CHECK_FALSE(single.mean_interval);
  CHECK_FALSE(single.median_interval);
  CHECK_FALSE(single.burstiness);
}

TEST_CASE("a pair without dates has type and place only", "[analysis]") {
  PairHistory expected;
  expected.bilateral_share = 0.5;
  expected.usual_type = EventType::visit;
  expected.usual_place = "Geneva";
  CHECK(history(graph_of({{"", {"ann", "bob", "cy"}, EventType::visit},
                          {"", {"ann", "bob"}, EventType::visit, "Geneva"}})) == expected);
}

TEST_CASE("burstiness of series that can be solved by hand", "[analysis]") {
  CHECK(burstiness_of_intervals({10, 10, 10, 10, 10}) == -1.0);
  CHECK(burstiness_of_intervals({30, 30, 30, 30, 30, 30, 30, 30}) == -1.0);
  // One pause: r = √(n − 1).
  CHECK(burstiness_of_intervals({0, 0, 9, 0, 0}).value() == Approx(1));
  CHECK(burstiness_of_intervals({400, 0, 0, 0, 0, 0, 0}).value() == Approx(1));
  // r² = (n − 1)/(n + 1), as n − 1 days at random between two others have it on average.
  CHECK(burstiness_of_intervals({1, 3, 1, 0, 1}).value() == Approx(0).margin(1e-12));
  // r = 1: (√6 − 2)/√6.
  CHECK(burstiness_of_intervals({1, 1, 6, 1, 1}).value() == Approx(1 - 2 / std::sqrt(6.0)));
  CHECK(burstiness_of_intervals({7, 7, 42, 7, 7}).value() == Approx(1 - 2 / std::sqrt(6.0)));
}

TEST_CASE("burstiness needs five intervals of which one is not 0", "[analysis]") {
  CHECK_FALSE(burstiness_of_intervals({10, 10, 10, 10}));
  CHECK_FALSE(burstiness_of_intervals({0, 0, 0, 0, 0, 0}));
  CHECK(burstiness_of_intervals({0, 0, 0, 0, 1}));
}

TEST_CASE("intervals and burstiness equal their definition", "[analysis][oracle]") {
  const auto seed = GENERATE(1U, 2U, 3U);
  const auto events = GENERATE(std::size_t{2}, std::size_t{6}, std::size_t{7}, std::size_t{80}, std::size_t{301});
  const auto range = GENERATE(40U, 4000U);
  std::mt19937_64 random(seed);
  std::vector<Day> days(events);
  for (Day& day : days) day = 18'000 + static_cast<Day>(random() % range);
  std::vector<double> intervals = intervals_by_calendar(days);
  REQUIRE(intervals.size() == events - 1);
  const PairHistory found = history(graph_of_days(days));
  CHECK(found.mean_interval.value() == Approx(mean_of(intervals)));
  CHECK(found.burstiness.has_value() == (events > 5));
  if (found.burstiness) CHECK(*found.burstiness == Approx(burstiness_by_definition(intervals)).epsilon(1e-9));
  std::ranges::sort(intervals);
  const double middle = (intervals[(events - 1) / 2] + intervals[(events - 2) / 2]) / 2;
  CHECK(found.median_interval == middle);
}

TEST_CASE("a trend compares the days of the window with those before", "[analysis]") {
  // Before: 1 January to 29 February 2024, 60 days; window: March, 31 days.
  const EventGraph graph = graph_of({{"2024-01-01", {"cy"}},
                                     {"2024-01-15"},
                                     {"2024-02-29"},
                                     {"2024-03-01"},
                                     {"2024-03-31"},
                                     {"2024-03-31"},
                                     {"2024-04-01"}});
  const RateRatio march = history(graph, {.window_days = 31, .as_of = Date::parse("2024-03-31")}).trend.value();
  CHECK(march.recent == 3);
  CHECK(march.before == 2);
  CHECK(march.ratio == Approx((3.0 / 31) / (2.0 / 60)));
  CHECK(march.lower < march.ratio);
  CHECK(march.ratio < march.upper);
  const RateRatio until_last = history(graph, {.window_days = 1}).trend.value();
  CHECK(until_last.recent == 1);
  CHECK(until_last.before == 5);
  CHECK(until_last.ratio == Approx(91.0 / 5));
}

TEST_CASE("limits of a trend hold the published ones of binomial shares", "[analysis][oracle]") {
  // Newcombe 1998 (doi:10.1002/(SICI)1097-0258(19980430)17:8<857::AID-SIM777>3.0.CO;2-E), table I, method 5.
  const auto [successes, total, lower, upper] = GENERATE(table<std::uint32_t, std::uint32_t, double, double>(
      {{81, 263, 0.2527, 0.3676}, {15, 148, 0.0578, 0.1617}, {0, 20, 0.0, 0.1684}, {1, 29, 0.0009, 0.1776}}));
  // Of periods of one length, the ratio of rates is the odds.
  const RateRatio rates = trend({.recent = successes, .before = total - successes});
  CHECK(share_of(rates.lower) == Approx(lower).margin(0.00005));
  CHECK(share_of(rates.upper) == Approx(upper).margin(0.00005));
}

TEST_CASE("limits of a trend leave 2.5 % of the binomial distribution on either side", "[analysis][oracle]") {
  const auto recent = GENERATE(0U, 1U, 2U, 17U, 250U);
  const auto before = GENERATE(1U, 3U, 40U, 900U);
  const auto [recent_days, before_days] = GENERATE(table<Day, Day>({{365, 365}, {30, 1000}, {700, 10}}));
  const RateRatio rates = trend({recent, before, recent_days, before_days});
  REQUIRE(rates.recent == recent);
  REQUIRE(rates.before == before);
  const double scale = static_cast<double>(before_days) / recent_days;
  CHECK(rates.ratio == Approx(scale * recent / before));
  const std::uint32_t total = recent + before;
  const double upper = bisect([&](double share) { return 0.025 - binomial_tail(0, recent, total, share); });
  CHECK(rates.upper == Approx(scale * upper / (1 - upper)).epsilon(1e-9));
  if (recent == 0) {
    CHECK(rates.lower == 0);
  } else {
    const double lower = bisect([&](double share) { return binomial_tail(recent, total, total, share) - 0.025; });
    CHECK(rates.lower == Approx(scale * lower / (1 - lower)).epsilon(1e-9));
  }
}

TEST_CASE("a trend from nothing has no upper limit", "[analysis]") {
  const RateRatio rates = trend({.recent = 4, .before = 0});
  CHECK(rates.ratio == no_limit);
  CHECK(rates.upper == no_limit);
  // π⁴ = 0.025.
  const double lower = std::pow(0.025, 0.25);
  CHECK(rates.lower == Approx(lower / (1 - lower)));
}

TEST_CASE("a trend to nothing is 0", "[analysis]") {
  const RateRatio rates = trend({.recent = 0, .before = 4});
  CHECK(rates.ratio == 0);
  CHECK(rates.lower == 0);
  const double upper = 1 - std::pow(0.025, 0.25);
  CHECK(rates.upper == Approx(upper / (1 - upper)));
}

TEST_CASE("a trend needs events and days before the window", "[analysis]") {
  const EventGraph graph = graph_of_dates({"2024-01-01", "2024-01-10"});
  CHECK(history(graph, {.window_days = 9}).trend);
  CHECK_FALSE(history(graph, {.window_days = 10}).trend);
  CHECK_FALSE(history(graph, {.window_days = std::numeric_limits<std::uint32_t>::max()}).trend);
  CHECK_FALSE(history(graph, {.window_days = 1, .as_of = Date::parse("2023-06-01")}).trend);
  const EventGraph observed_earlier = graph_of({{"2020-01-01", {"cy"}}, {"2024-01-10"}, {"2024"}});
  CHECK_FALSE(history(observed_earlier, {.window_days = 1, .as_of = Date::parse("2022-01-01")}).trend);
  CHECK(history(observed_earlier, {.window_days = 1, .as_of = Date::parse("2030-01-01")}).trend.value().ratio == 0);
}

TEST_CASE("the share of bilateral events", "[analysis]") {
  const std::vector<std::string> three{"ann", "bob", "cy"};
  CHECK(history(graph_of({{""}, {"", three}, {""}, {"", three}, {""}})).bilateral_share == 0.6);
  const auto histories = all_histories(graph_of({{"", three}}));
  REQUIRE(histories.size() == 3);
  CHECK(histories[2].bilateral_share == 0);
}

TEST_CASE("the usual type of equally frequent ones is that of the latest event", "[analysis]") {
  const auto type_of = [](const std::vector<std::tuple<EventType, std::string>>& told) {
    std::vector<Occasion> occasions;
    for (const auto& [type, date] : told) occasions.push_back({date, {"ann", "bob"}, type});
    return history(graph_of(occasions)).usual_type.value();
  };
  using enum EventType;
  CHECK(type_of({{call, "2024-01-01"}, {call, "2024-01-02"}, {visit, "2024-06-01"}}) == call);
  CHECK(type_of({{meeting, "2024-01-01"}, {visit, "2024-01-03"}, {call, "2024-01-02"}}) == visit);
  CHECK(type_of({{visit, "2020-01-01"}, {visit, "2024-01-04"}, {call, "2024-01-02"}, {call, "2024-01-03"}}) == visit);
  CHECK(type_of({{visit, "2024-01-02"}, {call, "2024-01-02"}}) == call);
  CHECK(type_of({{call, "2024-01"}, {visit, "2024-01-02"}}) == visit);
  CHECK(type_of({{call, ""}, {visit, "2020"}}) == visit);
  CHECK(type_of({{visit, ""}, {call, ""}}) == call);
}

TEST_CASE("the usual place of equally frequent ones is that of the latest event", "[analysis]") {
  const auto place_of = [](const std::vector<std::tuple<std::string, std::string>>& told) {
    std::vector<Occasion> occasions;
    for (const auto& [place, date] : told) {
      occasions.push_back({.date = date, .type = EventType::meeting, .place = place});
    }
    return history(graph_of(occasions)).usual_place;
  };
  CHECK(place_of({{"", "2024-01-01"}, {"", "2024-01-02"}}).empty());
  CHECK(place_of({{"", "2024-01-01"}, {"", "2024-01-02"}, {"Oslo", ""}}) == "Oslo");
  CHECK(place_of({{"Oslo", "2020-01-01"}, {"Oslo", "2020-01-02"}, {"Rome", "2024-01-01"}}) == "Oslo");
  CHECK(place_of({{"Oslo", "2024-01-01"}, {"Rome", "2024-01-02"}, {"Bern", "2023-01-01"}}) == "Rome");
  CHECK(place_of({{"Rome", "2024-01-01"}, {"Oslo", "2024-01-01"}}) == "Oslo");
}

TEST_CASE("histories of small sets", "[analysis]") {
  CHECK(all_histories(graph_of({})).empty());
  CHECK(all_histories(graph_of({{"2024-01-01", {"ann"}}})).empty());
  CHECK(pair_histories(graph_of_dates({"2024-01-01"}), {}).empty());
  CHECK(pair_histories(graph_of_dates({"2024-01-01"}), std::vector<RecurringPair>(1)) == std::vector<PairHistory>(1));
}

TEST_CASE("histories tell of the shared events that the pair names", "[analysis]") {
  const EventGraph graph = graph_of({{"2024-01-01"}, {"2024-01-05", {"ann", "bob"}, EventType::co_mention}});
  CHECK(history(graph).last_day == day_of("2024-01-01"));
}

TEST_CASE("histories of pairs refuse what does not fit", "[analysis][bad input]") {
  const EventGraph graph = graph_of_dates({"2024-01-01"});
  CHECK_THROWS_WITH(pair_histories(graph, {}, {.window_days = 0}), Catch::Contains("at least 1"));
  CHECK_THROWS_WITH(pair_histories(graph, {}, {.as_of = Date::parse("2024-01")}), Catch::Contains("no full date"));
  CHECK_THROWS_AS(pair_histories(graph, {}, {.as_of = Date::parse("XXXX-01-01")}), Error);
  RecurringPair pair;
  pair.shared = {EventId(0), EventId(1)};
  CHECK_THROWS_WITH(pair_histories(graph, std::vector{pair}), Catch::Contains("event 1, and there are 1"));
  pair.shared = {EventId::invalid()};
  CHECK_THROWS_AS(pair_histories(graph, std::vector{pair}), Error);
}

TEST_CASE("the history of a pair does not depend on the others", "[analysis][property]") {
  const EventGraph graph = random_occasions(200, 12);
  const auto pairs = recurring_pairs(graph, project(graph));
  const auto together = pair_histories(graph, pairs);
  REQUIRE(together.size() == 66);
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    CHECK(pair_histories(graph, std::span(pairs).subspan(i, 1)) == std::vector{together[i]});
  }
}

TEST_CASE("histories of pairs are the same for any number of threads", "[analysis][threads]") {
  const EventGraph graph = random_occasions(900, 40);
  const auto alone = all_histories(graph, {}, {.threads = 1});
  REQUIRE(alone.size() > 640);
  for (const unsigned threads : {2U, 3U, 8U}) CHECK(all_histories(graph, {}, {.threads = threads}) == alone);
}
