#pragma once

#include <entente/core/record.hpp>

#include <optional>
#include <vector>

namespace entente {

/// One record of several that tell of one occasion, in the order given: the first gives the id and the rule; see
/// `merge_occasions`. `date` is what they tell together. O(total size · log).
[[nodiscard]] Record merged_record(std::vector<Record> tellings, const std::optional<Date>& date);

}  // namespace entente
