#pragma once

#include "layout_graph.hpp"
#include "plane_points.hpp"

#include <entente/core/parallel.hpp>

#include <cstdint>
#include <functional>

namespace entente {

/// Lets repulsion, ties and gravity move the points of a connected graph for a number of iterations. `told` is called
/// after each.
void let_forces_act(const LayoutGraph& graph, const ForceAtlasOptions& options, std::uint32_t iterations,
                    Workers& workers, const std::function<void()>& told, PlanePoints& points);

}  // namespace entente
