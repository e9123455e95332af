#pragma once

#include "bearer_evidence.hpp"
#include "bearers.hpp"
#include "name_pairs.hpp"

#include <entente/core/run.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace entente {

/// Two bearers, a < b, that may be one person.
struct BearerPair {
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  PairEvidence found = {};
};

/// How much is told of a bearer: what is told in full is joined first, and decides who the others may be.
enum class Completeness : std::uint8_t { full, without_country, name_in_part };

[[nodiscard]] Completeness completeness_of(const Bearers& bearers, std::uint32_t bearer);

/// The pairs of bearers worth a decision: of one name, of names that do not contradict each other, and of a lone word
/// with the names of the same country that begin or end with it. Those whose log-odds cannot reach `least` are left
/// out. By a, then b. O((names + bearers) · block_cap).
[[nodiscard]] std::vector<BearerPair> bearer_pairs(const Bearers& bearers, const NamePairs& names,
                                                   const PersonWeights& weights, double least, std::size_t block_cap,
                                                   const Run& run);

}  // namespace entente
