#pragma once

#include <entente/resolve/occasions.hpp>

#include <cstdint>
#include <vector>

namespace entente {

/// How many pairs so many persons make.
[[nodiscard]] std::uint64_t pairs_among(std::uint64_t persons);

/// Sorts the rows of the account as `Occasions::decisions` tells.
void arrange(std::vector<OccasionDecision>& decisions);

}  // namespace entente
