#pragma once

#include <entente/core/event_graph.hpp>

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// Which labels several persons have, for readers that take the label of a node for its identity. 8 bytes a person.
class SharedLabels {
 public:
  /// Labels are compared as `append` writes them.
  SharedLabels(const EventGraph& graph, const std::function<void(std::string&, std::string_view)>& append);

  /// True if several persons have `label`, as it is written.
  [[nodiscard]] bool contains(std::string_view label) const;

 private:
  std::vector<std::uint64_t> hashes_;  // sorted
};

}  // namespace entente
