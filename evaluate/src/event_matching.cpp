#include "event_matching.hpp"

#include <algorithm>
#include <functional>
#include <numeric>

namespace entente {

namespace {

double share_in_common(const Members& a, const Members& b) {
  const std::size_t common = overlap(a, b);
  return static_cast<double>(common) / static_cast<double>(a.size() + b.size() - common);
}

/// Indices of the wanted events, the largest overlap with any given event first.
std::vector<std::size_t> order_of_choice(std::span<const Members> wanted, std::span<const Members> given) {
  std::vector<std::size_t> largest(wanted.size(), 0);
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    for (const Members& event : given) largest[i] = std::max(largest[i], overlap(wanted[i], event));
  }
  std::vector<std::size_t> order(wanted.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, std::greater<>(), [&largest](std::size_t i) { return largest[i]; });
  return order;
}

}  // namespace

std::size_t overlap(const Members& a, const Members& b) {
  return static_cast<std::size_t>(std::ranges::count_if(a, [&b](const std::string& key) { return b.contains(key); }));
}

std::vector<std::optional<std::size_t>> match_events(std::span<const Members> wanted, std::span<const Members> given) {
  std::vector<std::optional<std::size_t>> matches(wanted.size());
  std::vector<bool> taken(given.size(), false);
  for (const std::size_t i : order_of_choice(wanted, given)) {
    std::optional<std::size_t> best;
    double best_share = 0;
    for (std::size_t j = 0; j < given.size(); ++j) {
      const double share = taken[j] ? 0 : share_in_common(wanted[i], given[j]);
      if (share > best_share) {
        best = j;
        best_share = share;
      }
    }
    if (!best || overlap(wanted[i], given[*best]) < 2) continue;
    taken[*best] = true;
    matches[i] = best;
  }
  return matches;
}

}  // namespace entente
