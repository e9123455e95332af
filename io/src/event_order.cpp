#include "event_order.hpp"

#include <algorithm>
#include <cstddef>

namespace entente {

EventOrder::EventOrder(const EventGraph& graph) {
  const std::size_t num_events = graph.num_events();
  const auto& dates = graph.events().date;
  events_.reserve(num_events);
  for (std::size_t row = 0; row < num_events; ++row) events_.emplace_back(row);
  std::ranges::stable_sort(events_, {}, [&](EventId event) { return dates[event.index()]; });
  places_.resize(num_events);
  for (std::size_t place = 0; place < num_events; ++place) {
    places_[events_[place].index()] = static_cast<std::uint32_t>(place);
  }
}

void EventOrder::sort(std::vector<EventId>& events) const {
  std::ranges::sort(events, {}, [this](EventId event) { return place_of(event); });
}

}  // namespace entente
