#pragma once

#include "plane_points.hpp"

#include <entente/core/parallel.hpp>

#include <span>

namespace entente {

/// Moves discs apart, as little as need be, until between any two there is at least half of `gap`. What no pushing
/// parts is parted by stretching the whole. Time O(n) a round where discs are of similar size and not all in one place.
void remove_overlaps(std::span<const float> radii, float gap, Workers& workers, PlanePoints& points);

}  // namespace entente
