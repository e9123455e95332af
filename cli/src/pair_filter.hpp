#pragma once

#include <entente/core/event_graph.hpp>
#include <entente/core/ids.hpp>

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace entente::cli {

/// Which pairs a table is about.
class PairFilter {
 public:
  /// `between` is empty or as AZ:TR, a pair of one country or organisation with another; `persons` are those of whom
  /// one must be in every pair, none: anybody.
  PairFilter(const EventGraph& graph, std::string_view between, std::span<const PersonId> persons);

  [[nodiscard]] bool keeps_all() const { return marks_.empty(); }
  [[nodiscard]] bool keeps(PersonId a, PersonId b) const;

 private:
  std::vector<std::uint8_t> marks_;  // [num_persons], or empty where all pairs are kept
};

}  // namespace entente::cli
