#pragma once

#include <entente/core/event_graph.hpp>
#include <entente/core/huge_pages.hpp>
#include <entente/core/run.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace entente {

/// Who took part in which event, event after event.
struct ToldParticipations {
  std::vector<std::uint64_t> ends;        ///< [events]
  HugeVector<std::uint32_t> persons;      ///< [participations], dense ids; a person may stand twice in an event
  HugeVector<std::optional<Role>> roles;  ///< [participations]
};

/// The graph of events whose columns are in the order of their ids. `order` [events] tells which event of `told` each
/// is; empty where it is the same. Of a person who stands twice in one event, the told role stays; of two, the first of
/// the enumeration. O(participations).
[[nodiscard]] EventGraph assemble(PersonColumns persons, EventColumns events, const ToldParticipations& told,
                                  std::span<const std::uint32_t> order, const Run& run);

}  // namespace entente
