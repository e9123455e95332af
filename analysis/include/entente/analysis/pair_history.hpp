#pragma once

#include <entente/analysis/recurring_pairs.hpp>
#include <entente/core/date.hpp>
#include <entente/core/event_graph.hpp>
#include <entente/core/record.hpp>
#include <entente/core/run.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace entente {

/// How much more often something happened lately than before: (recent / recent days) / (before / days before).
/// The limits are those of the exact interval of 95 % of two Poisson rates, given their total: `recent` is binomial
/// with π = ρw/(ρw + v) for w recent days, v days before and the ratio ρ, and the limits of π are Clopper and
/// Pearson's (1934, doi:10.1093/biomet/26.4.404). They hold 1 where the two periods can have the same rate.
struct RateRatio {
  double ratio = 1;  ///< infinite where nothing happened before
  double lower = 0;  ///< 0 where nothing happened lately
  double upper = 0;  ///< infinite where nothing happened before
  std::uint32_t recent = 0;
  std::uint32_t before = 0;

  friend bool operator==(const RateRatio&, const RateRatio&) = default;
};

/// What the shared events of two persons tell about time and kind. Days, intervals, burstiness and trend are of the
/// events that are dated to the day; the others take part in shares, types and places only.
struct PairHistory {
  std::optional<Day> first_day;
  std::optional<Day> last_day;
  std::optional<Day> span_days;           ///< last − first; 0 for a single event
  std::optional<double> mean_interval;    ///< days between successive events, 0 on one day; empty below two events
  std::optional<double> median_interval;  ///< of an even number the mean of the middle two
  /// −1 for a regular series, 0 for random times, 1 where all intervals but one are 0: with r = σ/mean of the n
  /// intervals (σ² divided by n), (√(n+1)·r − √(n−1)) / ((√(n+1) − 2)·r + √(n−1)), the form of Kim & Jo (2016,
  /// doi:10.1103/PhysRevE.94.032311) of what Goh & Barabási (2008, doi:10.1209/0295-5075/81/48002) proposed. Empty
  /// below five intervals, and where all are 0.
  std::optional<double> burstiness;
  /// The last window, days (as_of − window, as_of], against the time from the first dated event of the graph until
  /// then. Empty where the pair has no dated event until `as_of`, or the window leaves no day before it.
  std::optional<RateRatio> trend;
  double bilateral_share = 0;  ///< of the shared events, those of exactly two participants; 0–1, 0 without events
  /// The most frequent; of equally frequent ones that of the latest event, then the first in the enumeration.
  std::optional<EventType> usual_type;
  /// The most frequent; of equally frequent ones that of the latest event, then the first by text. Empty if none is
  /// told.
  std::string usual_place;

  friend bool operator==(const PairHistory&, const PairHistory&) = default;
};

/// What the trend of a pair compares.
struct PairHistoryOptions {
  std::uint32_t window_days = 365;  ///< of the trend; at least 1
  std::optional<Date> as_of = {};   ///< of the trend: a full date; the last day of the corpus by default
};

/// The histories [pairs.size()] of `pairs`, which were found in `graph`, in the same order. The latest event is the
/// last by `Date`'s order, so that a date that is told less precisely comes before those that it contains. Time
/// O(events + Σ s log s) for s shared events of a pair; memory as the result, and s a thread. Throws `Error`
/// (`bad_option`) for a window of 0 days, an `as_of` that is no full date, or a pair with an event that `graph` does
/// not have. The result is the same for any number of threads.
[[nodiscard]] std::vector<PairHistory> pair_histories(const EventGraph& graph, std::span<const RecurringPair> pairs,
                                                      const PairHistoryOptions& options = {}, const Run& run = {});

}  // namespace entente
