#pragma once

#include <entente/analysis/multiple_testing.hpp>
#include <entente/core/event_graph.hpp>
#include <entente/core/person_network.hpp>
#include <entente/core/projection.hpp>
#include <entente/core/run.hpp>

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace entente {

/// What "by chance" means: what is kept of the events when they are made up anew.
enum class NullModel : std::uint8_t {
  hypergeometric,  ///< each person's number of events; all events alike (Tumminello et al. 2011,
                   ///< doi:10.1371/journal.pone.0017994)
  sdsm,            ///< each person's number of events and each event's size, on average (Neal 2014,
                   ///< doi:10.1016/j.socnet.2014.06.001), with the probabilities of `fit_bicm`
  fdsm,            ///< the same, exactly, by random trades (`fdsm_counts`)
};
/// By value of `NullModel`, as studies and flags write them.
[[nodiscard]] std::span<const std::string_view> null_model_names();

/// Which deviation counts as a discovery.
enum class Tail : std::uint8_t {
  upper,  ///< more often than chance: P(X ≥ x)
  lower,  ///< less often: P(X ≤ x)
  both,   ///< min(1, 2·the smaller of the two)
};
/// By value of `Tail`, as studies and flags write them.
[[nodiscard]] std::span<const std::string_view> tail_names();

/// The null model, the alternative, and how p-values are adjusted.
struct TieTestOptions {
  NullModel model = NullModel::sdsm;
  Tail tail = Tail::upper;
  Correction correction = Correction::bh;
  /// Of sdsm: margins are kept within each year, each type, or each type in each year; events without a year are a
  /// stratum of their own. The number of shared events is then a sum over strata.
  bool by_year = false;
  bool by_type = false;
  std::uint32_t samples = 1000;  ///< of fdsm
  std::uint64_t seed = 1;        ///< of fdsm
  double alpha = .05;            ///< of fdsm: the level that adjusted p-values must be able to reach
  /// As the network was projected: events of factor 0 are no part of the test.
  ProjectionOptions projection = {};
};

/// The test of each tie; columns are [num_ties], in the order of `PersonNetwork::ties`.
struct TieTests {
  std::vector<double> expected;  ///< number of shared events under the null model
  std::vector<double> log_p;     ///< ln of the p-value
  std::vector<double> log_q;     ///< ln of the p-value adjusted for all tests
  std::uint64_t tests = 0;       ///< m: all pairs of persons who took part in anything, also those who never met

  friend bool operator==(const TieTests&, const TieTests&) = default;
};

/// Tests for each tie of `net`, a projection of `graph`, whether its two persons shared more (or fewer) events than
/// chance would have it. Weights do not matter, numbers of events do. A pair that never met has p = 1 in the upper
/// tail, and what its class of degrees gives in the others. P-values are exact for hypergeometric and sdsm (one table
/// for each two degrees that meet), (1 + #)/(1 + samples) for fdsm. Time O(ties + pairs of distinct degrees · distinct
/// event sizes · shared events²), with strata the second term for each tie; memory 24 bytes a tie and the tables.
/// Throws `Error`: `bad_option` where net and graph have different numbers of persons, for strata with another model
/// than sdsm, and for another tail than the upper one with strata or fdsm, unless nothing is corrected;
/// `limit_exceeded` where the model cannot be fitted, and where so few samples could not show anything. The result is
/// the same for any number of threads.
[[nodiscard]] TieTests test_ties(const EventGraph& graph, const PersonNetwork& net, const TieTestOptions& options = {},
                                 const Run& run = {});

/// The network of the ties whose adjusted p-value is at most `alpha`: a backbone of `net`. O(ties) time and memory.
[[nodiscard]] PersonNetwork surviving_ties(const PersonNetwork& net, const TieTests& tests, double alpha);

}  // namespace entente
