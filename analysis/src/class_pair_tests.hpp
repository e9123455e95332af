#pragma once

#include "tested_margins.hpp"

#include <entente/analysis/tie_tests.hpp>

#include <vector>

namespace entente {

/// The tests of ties by a model in which persons of one degree are alike: one table of tails for each two classes of
/// degrees that have a tie. For tails other than the upper one, `strangers` are the tests of pairs that never met.
/// Leaves `tests` and `log_q` to be filled in.
[[nodiscard]] TieTests test_by_class(const PersonNetwork& net, const TestedMargins& margins,
                                     const TieTestOptions& options, std::vector<EqualTests>& strangers, const Run& run);

}  // namespace entente
