#pragma once

#include "layout_graph.hpp"
#include "plane_points.hpp"

#include <entente/core/parallel.hpp>

#include <cstdint>

namespace entente {

/// Where the nodes of a connected graph begin: pivot multidimensional scaling of the numbers of steps between them,
/// spread a little at random so that no two stand in one place. The middle is (0, 0), the mean distance from it 1.
/// Time O(pivots·(n·pivots + m)). Source: Brandes and Pich 2007, doi:10.1007/978-3-540-70904-6_6.
[[nodiscard]] PlanePoints start_points(const LayoutGraph& graph, std::uint64_t seed, Workers& workers);

}  // namespace entente
