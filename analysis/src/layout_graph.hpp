#pragma once

#include <entente/analysis/layout.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace entente {

/// A part of a network, its persons numbered anew, as forces see it.
struct LayoutGraph {
  std::vector<std::uint64_t> offsets{0};  ///< [size + 1] into the arcs
  std::vector<std::uint32_t> neighbours;
  std::vector<float> pulls;   ///< how strongly each arc pulls
  std::vector<float> masses;  ///< [size], the number of ties and one more

  [[nodiscard]] std::size_t size() const { return masses.size(); }
  [[nodiscard]] std::span<const std::uint32_t> neighbours_of(std::size_t node) const {
    return std::span(neighbours).subspan(offsets[node], offsets[node + 1] - offsets[node]);
  }
  [[nodiscard]] std::span<const float> pulls_of(std::size_t node) const {
    return std::span(pulls).subspan(offsets[node], offsets[node + 1] - offsets[node]);
  }
};

/// The component that consists of `members`, ascending; `numbers` gives the place of each person among the members of
/// its component, and `unit` the weight that pulls by 1.
[[nodiscard]] LayoutGraph layout_graph(const PersonNetwork& net, std::span<const std::uint32_t> members,
                                       std::span<const std::uint32_t> numbers, double unit,
                                       const ForceAtlasOptions& options);

}  // namespace entente
