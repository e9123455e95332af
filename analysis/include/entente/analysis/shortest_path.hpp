#pragma once

#include <entente/analysis/length.hpp>
#include <entente/core/ids.hpp>
#include <entente/core/person_network.hpp>

#include <vector>

namespace entente {

/// How two persons are connected: the persons of a shortest path, `from` first and `to` last.
///
/// With unit lengths the path has the fewest steps, of several the greatest sum of weights; with reciprocal lengths the
/// least Σ 1/w, of several the fewest steps. What is still equal goes by the smallest ids, compared from `from` on.
/// Sums within 1e-12 (relative) are equal. Empty where there is no path; {from} where both are the same person. Time
/// O(n + m) for unit lengths, O(m log n) for reciprocal ones; memory 20 bytes a person. Throws `Error`
/// (`unknown_person`) for a person out of range. Source: Dijkstra 1959, doi:10.1007/BF01386390.
[[nodiscard]] std::vector<PersonId> shortest_path(const PersonNetwork& net, PersonId from, PersonId to,
                                                  Length length = Length::unit);

}  // namespace entente
