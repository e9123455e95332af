#pragma once

#include <entente/core/event_graph.hpp>
#include <entente/core/ids.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace entente {

/// Events by date, undated ones first, those of one date by id. 8 bytes an event.
class EventOrder {
 public:
  explicit EventOrder(const EventGraph& graph);

  [[nodiscard]] std::uint32_t place_of(EventId event) const { return places_[event.index()]; }
  [[nodiscard]] EventId at(std::uint32_t place) const { return events_[place]; }
  /// `events` by date.
  void sort(std::vector<EventId>& events) const;

 private:
  std::vector<EventId> events_;
  std::vector<std::uint32_t> places_;
};

}  // namespace entente
