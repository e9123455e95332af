#pragma once

#include "bearers.hpp"

#include <entente/resolve/name_comparison.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace entente {

/// What speaks for and against two bearers being one person, besides their names.
enum BearerEvidence : std::uint32_t {
  country_equal = 1U << 0U,
  country_differs = 1U << 1U,
  body_differs = 1U << 2U,
  office_equal = 1U << 3U,
  office_succeeds = 1U << 4U,
  office_differs = 1U << 5U,
  office_abroad = 1U << 6U,
  rank_equal = 1U << 7U,
  rank_differs = 1U << 8U,
  partner_shared = 1U << 9U,
  two_places = 1U << 10U,
  single_bearer = 1U << 11U,
  several_bearers = 1U << 12U,
  id_equal = 1U << 13U,
};

/// The sum of the evidence on a pair of bearers, and where it comes from.
struct PairEvidence {
  double log_odds = 0;           ///< prior and all evidence
  double context = 0;            ///< what country, office and rank add
  std::uint32_t variations = 0;  ///< NameVariation
  std::uint32_t evidence = 0;    ///< BearerEvidence
};

/// 1 / (1 + e^−log_odds)
[[nodiscard]] double probability(double log_odds);

/// Names, country, office and rank. Symmetric.
[[nodiscard]] PairEvidence weigh(const Bearers& bearers, std::uint32_t a, std::uint32_t b, const NameComparison& names,
                                 const PersonWeights& weights);

/// Adds what the events tell: shared partners (of a sample of 16 partners each, the same for any order of records), one
/// day in two places (for up to 256 events each). `partners` holds the samples, by bearer.
void weigh_events(const Bearers& bearers, std::uint32_t a, std::uint32_t b,
                  const std::vector<std::vector<std::uint32_t>>& partners, const PersonWeights& weights,
                  PairEvidence& found);

/// The sample of the names that a bearer met in events of up to 128: the 16 with the least hash, sorted. O(participants
/// of the events).
[[nodiscard]] std::vector<std::uint32_t> partner_sample(const Bearers& bearers, std::uint32_t bearer);

/// What speaks for one person, in words: "two romanisations; same country; same office".
[[nodiscard]] std::string reasons_for(const PairEvidence& found);
/// What speaks against it: "an initial left out; another office at the same time".
[[nodiscard]] std::string reasons_against(const PairEvidence& found);

}  // namespace entente
