#pragma once

#include "event_sizes.hpp"
#include "permutation.hpp"
#include "population.hpp"

#include <entente/core/run.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace entente::generate {

/// Persons who are made to meet again and again.
struct Planting {
  std::vector<std::uint32_t> persons = {};  ///< two of a pair, three to six of a group
  std::uint64_t events = 0;                 ///< that they were put into
  double expected = 0.0;                    ///< bicm: events that a pair shares by chance; else 0
};

/// Planted pairs, then planted groups, and which events they were put into: events are drawn without order, and a
/// planting's turns are consecutive ones in that order, so that nothing is kept by event.
class Plantings {
 public:
  /// Pairs are as many as a fiftieth of the persons, their events ~ rank^−0.5; groups a two-hundredth. Of bicm, pairs
  /// get (excess − 1) times the events that their activity and the sizes of all events make them share on average.
  Plantings(const Population& population, const CorpusSizes& sizes, const GenerateOptions& options,
            const EventSizes& event_sizes, const Run& run);

  [[nodiscard]] std::span<const Planting> all() const { return plantings_; }
  [[nodiscard]] std::size_t num_pairs() const { return num_pairs_; }
  /// What was put into the event; null for most.
  [[nodiscard]] const Planting* in_event(std::uint64_t event) const;

 private:
  void plant_pairs(const Population& population, const CorpusSizes& sizes, const GenerateOptions& options);
  void plant_groups(const Population& population, const CorpusSizes& sizes, const GenerateOptions& options);
  void plant_chance_pairs(const Population& population, const CorpusSizes& sizes, const GenerateOptions& options,
                          double incidences);
  void add(Planting planting);

  std::vector<Planting> plantings_;
  std::vector<std::uint64_t> until_;  // sums of their events
  std::size_t num_pairs_ = 0;
  Permutation order_;  // of the events
};

}  // namespace entente::generate
