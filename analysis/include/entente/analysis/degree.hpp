#pragma once

#include <entente/analysis/scores.hpp>
#include <entente/core/person_network.hpp>

namespace entente {

/// The number of ties of each person, that is, of distinct persons met. [num_persons], empty on the empty network, 0
/// for isolated persons; not normalised. Time O(n).
[[nodiscard]] Scores degree(const PersonNetwork& net);

/// The sum of the weights of each person's ties, s(v) = Σ_u w(v,u), added by ascending neighbour. [num_persons], empty
/// on the empty network, 0 for isolated persons. With Newman's weights it is the number of events with company. Time
/// O(n + m). Source: Barrat, Barthélemy, Pastor-Satorras, Vespignani 2004, doi:10.1073/pnas.0400087101.
[[nodiscard]] Scores strength(const PersonNetwork& net);

}  // namespace entente
