#pragma once

#include <entente/analysis/length.hpp>
#include <entente/core/ids.hpp>
#include <entente/core/person_network.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <utility>
#include <vector>

namespace entente {

inline constexpr double unreachable = std::numeric_limits<double>::infinity();

/// The length of every arc of a network, [2·num_ties]; empty for unit lengths. Made once and shared by all searches.
class ArcLengths {
 public:
  ArcLengths(const PersonNetwork& net, Length length) {
    if (length == Length::unit) return;
    lengths_.reserve(net.weights().size());
    for (const double weight : net.weights()) lengths_.push_back(1 / weight);
  }

  [[nodiscard]] bool is_unit() const { return lengths_.empty(); }
  [[nodiscard]] double operator[](std::size_t arc) const { return lengths_.empty() ? 1.0 : lengths_[arc]; }

 private:
  std::vector<double> lengths_;
};

/// Shortest paths from one source after the other: breadth-first for unit lengths, Dijkstra's method otherwise. Holds
/// the scratch space, 8–20 bytes a person, and clears only what a search has touched.
class PathSearch {
 public:
  /// Both must outlive the search.
  PathSearch(const PersonNetwork& net, const ArcLengths& lengths);

  /// Afterwards `distance` and `order` tell of this source. O(n + m), or O(m log n) with lengths.
  void run(PersonId source);

  [[nodiscard]] double distance(PersonId person) const { return distance_[person.index()]; }
  /// The persons within reach, nearest first, the source included; equally near ones by id where lengths are not units.
  [[nodiscard]] std::span<const PersonId> order() const { return order_; }

 private:
  void run_unit();
  void run_with_lengths();

  const PersonNetwork& net_;
  const ArcLengths& lengths_;
  std::vector<double> distance_;
  std::vector<PersonId> order_;
  std::vector<std::pair<double, PersonId>> heap_;
};

}  // namespace entente
