#pragma once

#include <entente/analysis/poisson_binomial.hpp>
#include <entente/analysis/tie_tests.hpp>
#include <entente/core/event_graph.hpp>
#include <entente/core/projection.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace entente {

/// The margins of the events that a test looks at.
struct TestedMargins {
  std::vector<std::uint32_t> degrees;  ///< [num_persons]: how many of those events each person took part in
  std::vector<std::uint32_t> sizes;    ///< [tested events]: their participants
  std::vector<EventId> events;         ///< [tested events], ascending
  std::size_t num_active = 0;          ///< persons who took part in any
};

[[nodiscard]] TestedMargins tested_margins(const EventGraph& graph, const ProjectionOptions& projection);

/// ln of the p-value that the tail asks for.
[[nodiscard]] double log_p_of(const LogTails& tails, Tail tail);

}  // namespace entente
