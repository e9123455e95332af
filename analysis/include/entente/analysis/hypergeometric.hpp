#pragma once

#include <entente/analysis/poisson_binomial.hpp>

#include <cstdint>
#include <vector>

namespace entente {

/// How many of `marked` events are among `drawn` ones that are drawn at random, without putting back, from `events`:
/// P(X = x) = C(marked, x)·C(events − marked, drawn − x) / C(events, drawn). The tails for x = 0 … `most`, [most + 1].
/// Probabilities follow from each other by their ratios, from the most likely one on; no tail is too small.
/// O(min(marked, drawn)). Throws `Error` (`bad_option`) where `marked` or `drawn` exceed `events`.
[[nodiscard]] std::vector<LogTails> hypergeometric_log_tails(std::uint64_t events, std::uint64_t marked,
                                                             std::uint64_t drawn, std::uint32_t most);

}  // namespace entente
