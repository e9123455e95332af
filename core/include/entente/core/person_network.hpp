#pragma once

#include <entente/core/date.hpp>
#include <entente/core/ids.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace entente {

/// One tie of a network, `a` < `b`.
struct Tie {
  PersonId a;
  PersonId b;
  double weight = 1;               ///< a strength, > 0
  std::uint32_t events = 1;        ///< the number of events that both took part in
  std::optional<Date> first = {};  ///< of the events with a year, the one with the earliest first day
  std::optional<Date> last = {};   ///< and the one with the latest last day

  friend bool operator==(const Tie&, const Tie&) = default;
};

/// The undirected, weighted network of persons: sorted CSR with both arcs of every tie, no loops, no parallel ties;
/// immutable. A weight is a strength. Memory: 8 bytes a person and 28 bytes an arc.
class PersonNetwork {
 public:
  PersonNetwork() = default;
  /// The network of `num_persons` persons with the given ties, in any order. Throws `Error` (`bad_option`) for a loop,
  /// a tie given twice, a person out of range, a weight that is not finite and positive.
  PersonNetwork(std::size_t num_persons, std::vector<Tie> ties);

  [[nodiscard]] std::size_t num_persons() const { return offsets_.size() - 1; }
  [[nodiscard]] std::size_t num_ties() const { return neighbours_.size() / 2; }
  [[nodiscard]] std::size_t degree(PersonId person) const {
    return offsets_[person.index() + 1] - offsets_[person.index()];
  }

  /// Those with whom a person shares an event, ascending; the four other ranges are in the same order.
  [[nodiscard]] std::span<const PersonId> neighbours_of(PersonId person) const { return slice(neighbours_, person); }
  [[nodiscard]] std::span<const double> weights_of(PersonId person) const { return slice(weights_, person); }
  [[nodiscard]] std::span<const std::uint32_t> shared_events_of(PersonId person) const {
    return slice(shared_, person);
  }
  [[nodiscard]] std::span<const std::optional<Date>> first_dates_of(PersonId person) const {
    return slice(first_, person);
  }
  [[nodiscard]] std::span<const std::optional<Date>> last_dates_of(PersonId person) const {
    return slice(last_, person);
  }

  /// All ties with `a` < `b`, ascending. O(ties) time and memory.
  [[nodiscard]] std::vector<Tie> ties() const;
  /// The tie of two persons, if they have one. O(log degree).
  [[nodiscard]] std::optional<Tie> tie(PersonId a, PersonId b) const;
  /// Σ of the weights of all ties, each once, added in order.
  [[nodiscard]] double total_weight() const;

  /// CSR row offsets [num_persons + 1] and, for linear algebra, the arrays of all arcs [2·num_ties].
  [[nodiscard]] std::span<const std::uint64_t> offsets() const { return offsets_; }
  [[nodiscard]] std::span<const PersonId> neighbours() const { return neighbours_; }
  [[nodiscard]] std::span<const double> weights() const { return weights_; }

  friend bool operator==(const PersonNetwork&, const PersonNetwork&) = default;

 private:
  friend class ProjectionBuilder;

  template <typename Value>
  std::span<const Value> slice(const std::vector<Value>& values, PersonId person) const {
    return std::span(values).subspan(offsets_[person.index()], degree(person));
  }

  std::vector<std::uint64_t> offsets_{0};
  std::vector<PersonId> neighbours_;
  std::vector<double> weights_;
  std::vector<std::uint32_t> shared_;
  std::vector<std::optional<Date>> first_;
  std::vector<std::optional<Date>> last_;
};

}  // namespace entente
