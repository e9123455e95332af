#pragma once

#include <entente/core/date.hpp>
#include <entente/core/event_graph.hpp>
#include <entente/core/ids.hpp>
#include <entente/core/person_network.hpp>
#include <entente/core/projection.hpp>
#include <entente/core/run.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
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
  double expected = 0;  ///< shared events if each took part in as many, whichever: events of a · events of b / all
  double weight = 0;    ///< of their tie
  std::optional<Date> first;  ///< of the shared events with a year
  std::optional<Date> last;
  std::vector<EventId> shared;  ///< the shared events, ascending

  friend bool operator==(const RecurringPair&, const RecurringPair&) = default;
};

/// Which pairs are listed, and in which order.
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

/// How many pairs are listed, and how events make ties.
struct FirstPairsOptions {
  std::size_t top = 20;          ///< how many pairs; at least 1
  std::uint32_t min_events = 1;  ///< leave out pairs with fewer shared events; at least 1
  bool by_weight = false;        ///< order by descending weight before the number of events
  /// Only pairs for which this is true; called from several threads. Empty: all.
  std::function<bool(PersonId a, PersonId b)> keep = {};
  ProjectionOptions projection = {};
};

/// The first pairs, and what is known of the network that was not kept.
struct FirstPairs {
  std::vector<RecurringPair> pairs;
  std::uint64_t num_ties = 0;  ///< of the network that was not made
};

/// The first of what `recurring_pairs` finds in the projection of `graph`, without making that network: for corpora
/// whose ties would not fit into memory. O(Σ k²) time over the events, memory O(persons + top) a thread. Throws `Error`
/// (`bad_option`) for `top` or `min_events` = 0, and what `visit_ties` throws. The result is the same for any number of
/// threads.
[[nodiscard]] FirstPairs first_pairs(const EventGraph& graph, const FirstPairsOptions& options, const Run& run = {});

}  // namespace entente
