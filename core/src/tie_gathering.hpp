#pragma once

#include "projection_terms.hpp"
#include "row_gatherer.hpp"

#include <entente/core/event_graph.hpp>
#include <entente/core/parallel.hpp>
#include <entente/core/projection.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace entente {

/// The ties of a projection row by row, each in the row of its smaller person. `Entry` is `CountedTie` or `SummedTie`.
template <typename Entry>
class TieGathering {
 public:
  /// Refers to its arguments.
  TieGathering(const EventGraph& graph, const ProjectionOptions& options, const ProjectionTerms& terms,
               std::span<const std::uint32_t> bounds, Workers& workers)
      : graph_(graph), options_(options), terms_(terms), bounds_(bounds), workers_(workers), rows_(workers.count()) {}

  /// Whether any tie is left out.
  [[nodiscard]] bool is_filtered() const {
    return options_.min_events > 1 || options_.min_weight > 0 || options_.keep != nullptr;
  }

  /// Calls `visit(begin, end, worker, row)` for consecutive blocks of persons on all threads; `row` is for `for_ties`.
  template <typename Visit>
  void for_blocks(const Visit& visit) {
    workers_.for_blocks(graph_.num_persons(), rows_a_block,
                        [&](std::size_t begin, std::size_t end, std::size_t worker) {
                          if (!rows_[worker]) rows_[worker] = std::make_unique<RowGatherer<Entry>>(graph_, terms_);
                          visit(begin, end, worker, *rows_[worker]);
                        });
  }

  /// Calls `visit(entry)` for the ties of `person` with persons of greater ids that are kept, ascending.
  template <typename Visit>
  void for_ties(PersonId person, RowGatherer<Entry>& row, const Visit& visit) const {
    const std::span<std::uint32_t> others = row.gather(person, bounds_[person.index()]);
    row.sort(others);
    const bool filtered = is_filtered();
    for (const std::uint32_t other : others) {
      const Entry& entry = row.entry(other);
      if (!filtered || keeps(person, entry)) visit(entry);
    }
    row.forget();
  }

  /// The number of ties that `for_ties` visits.
  [[nodiscard]] std::uint32_t count_ties(PersonId person, RowGatherer<Entry>& row) const {
    const std::span<std::uint32_t> others = row.gather(person, bounds_[person.index()]);
    std::size_t kept = others.size();
    if (is_filtered()) {
      kept = static_cast<std::size_t>(
          std::ranges::count_if(others, [&](std::uint32_t other) { return keeps(person, row.entry(other)); }));
    }
    row.forget();
    return static_cast<std::uint32_t>(kept);
  }

  [[nodiscard]] double weight_of(PersonId person, const Entry& entry) const {
    return terms_.weight_of(person, PersonId(entry.other), entry.sum());
  }
  [[nodiscard]] TieFacts facts_of(const Entry& entry) const {
    return {entry.events, terms_.first(entry.begin), terms_.last(entry.end)};
  }

  static constexpr std::size_t rows_a_block = 256;

 private:
  [[nodiscard]] bool keeps(PersonId person, const Entry& entry) const {
    return entry.events >= options_.min_events &&
           (options_.min_weight <= 0 || weight_of(person, entry) >= options_.min_weight) &&
           (!options_.keep || options_.keep(person, PersonId(entry.other), entry.events));
  }

  const EventGraph& graph_;
  const ProjectionOptions& options_;
  const ProjectionTerms& terms_;
  std::span<const std::uint32_t> bounds_;
  Workers& workers_;
  std::vector<std::unique_ptr<RowGatherer<Entry>>> rows_;  // of the workers
};

}  // namespace entente
