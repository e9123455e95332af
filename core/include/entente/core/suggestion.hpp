#pragma once

#include <span>
#include <string>
#include <string_view>

namespace entente {

/// The candidate that `word` most likely was meant to be, or empty where none is near: at most one edit (insertion,
/// deletion, substitution, swap of neighbours) for each three letters of the longer word, case ignored. Ties go to the
/// first candidate. Time O(Σ |word|·|candidate|).
[[nodiscard]] std::string closest(std::string_view word, std::span<const std::string> candidates);

/// "; did you mean 'x'?" for the closest candidate, or empty.
[[nodiscard]] std::string did_you_mean(std::string_view word, std::span<const std::string> candidates);

}  // namespace entente
