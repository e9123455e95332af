#pragma once

#include "material.hpp"
#include "pair_filter.hpp"
#include "session.hpp"

#include <entente/analysis/pair_history.hpp>
#include <entente/analysis/recurring_pairs.hpp>
#include <entente/analysis/tie_tests.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace entente::cli {

/// Each pair's test; columns are [pairs].
struct PairTests {
  std::vector<double> expected;
  std::vector<double> log_p;
  std::vector<double> log_q;
};

/// The pairs that the study asks for, in its order, with what is known of each.
struct FoundPairs {
  std::vector<RecurringPair> pairs;
  std::vector<PairHistory> histories;     ///< [pairs]
  std::optional<PairTests> tests;         ///< as the study asks for them
  std::optional<PairTests> plain_tests;   ///< the same without strata, where it asks for strata
  std::string test_sentence;              ///< what was tested, and how many tests there were; empty where nothing was
  std::optional<std::uint64_t> num_ties;  ///< of all pairs, where no network was made
};

/// At most `top` pairs that `filter` keeps; 0: all. Throws what the test throws.
[[nodiscard]] FoundPairs find_pairs(const Session& session, const Material& material, const PairFilter& filter,
                                    std::size_t top);

/// Whether the first pairs of the study can be found without making the network.
[[nodiscard]] bool needs_network(const Study& study);

/// The same as `find_pairs`, from the graph alone; for a study that needs no network. `top` is at least 1.
[[nodiscard]] FoundPairs find_first_pairs(const Session& session, const Material& material, const PairFilter& filter,
                                          std::size_t top);

}  // namespace entente::cli
