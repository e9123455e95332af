#pragma once

#include <entente/core/person_network.hpp>

#include <cstdint>
#include <vector>

namespace entente {

/// The largest k for which each person belongs to a k-core: a set of persons of whom everybody has at least k ties
/// within the set. [num_persons]; empty on the empty network, 0 for isolated persons. Weights do not matter. Time O(n +
/// m), memory 16 bytes a person. Source: Seidman 1983, doi:10.1016/0378-8733(83)90028-X; method Batagelj and Zaveršnik
/// 2003, arXiv:cs/0310049.
[[nodiscard]] std::vector<std::uint32_t> core_number(const PersonNetwork& net);

}  // namespace entente
