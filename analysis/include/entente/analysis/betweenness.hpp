#pragma once

#include <entente/analysis/length.hpp>
#include <entente/analysis/scores.hpp>
#include <entente/core/person_network.hpp>
#include <entente/core/run.hpp>

#include <cstdint>

namespace entente {

/// What counts as short, and from how many persons paths are sought.
struct BetweennessOptions {
  Length length = Length::unit;  ///< how a tie's strength w becomes a length: unit or 1/w
  bool normalized = true;        ///< divide by (n-1)(n-2)/2, the number of unordered pairs without the person
  double tie_epsilon = 1e-12;    ///< relative; routes closer than this count as equally short; 0 ≤ ε < 1e-3
  /// 0: exact. Otherwise an estimate from this many persons, drawn without replacement by `Run::seed`, as sources.
  std::uint32_t sources = 0;
};

/// How often each person stands on the shortest paths of others: b(v) = Σ_{s<t, s≠v≠t} σ(s,t|v)/σ(s,t), with σ(s,t) the
/// number of shortest paths between s and t, and σ(s,t|v) of those through v.
///
/// [num_persons]; empty on the empty network, 0 for isolated persons and where n < 3. Unordered pairs: each counts
/// once; pairs without a path count 0; ends of a path are not on it. Unless normalised, values lie in [0,
/// (n−1)(n−2)/2]. Path counts are floating-point numbers, for integers overflow on networks as small as a grid of 36
/// × 36. Time O(n·m) for unit lengths, O(n·(m + n log n)) for reciprocal ones; memory 8·64 bytes a person, a few
/// numbers a person and thread, and 8 bytes an arc for reciprocal lengths. A sample of k sources takes k/n of the time
/// and is unbiased. Throws `Error`: `bad_option` for an option out of range, `limit_exceeded` where there are more than
/// 1e308 shortest paths. The result is the same for any number of threads. Source: Freeman 1977, doi:10.2307/3033543;
/// method Brandes 2001, doi:10.1080/0022250X.2001.9990249; sample Brandes and Pich 2007, doi:10.1142/S0218127407018403.
/// Deviation: lengths are compared with a relative epsilon.
[[nodiscard]] Scores betweenness(const PersonNetwork& net, const BetweennessOptions& options = {}, const Run& run = {});

}  // namespace entente
