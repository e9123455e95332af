#pragma once

#include <entente/core/event_graph.hpp>
#include <entente/core/run.hpp>

#include <cstdint>
#include <span>
#include <string_view>

namespace entente {

/// What becomes of a large event: one of more participants than make ties as they are. At a congress of thousands
/// nobody meets everybody; taken as a meeting it makes millions of ties.
enum class LargeEvents : std::uint8_t {
  leave_out,  ///< it makes no ties
  split,      ///< `split_large_events` was to make an event of each delegation; what is still large makes no ties
  weigh,      ///< with k participants, s the most of an event that is not large: its factor is multiplied by
              ///< s(s−1)/(k(k−1)), so that by the weight `count` it adds as much in all as an event of s
};
/// By value of `LargeEvents`, as studies and flags write them.
[[nodiscard]] std::span<const std::string_view> large_events_names();

/// The graph in which every event of more than `max_size` participants is replaced by one event for each of its
/// delegations of two or more: the participants of one country or, where none is told, of one organisation. Its
/// identifier is that of the event, a `/` and the country or organisation; all else is as of the event. Single
/// delegates, and those of whom neither is told, meet nobody there. O(participations); the graph as it is where no
/// event is large.
[[nodiscard]] EventGraph split_large_events(EventGraph graph, std::uint32_t max_size, const Run& run = {});

/// The large events of a graph; `max_size` 0: none is.
struct LargeEventCounts {
  std::uint64_t events = 0;    ///< of more than `max_size` participants
  std::uint32_t largest = 0;   ///< the participants of the largest event of all
  std::uint64_t meetings = 0;  ///< Σ k(k−1)/2 over all events
};
/// O(events).
[[nodiscard]] LargeEventCounts count_large_events(const EventGraph& graph, std::uint32_t max_size);

}  // namespace entente
