#pragma once

#include <entente/core/event_graph.hpp>
#include <entente/io/network_document.hpp>

#include <span>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace entente {

/// Makes the evidence of one tie after the other, in memory that it uses again.
class EvidenceGatherer {
 public:
  EvidenceGatherer(const EventGraph& graph, bool quotes) : graph_(graph), quotes_(quotes) {}

  /// Of the events that two persons share, by date; valid until the next call.
  [[nodiscard]] const TieEvidence& of(std::span<const EventId> by_date);

 private:
  [[nodiscard]] bool is_new(std::string_view document);

  const EventGraph& graph_;
  bool quotes_;
  TieEvidence evidence_{};
  std::vector<std::string_view> few_;  // documents seen, as long as it is quicker to look through them all
  std::unordered_set<std::string_view> many_;
};

}  // namespace entente
