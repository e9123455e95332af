#pragma once

#include "telling.hpp"

#include <entente/core/run.hpp>

#include <cstdint>
#include <functional>
#include <span>
#include <utility>
#include <vector>

namespace entente {

using RecordPair = std::pair<std::uint32_t, std::uint32_t>;

/// Pairs of records (a < b) that share two participants and whose dates do not contradict each other, each once and
/// sorted, for which `keep` holds; it is called from several threads.
///
/// Records are put into a block for each two of their participants (of more than 24 of them, for each two of the 12
/// that take part in the fewest and the 12 that take part in the most records). In a block they stand by day; each is
/// compared with the next `max_compared` of the same and the following day, and each that is not dated to the day with
/// as many of each year or month that it can mean. A pair that shares several blocks is looked at in the first of them
/// only. O(n k² (log n + max_compared)); memory: 16 bytes a record and two participants.
[[nodiscard]] std::vector<RecordPair> candidate_pairs(std::span<const Telling> tellings, std::uint32_t max_compared,
                                                      const std::function<bool(std::uint32_t, std::uint32_t)>& keep,
                                                      const Run& run);

}  // namespace entente
