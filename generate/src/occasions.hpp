#pragma once

#include "calendar.hpp"
#include "event_sizes.hpp"
#include "plantings.hpp"
#include "population.hpp"
#include "terms.hpp"

#include <entente/core/record.hpp>
#include <entente/core/run.hpp>

#include <cstdint>
#include <utility>
#include <vector>

namespace entente::generate {

/// Somebody at an occasion.
struct Attendee {
  std::uint32_t person = 0;
  std::uint32_t delegation = 0;  ///< those who came together have the same number, who heads them comes first
};

/// What took place.
struct Occasion {
  std::uint64_t number = 0;
  Day day = 0;
  EventType type = EventType::meeting;
  std::uint32_t home = 0;    ///< the community whose event it is
  std::uint32_t host = 0;    ///< the community that it takes place at: its country's towns, its ministry's building
  std::uint32_t town = 0;    ///< 0: the capital, else a town of the country
  bool at_building = false;  ///< the building is told rather than the town
  const Planting* planting = nullptr;
  std::vector<Attendee> attendees = {};
};

/// Everything that takes place, each occasion found from its number alone.
class Occasions {
 public:
  /// What is passed is borrowed. Looks at all occasions once, for those persons who would take part in none: each of
  /// them joins one of the own community. Not of bicm, where activity alone decides. Memory: 6 bytes an event
  /// meanwhile.
  Occasions(const Tables& tables, const Population& population, const Terms& terms, const CorpusSizes& sizes,
            const GenerateOptions& options, const EventSizes& event_sizes, const Run& run);

  [[nodiscard]] Occasion operator[](std::uint64_t number) const;
  [[nodiscard]] const Plantings& plantings() const { return plantings_; }

 private:
  struct Joining {
    std::uint64_t event = 0;
    std::uint32_t person = 0;
  };

  [[nodiscard]] Occasion draw(std::uint64_t number) const;
  void add_planted(Occasion& occasion) const;
  void fill(Occasion& occasion, std::uint32_t size, RandomStream& random) const;
  void fill_by_chance(Occasion& occasion, std::uint32_t size, RandomStream& random) const;
  void set_the_scene(Occasion& occasion, RandomStream& random) const;
  [[nodiscard]] std::uint32_t draw_official(std::uint32_t community, Day day, RandomStream& random) const;
  void find_joining(const Run& run);

  const Tables& tables_;
  const Population& population_;
  const Terms& terms_;
  const EventSizes& event_sizes_;
  CorpusSizes sizes_;
  std::uint64_t seed_;
  bool bicm_;
  Share mixing_;
  Share delegations_;
  Calendar calendar_;
  Plantings plantings_;
  std::vector<Joining> joining_;  // by event
};

}  // namespace entente::generate
