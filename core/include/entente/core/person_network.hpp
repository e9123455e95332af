#pragma once

#include <entente/core/compact_date.hpp>
#include <entente/core/date.hpp>
#include <entente/core/huge_pages.hpp>
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

/// What is kept of a tie beside its weight.
struct TieFacts {
  std::uint32_t events = 1;
  CompactDate first;
  CompactDate last;

  friend bool operator==(const TieFacts&, const TieFacts&) = default;
};

/// The ties of a person with persons of greater ids, ascending; the columns are in one order. Valid while the network
/// lives.
struct TieRow {
  PersonId a;
  std::span<const PersonId> others;  ///< each `b` > `a`
  std::span<const double> weights;
  std::span<const TieFacts> facts;

  /// Ties of the person.
  [[nodiscard]] std::size_t size() const { return others.size(); }
  /// The `i`-th tie, in the order of the other person.
  [[nodiscard]] Tie operator[](std::size_t i) const {
    return {a, others[i], weights[i], facts[i].events, facts[i].first.date(), facts[i].last.date()};
  }
};

/// The undirected, weighted network of persons: sorted CSR with both arcs of every tie, no loops, no parallel ties;
/// immutable. A weight is a strength. Memory: 16 bytes a person and 36 bytes a tie.
class PersonNetwork {
 public:
  PersonNetwork() = default;
  /// The network of `num_persons` persons with the given ties, in any order. Throws `Error` (`bad_option`) for a loop,
  /// a tie given twice, a person out of range, a weight that is not finite and positive.
  PersonNetwork(std::size_t num_persons, std::vector<Tie> ties);

  /// Isolated ones included.
  [[nodiscard]] std::size_t num_persons() const { return offsets_.size() - 1; }
  /// Each counted once, not for each direction.
  [[nodiscard]] std::size_t num_ties() const { return neighbours_.size() / 2; }
  /// How many others the person has a tie to. O(1).
  [[nodiscard]] std::size_t degree(PersonId person) const {
    return offsets_[person.index() + 1] - offsets_[person.index()];
  }

  /// Those with whom a person shares an event, ascending; the weights are in the same order.
  [[nodiscard]] std::span<const PersonId> neighbours_of(PersonId person) const { return slice(neighbours_, person); }
  /// [degree], in the order of `neighbours_of`.
  [[nodiscard]] std::span<const double> weights_of(PersonId person) const { return slice(weights_, person); }

  /// Each tie stands in the row of one person. O(1).
  [[nodiscard]] TieRow ties_of(PersonId a) const;
  /// The place of the first tie in the row of `a` among all ties, ascending by (a, b). O(1).
  [[nodiscard]] std::uint64_t first_tie(PersonId a) const { return tie_offsets_[a.index()]; }
  /// All ties, ascending by (a, b). O(ties) time and memory.
  [[nodiscard]] std::vector<Tie> ties() const;
  /// The tie of two persons, if they have one. O(log degree).
  [[nodiscard]] std::optional<Tie> tie(PersonId a, PersonId b) const;
  /// Σ of the weights of all ties, each once, added in order.
  [[nodiscard]] double total_weight() const;

  /// CSR row offsets [num_persons + 1] and, for linear algebra, the arrays of all arcs [2·num_ties].
  [[nodiscard]] std::span<const std::uint64_t> offsets() const { return offsets_; }
  /// [2·num_ties], of each person ascending.
  [[nodiscard]] std::span<const PersonId> neighbours() const { return neighbours_; }
  /// [2·num_ties], in the order of `neighbours`.
  [[nodiscard]] std::span<const double> weights() const { return weights_; }

  friend bool operator==(const PersonNetwork&, const PersonNetwork&) = default;

 private:
  friend class ProjectionBuilder;

  template <typename Value>
  std::span<const Value> slice(const HugeVector<Value>& values, PersonId person) const {
    return std::span(values).subspan(offsets_[person.index()], degree(person));
  }

  std::vector<std::uint64_t> offsets_{0};
  HugeVector<PersonId> neighbours_;
  HugeVector<double> weights_;
  std::vector<std::uint64_t> tie_offsets_{0};  // of the ties whose smaller person one is
  HugeVector<TieFacts> facts_;
};

}  // namespace entente
