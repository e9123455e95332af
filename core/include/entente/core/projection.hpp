#pragma once

#include <entente/core/event_graph.hpp>
#include <entente/core/large_events.hpp>
#include <entente/core/person_network.hpp>
#include <entente/core/run.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string_view>

namespace entente {

/// How the events that two persons share become the weight (a strength) of their tie. With k participants and a factor
/// f for each event (1 unless options say otherwise), Σ over the shared events:
enum class Weight : std::uint8_t {
  count,       ///< Σ f
  newman,      ///< Σ f/(k−1): a person's strength is the number of events with company (Newman 2001,
               ///< doi:10.1103/PhysRevE.64.016132)
  fractional,  ///< Σ 2f/(k(k−1)): every event weighs 1 in all
  jaccard,     ///< Σ f over shared events / Σ f over events of either
  cosine,      ///< Σ f over shared events / √(Σ f of one · Σ f of the other)
  overlap,     ///< Σ f over shared events / min(Σ f of one, Σ f of the other)
};
/// By value of `Weight`, as studies and flags write them.
[[nodiscard]] std::span<const std::string_view> weight_names();

/// How shared events become the weight of a tie, and which events make ties at all.
struct ProjectionOptions {
  Weight weight = Weight::count;
  /// Factor of each event type, in the order of `EventType`, ≥ 0. Co-mentions are no meetings.
  std::array<double, 9> type_factors{1, 1, 1, 1, 1, 1, 1, 0, 1};
  /// An event this many days before `as_of` counts half; 0: time does not matter. Events that are not dated to the
  /// day then have the factor 0, as have events after `as_of`.
  double half_life_days = 0;
  std::optional<Date> as_of = {};    ///< a full date; the last day of the corpus by default
  std::uint32_t max_event_size = 0;  ///< events of more participants are large; 0: none is
  LargeEvents large_events = LargeEvents::leave_out;
  std::uint32_t min_events = 1;  ///< ties of fewer shared events are never made
  double min_weight = 0;         ///< nor are those of a smaller weight
  /// Nor are those of two persons and their number of shared events for which this is false; called from several
  /// threads, for one tie perhaps more than once.
  std::function<bool(PersonId, PersonId, std::uint32_t events)> keep = {};
  std::uint64_t max_ties = 500'000'000;  ///< refuse beyond
};

/// What a projection will cost.
struct ProjectionSize {
  std::uint64_t pair_incidences = 0;  ///< Σ k(k−1)/2 over the events
  std::uint64_t ties = 0;             ///< distinct pairs with a shared event
  std::uint64_t bytes = 0;            ///< memory of the network
};

/// Counts the ties without making them: O(Σ k²) time, O(persons) memory a thread.
[[nodiscard]] ProjectionSize projection_size(const EventGraph& graph, const Run& run = {});

/// The factor f of each event [num_events] under `options`. Throws `Error` (`bad_option`) for a negative factor or
/// half-life.
[[nodiscard]] std::vector<double> event_factors(const EventGraph& graph, const ProjectionOptions& options);

/// What each event [num_events] adds to the weight of the tie of each two participants, before jaccard, cosine and
/// overlap divide; 0 where it makes no ties. Throws as `event_factors` does.
[[nodiscard]] std::vector<double> event_amounts(const EventGraph& graph, const ProjectionOptions& options);

/// The network of who took part in events with whom. Events of factor 0 make no ties and are not in `events` either. Σ
/// k² time; no dense matrix. Sums run over shared events in ascending order: the result does not depend on the number
/// of threads. Throws `Error` (`limit_exceeded`) before it allocates more than `max_ties` ties.
[[nodiscard]] PersonNetwork project(const EventGraph& graph, const ProjectionOptions& options = {},
                                    const Run& run = {});

/// Is given the ties of one person with persons of greater ids, ascending, at least one; they are gone when it returns.
using VisitTies = std::function<void(const TieRow& row, std::size_t worker)>;

/// Calls `visit` for the rows of `project(graph, options)` without making that network: for what looks at every tie of
/// a corpus whose ties would not fit into memory. Rows come from several threads and in no order; `worker` <
/// `num_workers(run)` tells which scratch space is free. O(Σ k²) time, O(persons) memory a thread.
void visit_ties(const EventGraph& graph, const ProjectionOptions& options, const VisitTies& visit, const Run& run = {});

}  // namespace entente
