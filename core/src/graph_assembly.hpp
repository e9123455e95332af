#pragma once

#include <entente/core/event_graph.hpp>
#include <entente/core/huge_pages.hpp>
#include <entente/core/run.hpp>

#include <cstdint>
#include <optional>
#include <span>

namespace entente {

/// Who took part in which event, event after event.
struct ToldParticipations {
  HugeVector<std::uint64_t> offsets{0};   ///< [events + 1]
  HugeVector<PersonId> persons;           ///< [participations]; a person may stand twice in an event
  HugeVector<std::optional<Role>> roles;  ///< [participations]
};

/// The graph of events whose columns are in the order of their ids. `order` [events] tells which event of `told` each
/// is; empty where it is the same, and then nothing is copied. Of a person who stands twice in one event, the told role
/// stays; of two, the first of the enumeration. O(participations).
[[nodiscard]] EventGraph assemble(PersonColumns persons, EventColumns events, ToldParticipations told,
                                  std::span<const std::uint32_t> order, const Run& run);

}  // namespace entente
