#pragma once

#include "event_order.hpp"

#include <entente/core/event_graph.hpp>
#include <entente/core/ids.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace entente {

/// The events that one person shares with each of the persons of greater id. To go over all ties in this way costs Σ k²
/// over the events, as the projection does; to intersect the events of each pair would be quadratic for those who meet
/// many.
class TieEvents {
 public:
  /// Refers to both, which must live longer.
  TieEvents(const EventGraph& graph, const EventOrder& order) : graph_(graph), order_(order) {}

  void look_at(PersonId person);
  /// The events shared with `other`, by date; valid until the next call. Others must be asked for in ascending order.
  [[nodiscard]] std::span<const EventId> shared_with(PersonId other);

 private:
  const EventGraph& graph_;
  const EventOrder& order_;
  std::vector<std::uint64_t> meetings_;  // the other person above the event's place in the order
  std::vector<EventId> events_;
  std::size_t next_ = 0;
};

}  // namespace entente
