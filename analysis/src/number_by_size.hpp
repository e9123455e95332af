#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace entente {

/// Gives the groups of `labels` [num_persons, each below num_persons] new numbers by descending size, equal ones by
/// smallest person, in place. The sizes, descending.
std::vector<std::uint32_t> number_by_size(std::span<std::uint32_t> labels);

}  // namespace entente
