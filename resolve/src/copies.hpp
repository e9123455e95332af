#pragma once

#include "shingles.hpp"

#include <entente/core/run.hpp>

#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

namespace entente {

/// Pairs of texts (a < b), sorted, whose resemblance is at least `from`: found where two MinHash sketches of 32 hashes
/// agree in one of 8 bands of 4 (Broder 1997; Leskovec, Rajaraman, Ullman 2020, chapter 3), then measured exactly. Of a
/// resemblance of 0.7 about 89 % are found, of 0.8 98 %, of 0.9 all but 1 in 50,000. In a band each text is compared
/// with the next 16 that agree in it, so that many copies of one text make a chain, not a clique. `shingles_of` is
/// called from several threads. O(texts · their length); memory: 64 bytes a text.
[[nodiscard]] std::vector<std::pair<std::uint32_t, std::uint32_t>> find_copies(
    std::uint32_t num_texts, const std::function<Shingles(std::uint32_t)>& shingles_of, double from, const Run& run);

}  // namespace entente
