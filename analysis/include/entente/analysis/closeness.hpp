#pragma once

#include <entente/analysis/length.hpp>
#include <entente/analysis/scores.hpp>
#include <entente/core/person_network.hpp>
#include <entente/core/run.hpp>

namespace entente {

/// What counts as near.
struct ClosenessOptions {
  Length length = Length::unit;  ///< how a tie's strength w becomes a length: unit or 1/w
};

/// How near each person is to those within reach: c(v) = (r−1)/(n−1) · (r−1)/Σ_u d(v,u), over the r persons within
/// reach of v, itself counted, with d the length of a shortest path.
///
/// [num_persons]; empty on the empty network, 0 for isolated persons. The first factor keeps members of small
/// components from ranking first; on a connected network it is 1. With unit lengths values lie in [0, 1]; 1 means a tie
/// to everybody. Time O(n·m) for unit lengths, O(n·(m + n log n)) for reciprocal ones; memory a few numbers a person
/// and thread, and 8 bytes an arc for reciprocal lengths. The result is the same for any number of threads. Source:
/// Wasserman and Faust 1994, Social Network Analysis, eq. 5.22 ff., doi:10.1017/CBO9780511815478.
[[nodiscard]] Scores closeness(const PersonNetwork& net, const ClosenessOptions& options = {}, const Run& run = {});

/// What counts as near, and the unit of the result.
struct HarmonicOptions {
  Length length = Length::unit;  ///< how a tie's strength w becomes a length: unit or 1/w
  bool normalized = true;        ///< divide by n−1, the number of other persons
};

/// The sum of the inverse distances to all others: h(v) = Σ_{u≠v} 1/d(v,u), with 1/∞ = 0.
///
/// [num_persons]; empty on the empty network, 0 for isolated persons. Needs no correction for persons out of reach.
/// Time, memory and determinism as for `closeness`.
/// Source: Marchiori and Latora 2000, doi:10.1016/S0378-4371(00)00311-3; Boldi and Vigna 2014,
/// doi:10.1080/15427951.2013.865686.
[[nodiscard]] Scores harmonic(const PersonNetwork& net, const HarmonicOptions& options = {}, const Run& run = {});

}  // namespace entente
