// Histories of pairs: the shared events of each are gathered by day, type and place, sorted, and read off.
//
// The interval of a ratio of rates needs one quantile of the beta distribution a limit; the upper limit is the inverse
// of the lower one with the two periods exchanged. Parallel over the pairs, each written by one thread. Memory: the
// result, and the shared events of one pair a thread.
#include <entente/analysis/pair_history.hpp>
#include <entente/core/error.hpp>
#include <entente/core/parallel.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <iterator>
#include <limits>
#include <string_view>
#include <utility>

#include <boost/math/special_functions/beta.hpp>
#include <fmt/format.h>

namespace entente {

namespace {

constexpr std::size_t histories_a_block = 64;
constexpr std::size_t min_intervals_for_burstiness = 5;
constexpr double half_of_doubt = 0.025;  // either side of an interval of 95 %

void require_history_options(const PairHistoryOptions& options) {
  if (options.window_days == 0) {
    throw Error(ErrorCode::bad_option, "the window is 0 days long; it must be at least 1");
  }
  if (options.as_of && !options.as_of->is_day()) {
    throw Error(ErrorCode::bad_option, "'" + options.as_of->to_string() + "' is no full date", {}, "write YYYY-MM-DD");
  }
}

std::optional<Day> first_dated_day(const EventGraph& graph) {
  std::optional<Day> first;
  for (const auto& date : graph.events().date) {
    if (date && date->is_day() && (!first || *date->first_day() < *first)) first = date->first_day();
  }
  return first;
}

/// The two periods that a trend compares, in whole days.
struct TrendPeriods {
  std::int64_t last_before;
  std::int64_t last_recent;
  double recent_days;
  double before_days;
};

std::optional<TrendPeriods> trend_periods(const EventGraph& graph, const PairHistoryOptions& options) {
  const std::optional<Day> first = first_dated_day(graph);
  if (!first) return std::nullopt;
  const std::int64_t as_of = options.as_of ? *options.as_of->first_day() : *graph.last_day();
  const std::int64_t last_before = as_of - options.window_days;
  if (last_before < *first) return std::nullopt;
  return TrendPeriods{last_before, as_of, static_cast<double>(options.window_days),
                      static_cast<double>(last_before - *first + 1)};
}

/// π/(1 − π) for the lower limit π of a binomial probability.
double lower_limit_of_odds(std::uint32_t successes, std::uint32_t failures) {
  if (successes == 0) return 0;
  // Doubles throughout: what a long double holds depends on the processor.
  using InDoubles = boost::math::policies::policy<boost::math::policies::promote_double<false>>;
  double complement = 0;
  const double limit = boost::math::ibeta_inv(static_cast<double>(successes), static_cast<double>(failures) + 1,
                                              half_of_doubt, &complement, InDoubles());
  return limit / complement;
}

std::optional<RateRatio> trend_of(const std::vector<Day>& days, const TrendPeriods& periods) {
  const auto until = [&days](std::int64_t last) { return std::ranges::upper_bound(days, last) - days.begin(); };
  RateRatio rates;
  rates.before = static_cast<std::uint32_t>(until(periods.last_before));
  rates.recent = static_cast<std::uint32_t>(until(periods.last_recent)) - rates.before;
  if (rates.recent + rates.before == 0) return std::nullopt;
  const double scale = periods.before_days / periods.recent_days;
  rates.lower = lower_limit_of_odds(rates.recent, rates.before) * scale;
  if (rates.before == 0) {
    rates.ratio = rates.upper = std::numeric_limits<double>::infinity();
  } else {
    rates.ratio = static_cast<double>(rates.recent) / static_cast<double>(rates.before) * scale;
    rates.upper = scale / lower_limit_of_odds(rates.before, rates.recent);
  }
  return rates;
}

double median_of_sorted(const std::vector<double>& values) {
  const std::size_t middle = values.size() / 2;
  return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

std::optional<double> burstiness_of(const std::vector<double>& intervals, double mean) {
  if (intervals.size() < min_intervals_for_burstiness || mean == 0) return std::nullopt;
  double squares = 0;
  for (const double interval : intervals) squares += (interval - mean) * (interval - mean);
  const auto n = static_cast<double>(intervals.size());
  const double r = std::sqrt(squares / n) / mean;
  const double above = std::sqrt(n + 1);
  const double below = std::sqrt(n - 1);
  return (above * r - below) / ((above - 2) * r + below);
}

/// Finds the key that is told most often; of several the one told last, then the least.
template <typename Key>
class UsualKey {
 public:
  void clear() { told_.clear(); }
  void add(const Key& key, const std::optional<Date>& date) { told_.emplace_back(key, date); }

  [[nodiscard]] std::optional<Key> find() {
    std::ranges::sort(told_);
    std::optional<Key> usual;
    std::pair<std::ptrdiff_t, std::optional<Date>> most;
    for (auto first = told_.begin(); first != told_.end();) {
      const auto end =
          std::find_if(first, told_.end(), [first](const auto& told) { return told.first != first->first; });
      const std::pair often_and_last(end - first, std::prev(end)->second);
      if (most < often_and_last) {
        most = often_and_last;
        usual = first->first;
      }
      first = end;
    }
    return usual;
  }

 private:
  std::vector<std::pair<Key, std::optional<Date>>> told_;
};

/// Writes one history after the other, in the same memory.
class HistoryWriter {
 public:
  HistoryWriter(const EventGraph& graph, const std::optional<TrendPeriods>& periods)
      : graph_(graph), periods_(periods) {}

  [[nodiscard]] PairHistory history_of(const RecurringPair& pair) {
    PairHistory history;
    gather(pair);
    tell_days(history);
    if (periods_) history.trend = trend_of(days_, *periods_);
    if (!pair.shared.empty()) {
      history.bilateral_share = static_cast<double>(bilateral_) / static_cast<double>(pair.shared.size());
    }
    history.usual_type = types_.find();
    history.usual_place = places_.find().value_or(std::string_view());
    return history;
  }

 private:
  void gather(const RecurringPair& pair) {
    days_.clear();
    types_.clear();
    places_.clear();
    bilateral_ = 0;
    for (const EventId event : pair.shared) add(event);
    std::ranges::sort(days_);
  }

  void add(EventId event) {
    const std::size_t row = event.index();
    if (row >= graph_.num_events()) {
      throw Error(ErrorCode::bad_option,
                  fmt::format("a pair shares the event {}, and there are {}", row, graph_.num_events()), {},
                  "give the events that the pairs were found in");
    }
    const std::optional<Date>& date = graph_.events().date[row];
    const std::string_view place = graph_.events().place[row];
    if (date && date->is_day()) days_.push_back(*date->first_day());
    types_.add(graph_.events().type[row], date);
    if (!place.empty()) places_.add(place, date);
    if (graph_.participants_of(event).size() == 2) ++bilateral_;
  }

  void tell_days(PairHistory& history) {
    if (days_.empty()) return;
    history.first_day = days_.front();
    history.last_day = days_.back();
    history.span_days = days_.back() - days_.front();
    if (days_.size() == 1) return;
    intervals_.resize(days_.size() - 1);
    std::transform(days_.begin() + 1, days_.end(), days_.begin(), intervals_.begin(), std::minus<>());
    std::ranges::sort(intervals_);
    const double mean = *history.span_days / static_cast<double>(intervals_.size());
    history.mean_interval = mean;
    history.median_interval = median_of_sorted(intervals_);
    history.burstiness = burstiness_of(intervals_, mean);
  }

  const EventGraph& graph_;
  const std::optional<TrendPeriods>& periods_;
  std::vector<Day> days_;
  std::vector<double> intervals_;
  UsualKey<EventType> types_;
  UsualKey<std::string_view> places_;
  std::size_t bilateral_ = 0;
};

}  // namespace

std::vector<PairHistory> pair_histories(const EventGraph& graph, std::span<const RecurringPair> pairs,
                                        const PairHistoryOptions& options, const Run& run) {
  require_history_options(options);
  const std::optional<TrendPeriods> periods = trend_periods(graph, options);
  std::vector<PairHistory> histories(pairs.size());
  for_blocks(run, pairs.size(), histories_a_block, [&](std::size_t begin, std::size_t end, std::size_t) {
    HistoryWriter writer(graph, periods);
    for (std::size_t i = begin; i < end; ++i) histories[i] = writer.history_of(pairs[i]);
  });
  return histories;
}

}  // namespace entente
