#pragma once

#include <entente/analysis/length.hpp>
#include <entente/core/ids.hpp>
#include <entente/core/person_network.hpp>

#include <vector>

namespace entente {

/// For each person the smallest one who is tied to the same persons, both of them to each other included, and with
/// reciprocal lengths by the same weights. Such twins (all who attended one and the same event only, say) are at the
/// same distance from everybody, and no shortest path from one leads through the other: one search does for all of
/// them. [num_persons]. Time O(m + n log n).
std::vector<PersonId> smallest_twins(const PersonNetwork& net, Length length);

}  // namespace entente
