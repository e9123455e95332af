#pragma once

#include <entente/core/person_network.hpp>

#include <cstdint>
#include <span>
#include <vector>

/// Measures straight from their definitions, by the slowest and plainest way. Nothing here calls the analysis layer.
namespace entente::reference {

using Matrix = std::vector<std::vector<double>>;

enum class Lengths : std::uint8_t { unit, reciprocal };

/// The weights, 0 where there is no tie; or 1 for each tie.
Matrix adjacency(const PersonNetwork& net, bool weighted = true);
/// Lengths of shortest paths between all pairs (Floyd and Warshall), infinite where there is none.
Matrix distances(const PersonNetwork& net, Lengths lengths);
/// Σ_{s<t} σ(s,v)·σ(v,t)/σ(s,t) over the pairs with d(s,v) + d(v,t) = d(s,t), divided by (n−1)(n−2)/2 if normalised.
std::vector<double> betweenness(const PersonNetwork& net, Lengths lengths, bool normalized = true);
std::vector<double> closeness(const PersonNetwork& net, Lengths lengths);
std::vector<double> harmonic(const PersonNetwork& net, Lengths lengths, bool normalized = true);

/// True if `rank` solves the PageRank equation on `net` up to `tolerance` in the 1-norm, is positive and sums to 1.
bool is_pagerank(const PersonNetwork& net, std::span<const double> rank, double damping, bool weighted,
                 double tolerance);

/// All eigenvalues of the adjacency matrix, descending, by Jacobi's rotations.
std::vector<double> eigenvalues(const PersonNetwork& net, bool weighted);
/// True if `vector` has length 1, no negative entry, and A·x = λ·x up to `tolerance` for `eigenvalue` λ.
bool is_eigenvector(const PersonNetwork& net, std::span<const double> vector, double eigenvalue, bool weighted,
                    double tolerance);

/// By deleting, for k = 1, 2 …, persons with fewer than k ties until nobody has.
std::vector<std::uint32_t> core_number(const PersonNetwork& net);
/// By looking at all triples.
std::vector<std::uint64_t> triangles(const PersonNetwork& net);
/// Σ_ij (A_ij − γ·s_i·s_j/2m)·[same label] / 2m over all ordered pairs.
double modularity(const PersonNetwork& net, std::span<const std::uint32_t> labels, double resolution,
                  bool weighted = true);
/// Σ_{i<j} (A_ij − γ)·[same label] over all pairs.
double cpm_quality(const PersonNetwork& net, std::span<const std::uint32_t> labels, double resolution,
                   bool weighted = true);
/// The number of connected parts among the persons for whom `present` is true.
std::size_t num_components(const PersonNetwork& net, const std::vector<bool>& present);
/// Those whose deletion leaves more parts than there were.
std::vector<PersonId> articulation_persons(const PersonNetwork& net);

}  // namespace entente::reference
