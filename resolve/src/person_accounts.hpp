#pragma once

#include "bearers.hpp"
#include "person_clusters.hpp"

#include <entente/resolve/persons.hpp>

namespace entente {

/// Names the persons that were found and tells of every form and every doubt. O(appearances · log + events of the
/// doubtful).
[[nodiscard]] PersonAssignment account_for(const Bearers& bearers, const PersonClusters& clusters,
                                           const PersonOptions& options);

}  // namespace entente
