#pragma once

#include <algorithm>
#include <compare>
#include <cstdint>
#include <vector>

namespace entente {

/// That something is one of those whom an entry of `different` tells apart, and which of them.
struct ToldApart {
  std::uint32_t entry = 0;
  std::uint32_t side = 0;

  friend auto operator<=>(const ToldApart&, const ToldApart&) = default;
};

/// True if an entry that both know puts them on different sides.
[[nodiscard]] inline bool are_told_apart(const std::vector<ToldApart>& a, const std::vector<ToldApart>& b) {
  return std::ranges::any_of(a, [&](const ToldApart& one) {
    return std::ranges::any_of(
        b, [&](const ToldApart& other) { return one.entry == other.entry && one.side != other.side; });
  });
}

}  // namespace entente
