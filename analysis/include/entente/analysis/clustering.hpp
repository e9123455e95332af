#pragma once

#include <entente/analysis/scores.hpp>
#include <entente/core/person_network.hpp>
#include <entente/core/run.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace entente {

/// The number of triangles that each person is a corner of. [num_persons]; the sum is three times the number of
/// triangles of the network. Time O(m·√m), memory 4 bytes a tie and 20 bytes a person. The result is the same for any
/// number of threads. Source: Latapy 2008, doi:10.1016/j.tcs.2008.07.017.
[[nodiscard]] std::vector<std::uint64_t> triangles(const PersonNetwork& net, const Run& run = {});

/// How many of the pairs of a person's neighbours are tied: c(v) = 2·t(v)/(k(v)(k(v)−1)), with t triangles and k ties.
/// [num_persons], shares in [0, 1], 0 where k < 2; empty on the empty network. Weights do not matter. Cost as
/// `triangles`. Note that every event of three or more makes triangles, so that values in a projection are high by
/// construction. Source: Watts and Strogatz 1998, doi:10.1038/30918.
[[nodiscard]] Scores clustering(const PersonNetwork& net, const Run& run = {});

/// The share of paths of two ties whose ends are tied: Σ t(v) / Σ k(v)(k(v)−1)/2. In [0, 1]; no value where nobody has
/// two ties. Cost as `triangles`. Source: Newman, Strogatz, Watts 2001, doi:10.1103/PhysRevE.64.026118.
[[nodiscard]] std::optional<double> transitivity(const PersonNetwork& net, const Run& run = {});

}  // namespace entente
