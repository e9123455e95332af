#pragma once

#include "bearers.hpp"
#include "person_clusters.hpp"
#include "person_constraints.hpp"
#include "person_ids.hpp"

#include <entente/resolve/persons.hpp>

namespace entente {

/// Tells of every form and every doubt about the persons that were found; what corrections decided is no doubt. Throws
/// `Error` (`bad_corrections`) where two of them give one person different names. O(appearances · log + events of the
/// doubtful).
[[nodiscard]] PersonAssignment account_for(const Bearers& bearers, const PersonClusters& clusters, NamedPersons named,
                                           const PersonConstraints& constraints, const PersonOptions& options);

}  // namespace entente
