#include <entente/core/interner.hpp>

#include <algorithm>
#include <numeric>

namespace entente {

std::vector<std::uint32_t> ranks_of(const Interner& texts) {
  std::vector<std::uint32_t> order(texts.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::sort(order, [&](std::uint32_t a, std::uint32_t b) { return texts.text(a) < texts.text(b); });
  std::vector<std::uint32_t> ranks(order.size());
  for (std::uint32_t place = 0; place < order.size(); ++place) ranks[order[place]] = place;
  return ranks;
}

}  // namespace entente
