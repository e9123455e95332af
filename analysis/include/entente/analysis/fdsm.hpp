#pragma once

#include <entente/core/event_graph.hpp>
#include <entente/core/person_network.hpp>
#include <entente/core/projection.hpp>
#include <entente/core/run.hpp>

#include <cstdint>
#include <vector>

namespace entente {

/// How many random sets of events are drawn, and how.
struct FdsmOptions {
  std::uint32_t samples = 1000;         ///< random sets of events to compare with; at least 1
  std::uint32_t trades_per_person = 5;  ///< until a set counts as random; at least 1
  std::uint64_t seed = 1;
  /// As `net` was projected: events whose factor is 0 there made no tie, and are left out here.
  ProjectionOptions projection = {};
};

/// How the ties of a network fare in random sets of events; each column is [num_ties], in the order of
/// `PersonNetwork::ties`.
struct FdsmCounts {
  std::uint32_t samples = 0;
  std::vector<std::uint32_t> at_least;  ///< samples in which the two share as many events as observed, or more
  std::vector<std::uint32_t> at_most;   ///< or as many, or fewer
  std::vector<double> mean;             ///< number of shared events over the samples

  friend bool operator==(const FdsmCounts&, const FdsmCounts&) = default;
};

/// The fixed degree sequence model: would two persons share that many events if everybody took part in as many events,
/// and every event had as many participants, but who met whom were left to chance?
///
/// Each sample is one of all incidence matrices of persons and events with the margins of `graph`, all of them alike
/// up to how well the trades mix (Fastball). Events of one participant and persons of one event count among the
/// margins as all others do. `net` is a projection of `graph`, of any weight; ties that were left out of it are not
/// counted. All columns are empty where nobody met.
///
/// A trade takes one person in proportion to events and the other from the rest, all alike, where the authors take both
/// so. Any choice by the margins alone leaves all matrices equally likely in the end. But a trade with a person of few
/// events moves few: of one who has far more than most, nearly all would still stand as observed after their trades.
///
/// Time O(samples · (T + Σ k²/2 + ties)) with k participants an event and T = trades_per_person · (Σ d²/d̄ + Σ d), with
/// d events a person and d̄ their mean. Memory 32 bytes a tie, 8 a participation, 8 an event and 16 a person; for each
/// thread 16 bytes a tie, 8 a participation, 9 an event and 4 a person. Throws `Error` (`bad_option`) for no samples or
/// no trades, or where `net` is no projection of `graph`. The result is the same for any number of threads: sample i
/// depends on (seed, i). Source: Godard and Neal 2022, doi:10.1093/comnet/cnac049; that trades reach all matrices
/// alike: Carstens 2015, doi:10.1103/PhysRevE.91.042812.
[[nodiscard]] FdsmCounts fdsm_counts(const EventGraph& graph, const PersonNetwork& net, const FdsmOptions& options = {},
                                     const Run& run = {});

/// (1 + count)/(1 + samples): the probability that chance alone does what was observed, which counts as a sample too so
/// that it is never 0. Throws `Error` (`bad_option`) where `count` > `samples`. Source: Davison and Hinkley 1997,
/// doi:10.1017/CBO9780511802843, section 4.2.
[[nodiscard]] double fdsm_p_value(std::uint32_t count, std::uint32_t samples);

/// The least number N of samples with 1/(1 + N) ≤ alpha/tests: with fewer no p-value reaches what Bonferroni asks of
/// every tie, and Benjamini and Hochberg of a tie that stands out alone. 0 without tests. Throws `Error` (`bad_option`)
/// for an alpha out of (0, 1], (`limit_exceeded`) for 2⁵³ samples or more.
[[nodiscard]] std::uint64_t fdsm_least_samples(std::uint64_t tests, double alpha);

}  // namespace entente
