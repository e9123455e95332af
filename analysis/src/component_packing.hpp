#pragma once

#include "plane_points.hpp"

#include <entente/core/run.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace entente {

/// The components of a drawing, each laid out around (0, 0), one after another.
struct LaidComponents {
  PlanePoints points;
  std::vector<float> radii;
  std::vector<std::size_t> starts{0};  ///< [components + 1] into the points
};

/// Moves components so that none touches another: the first in the middle, each further one as near to it as there is
/// room. They must come by descending size.
void pack_components(LaidComponents& components, const Run& run);

}  // namespace entente
