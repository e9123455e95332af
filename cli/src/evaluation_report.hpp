#pragma once

#include "look.hpp"

#include <entente/evaluate/evaluation.hpp>
#include <entente/io/table.hpp>

#include <ostream>
#include <string>

namespace entente::cli {

/// For people: the figures as a table that fits the terminal, then the differences by
/// document, with their sentences.
void print_evaluation(std::ostream& out, const Evaluation& evaluation, const Look& look);

/// One object: the figures under the names that data/gold/score.py gives them, and all differences.
[[nodiscard]] std::string to_json(const Evaluation& evaluation);

/// One row a difference.
[[nodiscard]] Table differences_table(const Evaluation& evaluation, bool quotes);

}  // namespace entente::cli
