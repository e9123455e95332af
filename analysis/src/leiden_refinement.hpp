#pragma once

#include "leiden_network.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace entente {

/// A division of nodes, each part's together.
struct NodeGroups {
  HugeVector<std::uint32_t> group_of;    ///< [num_nodes]
  HugeVector<std::uint32_t> members;     ///< [num_nodes], by group
  std::vector<std::uint32_t> starts{0};  ///< [num_groups + 1] into members

  [[nodiscard]] std::size_t count() const { return starts.size() - 1; }
  [[nodiscard]] std::span<const std::uint32_t> members_of(std::size_t group) const {
    return std::span(members).subspan(starts[group], starts[group + 1] - starts[group]);
  }
};

/// The nodes by their labels, which are below the number of nodes: groups in the order of labels, members ascending.
[[nodiscard]] NodeGroups group_nodes(std::span<const std::uint32_t> labels);

struct LeidenRefinement {
  LeidenGain gain;
  double temperature = 0;  ///< of the choice of a part, in weight; 0: always the best
  std::uint64_t seed = 0;  ///< of the order of nodes and of choices
};

/// Divides each community into connected parts, joining single nodes to parts of the same community that are well tied
/// to the rest of it, likelier the more that gains. Parts of a community follow each other.
template <typename Ties>
[[nodiscard]] NodeGroups refine_communities(const LeidenLevel<Ties>& level, const NodeGroups& communities,
                                            const LeidenRefinement& refinement, Workers& workers);

/// The parts of communities between which there are no ties, in the same way.
template <typename Ties>
[[nodiscard]] NodeGroups connected_parts(const Ties& ties, const NodeGroups& communities, Workers& workers);

}  // namespace entente
