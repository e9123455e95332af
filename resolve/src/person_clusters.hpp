#pragma once

#include "bearer_pairs.hpp"
#include "bearers.hpp"
#include "person_constraints.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace entente {

/// What was decided on a pair of bearers.
enum class Decision : std::uint8_t {
  joined,         ///< by this pair
  same,           ///< one person already, by other pairs
  apart,          ///< not sure enough
  one_event,      ///< sure enough, but the two met, or would make two who met one
  told_apart,     ///< by a correction, however sure
  contradiction,  ///< sure enough, but the persons contradict each other in somebody else's name, country or identifier
};

struct DecidedPair {
  BearerPair pair;
  Decision decision = Decision::apart;
};

struct PersonClusters {
  std::vector<std::uint32_t> person_of;                   ///< by bearer: the least bearer of the person
  std::vector<DecidedPair> decided;                       ///< by a, then b
  std::map<std::uint32_t, std::vector<ToldApart>> apart;  ///< by least bearer: what corrections tell of the person
};

/// Joins bearers to persons: agglomeration in the order of score (ties by number), where no join may make one person of
/// two who took part in one event, who have two identifiers, or of whom one pair of bearers contradicts each other by
/// name or, unless the evidence on that pair itself suffices, by country and office. Bearers told in full come first,
/// then those without country, then names told in part; these join where only one person could be meant. Persons of
/// many bearers are compared by the 16 with most participations. `constraints` go before all of that, also before
/// identifiers; where they join names that contradict each other, another name need only agree with one of them. The
/// result does not depend on the order of records. O(pairs · (log + events of the smaller person)).
[[nodiscard]] PersonClusters cluster_persons(const Bearers& bearers, const std::vector<BearerPair>& pairs,
                                             const NamePairs& names, const PersonWeights& weights,
                                             double least_log_odds, const PersonConstraints& constraints);

}  // namespace entente
