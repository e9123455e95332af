#pragma once

#include "study.hpp"

#include <entente/analysis/tie_tests.hpp>

namespace entente::cli {

/// How the study tests ties, by this null model.
[[nodiscard]] TieTestOptions test_options(const Study& study, NullModel model);

}  // namespace entente::cli
