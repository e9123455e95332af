#pragma once

#include "bearers.hpp"

#include <entente/core/run.hpp>
#include <entente/resolve/name_comparison.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace entente {

/// Two names, a < b, that do not contradict each other.
struct NamePair {
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  NameComparison comparison = {};
};

struct NamePairs {
  std::vector<NamePair> pairs;        ///< by a, then b
  std::vector<std::uint8_t> crowded;  ///< by name: 1 where a block was too large to compare all of it
  std::vector<std::uint8_t> slips;    ///< by name: 1 where it seems to be a slip of a much more frequent one
};

/// The pairs of names that share a block and are not contradictory. A block holds the names with the same classes of
/// sounds in any order, or with one word of the same class of sounds and another with the same initial. Blocks of up
/// to `block_cap` names are compared in full; in larger ones each name is compared with its neighbours by letters only,
/// so that the work is O(names · block_cap) whatever the names. Names of a single word are not paired here but among
/// themselves (`lone_pairs` in bearer_pairs.cpp pairs them with others).
[[nodiscard]] NamePairs name_pairs(const Bearers& bearers, const PersonWeights& weights, std::size_t block_cap,
                                   const Run& run);

}  // namespace entente
