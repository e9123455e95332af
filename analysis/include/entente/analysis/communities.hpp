#pragma once

#include <entente/core/person_network.hpp>
#include <entente/core/run.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace entente {

/// What a division is good by.
enum class CommunitiesObjective : std::uint8_t {
  modularity,  ///< more weight within than strengths would bring together by chance; γ has no unit
  cpm,         ///< the constant Potts model: a circle's ties weigh more than γ for each of its pairs; γ is a weight
};
/// By value of `CommunitiesObjective`, as studies and flags write them.
[[nodiscard]] std::span<const std::string_view> communities_objective_names();

/// How long the method searches.
enum class CommunitiesQuality : std::uint8_t {
  fast,  ///< little is left to gain, and the search ends
  high,  ///< until nothing is gained, with choices at random
};
/// By value of `CommunitiesQuality`, as studies and flags write them.
[[nodiscard]] std::span<const std::string_view> communities_quality_names();

/// What a division is good by, and how long a good one is sought.
struct CommunitiesOptions {
  CommunitiesObjective objective = CommunitiesObjective::modularity;
  CommunitiesQuality quality = CommunitiesQuality::high;
  double resolution = 1;          ///< γ: more makes more and smaller communities; 0 < γ ≤ 1e6
  bool weighted = true;           ///< take the weights of ties, or 1
  std::uint32_t runs = 10;        ///< the best of this many runs with different random choices; 1 to 10,000
  std::uint32_t max_passes = 10;  ///< of all levels in one run; it ends earlier once a pass changes nothing; at least 1
  double randomness = 0.01;       ///< θ, how freely refinement chooses, in units of the mean tie weight; 1e-6 ≤ θ ≤ 1e3
};

/// A division of all persons into circles.
struct Communities {
  std::vector<std::uint32_t> labels;  ///< [num_persons]; numbered by descending size, equal ones by smallest person
  std::size_t num_communities = 0;    ///< an isolated person is a community of its own
  double quality = 0;                 ///< by the objective: modularity, or as `cpm_quality` gives it
  double modularity = 0;              ///< of the labels; for the resolution 1 where the objective is another
  /// Finer divisions, each [num_persons] and numbered in the same way, from the finest on: every circle of one lies
  /// within a circle of the next, and those of the last within the communities.
  std::vector<std::vector<std::uint32_t>> levels;
};

/// Circles of persons who meet each other more than others, by the Leiden method.
///
/// Every community is connected. Weights are strengths; multiplying all by a power of two changes nothing for
/// modularity, and for CPM where the resolution is multiplied too. Empty on the empty network; without ties everybody
/// is alone. Runs in parallel, with the same result for any number of threads; other seeds give other results of about
/// the same quality. Time about O(m) a pass; `fast` makes one pass on networks of more than 8,192 ties, `high` three
/// to five. Memory beside the network: about 80 bytes a person and 12 bytes an arc between the parts of the first
/// level, which are a tenth of the persons; twice the latter for a moment; one run's for each thread on smaller
/// networks. Throws `Error` (`bad_option`) for an option out of range. Modularity has many near-optimal divisions, and
/// misses circles of fewer than about √(2m) ties on large networks (Fortunato and Barthélemy 2007,
/// doi:10.1073/pnas.0605965104): raise the resolution to see them, or take CPM, whose circles do not depend on the rest
/// of the network. Source: Traag, Waltman and van Eck 2019, doi:10.1038/s41598-019-41695-z; moves against a frozen
/// state, in sub-rounds, as Gottesbüren and Hamann 2022 (Mt-KaHyPar) make communities. Deviations: on large levels
/// nodes move in sub-rounds; the levels above the persons are gone through several times a pass; the first pass, and
/// every one of `fast`, joins to the best part instead of choosing at random; best of several runs; θ counts mean tie
/// weights.
[[nodiscard]] Communities communities(const PersonNetwork& net, const CommunitiesOptions& options = {},
                                      const Run& run = {});

/// How much more weight lies within communities than chance would put there:
/// Q = Σ_c [ W(c)/m − γ·(S(c)/2m)² ], with W(c) the weight of the ties within c, S(c) the sum of its strengths and m
/// the weight of all ties. In [−1, 1] for γ = 1; 0 without ties. `labels` [num_persons] may be any numbers below
/// num_persons. Time O(n + m). Throws `Error` (`bad_option`) for labels of another size or out of range. Source: Newman
/// and Girvan 2004, doi:10.1103/PhysRevE.69.026113; γ by Reichardt and Bornholdt 2006, doi:10.1103/PhysRevE.74.016110.
[[nodiscard]] double modularity(const PersonNetwork& net, std::span<const std::uint32_t> labels, double resolution = 1,
                                bool weighted = true);

/// What the constant Potts model gives for a division: Σ_c [ W(c) − γ·n(c)·(n(c) − 1)/2 ], with W(c) the weight of the
/// ties within c and n(c) its number of persons; in the unit of weights. Labels, time and errors as for `modularity`.
/// Source: Traag, Van Dooren and Nesterov 2011, doi:10.1103/PhysRevE.84.016114.
[[nodiscard]] double cpm_quality(const PersonNetwork& net, std::span<const std::uint32_t> labels, double resolution = 1,
                                 bool weighted = true);

}  // namespace entente
