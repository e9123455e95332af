#include "check_document.hpp"
#include "evidence_gatherer.hpp"

#include <entente/core/error.hpp>
#include <entente/io/network_document.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

namespace entente {

TieEvidence tie_evidence(const EventGraph& graph, PersonId a, PersonId b, bool quotes) {
  std::vector<EventId> events = graph.shared_events(a, b);
  const auto& dates = graph.events().date;
  std::ranges::stable_sort(events, {}, [&](EventId event) { return dates[event.index()]; });
  return EvidenceGatherer(graph, quotes).of(events);
}

void check_document(const NetworkDocument& document) {
  const std::size_t num_persons = document.network.num_persons();
  const auto require = [num_persons](std::size_t size, const std::string& what) {
    if (size == num_persons) return;
    throw Error(ErrorCode::bad_option, what + " has " + std::to_string(size) + " values for a network of " +
                                           std::to_string(num_persons) + " persons");
  };
  require(document.graph.num_persons(), "the event graph");
  for (const MeasureColumn& measure : document.measures)
    require(measure.values.size(), "the measure '" + measure.name + "'");
  if (!document.communities.empty()) require(document.communities.size(), "the list of communities");
  if (!document.positions.empty()) require(document.positions.size(), "the list of positions");
}

std::string ties_told(const NetworkDocument& document) {
  const std::uint64_t ties = document.network.num_ties();
  if (document.ties_left_out == 0) return "all " + std::to_string(ties);
  return "the backbone, " + std::to_string(ties) + " of " + std::to_string(ties + document.ties_left_out) +
         " (disparity filter, Serrano et al. 2009, significance 0.05)";
}

}  // namespace entente
