#pragma once

#include <entente/core/event_graph.hpp>
#include <entente/core/ids.hpp>
#include <entente/io/network_document.hpp>

#include <span>
#include <utility>
#include <vector>

namespace entente {

/// The events that one person shares with each of the persons of greater id. To go over all ties in this way costs Σ k²
/// over the events, as the projection does; to intersect the events of each pair would be quadratic for those who meet
/// many.
class TieEvents {
 public:
  explicit TieEvents(const EventGraph& graph) : graph_(graph) {}

  void look_at(PersonId person);
  /// The events shared with `other`, ascending. Others must be asked for in ascending order.
  [[nodiscard]] std::span<const EventId> shared_with(PersonId other);

 private:
  const EventGraph& graph_;
  std::vector<std::pair<PersonId, EventId>> meetings_;
  std::vector<EventId> events_;
  std::size_t next_ = 0;
};

/// What a tie of these shared events stands on.
[[nodiscard]] TieEvidence evidence_of(const EventGraph& graph, std::span<const EventId> events, bool quotes);

/// Throws `Error` (`bad_option`) unless all parts of the document are about the same persons.
void check_document(const NetworkDocument& document);

}  // namespace entente
