#include "alias_table.hpp"

#include <numeric>

namespace entente::generate {

std::uint64_t fill_alias_table(std::span<const std::uint32_t> weights, std::span<std::uint64_t> limits,
                               std::span<std::uint32_t> others) {
  const std::size_t count = weights.size();
  const std::uint64_t total = std::accumulate(weights.begin(), weights.end(), std::uint64_t{0});
  std::vector<std::uint32_t> small;
  std::vector<std::uint32_t> large;
  for (std::uint32_t item = 0; item < count; ++item) {
    limits[item] = std::uint64_t{weights[item]} * count;
    others[item] = item;
    (limits[item] < total ? small : large).push_back(item);
  }
  // Each small item is filled up to the mean by a large one, which is left with what it did not give away.
  while (!small.empty() && !large.empty()) {
    const std::uint32_t poor = small.back();
    const std::uint32_t rich = large.back();
    small.pop_back();
    others[poor] = rich;
    limits[rich] -= total - limits[poor];
    if (limits[rich] < total) {
      large.pop_back();
      small.push_back(rich);
    }
  }
  return total;
}

}  // namespace entente::generate
