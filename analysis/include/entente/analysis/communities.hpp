#pragma once

#include <entente/core/person_network.hpp>
#include <entente/core/run.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace entente {

struct CommunitiesOptions {
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
  double modularity = 0;              ///< as `modularity` gives it for these labels
};

/// Circles of persons who meet each other more than others, by the Leiden method for modularity.
///
/// Every community is connected. Weights are strengths; multiplying all by a power of two changes nothing. Empty on the
/// empty network; without ties everybody is alone. Time about O(m log n) a pass, memory about 28 bytes an arc and 100
/// bytes a person for each thread. Throws `Error` (`bad_option`) for an option out of range. The result depends on
/// `Run::seed`, but not on the number of threads, which share the runs. Modularity has many near-optimal divisions, and
/// misses circles of fewer than about √(2m) ties on large networks (Fortunato and Barthélemy 2007,
/// doi:10.1073/pnas.0605965104): raise the resolution to see them. Source: Traag, Waltman, van Eck 2019,
/// doi:10.1038/s41598-019-41695-z. Deviations: best of several runs, each repeated until stable; θ counts mean tie
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

}  // namespace entente
