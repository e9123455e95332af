#pragma once

#include <entente/core/ids.hpp>

#include <vector>

namespace entente {

/// One value a person, [num_persons], in the order of `PersonId`.
using Scores = std::vector<double>;

/// All persons by descending score. Scores are compared rounded to 12 significant digits, and equal ones go by id, so
/// that the order is the same whatever compiler did the sums; NaN comes last. Time O(n log n).
[[nodiscard]] std::vector<PersonId> ranked(const Scores& scores);

/// `value` rounded to 12 significant digits: what `ranked` compares.
[[nodiscard]] double rounded_for_ranking(double value);

}  // namespace entente
