#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace entente {

/// Hashes of all runs of three words of a text, ascending, each once; shorter texts have none.
using Shingles = std::vector<std::uint64_t>;

/// Adds the shingles of `text` to `shingles` without order; `arrange` makes a set of them. Words are runs of letters
/// and digits in lower case; bytes beyond ASCII are letters. O(length).
void add_shingles(std::string_view text, Shingles& shingles);
void arrange(Shingles& shingles);

/// |a ∩ b| / |a ∪ b|, 0 where both are empty (Jaccard 1901). O(|a| + |b|).
[[nodiscard]] double resemblance(const Shingles& a, const Shingles& b);

}  // namespace entente
