#pragma once

#include "tested_margins.hpp"

#include <entente/analysis/tie_tests.hpp>

namespace entente {

/// The tests of ties by the stochastic degree sequence model within strata of events: the number of shared events is a
/// sum over strata, each with a model of its own. Leaves `tests` and `log_q` to be filled in.
[[nodiscard]] TieTests test_in_strata(const EventGraph& graph, const PersonNetwork& net, const TestedMargins& margins,
                                      const TieTestOptions& options, const Run& run);

}  // namespace entente
