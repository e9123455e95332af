#pragma once

#include "material.hpp"
#include "session.hpp"

#include <entente/analysis/pair_history.hpp>
#include <entente/analysis/recurring_pairs.hpp>
#include <entente/analysis/tie_tests.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace entente::cli {

/// The pairs that the study asks for, in its order, with what is known of each.
struct FoundPairs {
  std::vector<RecurringPair> pairs;
  std::vector<PairHistory> histories;  ///< [pairs]
  bool tested = false;                 ///< whether there are the columns of the test, each [pairs]
  std::vector<double> expected;
  std::vector<double> log_p;
  std::vector<double> log_q;
  std::string test_sentence;  ///< what was tested, and how many tests there were; empty where nothing was
};

/// At most `top` pairs; 0: all. Throws what the test throws.
[[nodiscard]] FoundPairs find_pairs(const Session& session, const Material& material, std::size_t top);

}  // namespace entente::cli
