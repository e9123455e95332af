#pragma once

#include "random_stream.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace entente::generate {

/// Fills the part of `limits` and `others` that belongs to items with these weights: an item is drawn in proportion to
/// its weight in two random numbers, whatever their count (Walker 1977, doi:10.1145/355744.355749; Vose 1991), here in
/// integers without any rounding. Σ weights · count < 2⁶⁴. Returns Σ weights.
std::uint64_t fill_alias_table(std::span<const std::uint32_t> weights, std::span<std::uint64_t> limits,
                               std::span<std::uint32_t> others);

/// An item of a filled table; `total` is what `fill_alias_table` returned.
inline std::uint32_t draw_alias(std::span<const std::uint64_t> limits, std::span<const std::uint32_t> others,
                                std::uint64_t total, RandomStream& random) {
  const std::uint32_t item = random.below32(limits.size());
  return random.below(total) < limits[item] ? item : others[item];
}

/// A table that owns what it needs.
class AliasTable {
 public:
  AliasTable() = default;
  explicit AliasTable(std::span<const std::uint32_t> weights)
      : limits_(weights.size()), others_(weights.size()), total_(fill_alias_table(weights, limits_, others_)) {}

  [[nodiscard]] std::uint32_t draw(RandomStream& random) const { return draw_alias(limits_, others_, total_, random); }

 private:
  std::vector<std::uint64_t> limits_;
  std::vector<std::uint32_t> others_;
  std::uint64_t total_ = 0;
};

}  // namespace entente::generate
