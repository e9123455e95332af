#pragma once

#include <entente/core/date.hpp>
#include <entente/core/event_graph.hpp>
#include <entente/core/ids.hpp>
#include <entente/core/person_network.hpp>
#include <entente/core/projection.hpp>
#include <entente/core/run.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace entente {

/// Two persons who meet, and the events that show it.
struct RecurringPair {
  PersonId a;  ///< a < b
  PersonId b;
  std::uint32_t events = 0;   ///< shared events (occasions)
  std::uint32_t reports = 0;  ///< documents that tell of them
  double weight = 0;          ///< of their tie
  std::optional<Date> first;  ///< of the shared events with a year
  std::optional<Date> last;
  std::vector<EventId> shared;  ///< the shared events, ascending

  friend bool operator==(const RecurringPair&, const RecurringPair&) = default;
};

struct RecurringPairsOptions {
  std::uint32_t min_events = 1;  ///< leave out pairs with fewer shared events; at least 1
  std::size_t top = 0;           ///< only this many pairs, the first in order; 0: all
  /// [num_ties] in the order of `net.ties()`: what pairs are ordered by before all else, the least first; NaN leaves a
  /// pair out. Empty: nothing goes before the number of events.
  std::span<const double> order = {};
  /// As `net` was projected: events whose factor is 0 there made no tie, and are not listed here.
  ProjectionOptions projection = {};
};

/// Who meets whom most often: the ties of `net`, a projection of `graph`, by `order` if there is one, by descending
/// number of shared events, then by descending weight, then by ascending ids. Empty where nobody met. Weights are
/// compared rounded to 12 significant digits. Time O(m log top) and the shared events of those returned; memory as the
/// result. Throws `Error`
/// (`bad_option`) where `net` and `graph` have different numbers of persons, where `order` is not as long as there are
/// ties, or for `min_events` = 0. The result is the
/// same for any number of threads.
[[nodiscard]] std::vector<RecurringPair> recurring_pairs(const EventGraph& graph, const PersonNetwork& net,
                                                         const RecurringPairsOptions& options = {},
                                                         const Run& run = {});

}  // namespace entente
