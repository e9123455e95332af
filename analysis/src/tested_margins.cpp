#include "tested_margins.hpp"

#include <algorithm>
#include <cmath>

namespace entente {

TestedMargins tested_margins(const EventGraph& graph, const ProjectionOptions& projection) {
  const std::vector<double> factors = event_factors(graph, projection);
  TestedMargins margins;
  margins.degrees.assign(graph.num_persons(), 0);
  for (std::size_t event = 0; event < graph.num_events(); ++event) {
    const auto participants = graph.participants_of(EventId(event));
    if (factors[event] <= 0 || participants.empty()) continue;
    margins.events.emplace_back(event);
    margins.sizes.push_back(static_cast<std::uint32_t>(participants.size()));
    for (const PersonId person : participants) ++margins.degrees[person.index()];
  }
  margins.num_active =
      static_cast<std::size_t>(std::ranges::count_if(margins.degrees, [](std::uint32_t degree) { return degree > 0; }));
  return margins;
}

double log_p_of(const LogTails& tails, Tail tail) {
  if (tail == Tail::upper) return tails.upper;
  if (tail == Tail::lower) return tails.lower;
  return std::min(0.0, std::log(2.0) + std::min(tails.upper, tails.lower));
}

}  // namespace entente
