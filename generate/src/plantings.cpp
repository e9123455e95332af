#include "plantings.hpp"

#include <entente/core/parallel.hpp>

#include <algorithm>
#include <cmath>
#include <unordered_set>

namespace entente::generate {

namespace {

/// A group or a pair around one community: all from it, but for those who come from outside.
std::vector<std::uint32_t> draw_members(const Population& population, std::size_t count, Share mixing,
                                        RandomStream& random) {
  std::vector<std::uint32_t> members;
  const std::uint32_t home = population.draw_community(random);
  for (int attempt = 0; members.size() < count && attempt < 64; ++attempt) {
    const bool outside = !members.empty() && random.chance(mixing);
    const std::uint32_t person = population.draw_person(outside ? population.draw_outside(home, random) : home, random);
    if (std::ranges::find(members, person) == members.end()) members.push_back(person);
  }
  return members;
}

/// Pairs that were planted, each once.
class PairSet {
 public:
  bool insert(std::uint32_t one, std::uint32_t other) {
    return pairs_.insert((std::uint64_t{std::min(one, other)} << 32U) | std::max(one, other)).second;
  }

 private:
  std::unordered_set<std::uint64_t> pairs_;
};

}  // namespace

Plantings::Plantings(const Population& population, const CorpusSizes& sizes, const GenerateOptions& options,
                     const EventSizes& event_sizes, const Run& run)
    : order_(sizes.events, scrambled(options.seed + 3)) {
  if (options.background == Background::bicm) {
    const double incidences = sum_blocks(run, sizes.events, 1U << 16U, [&](std::size_t begin, std::size_t end) {
      std::uint64_t sum = 0;
      for (std::size_t event = begin; event < end; ++event) {
        RandomStream random(options.seed, Stage::occasion, event);
        const std::uint64_t size = event_sizes.draw(random);
        sum += size * (size - 1);
      }
      return static_cast<double>(sum);
    });
    plant_chance_pairs(population, sizes, options, incidences);
  } else {
    plant_pairs(population, sizes, options);
    plant_groups(population, sizes, options);
  }
}

void Plantings::add(Planting planting) {
  until_.push_back((until_.empty() ? 0 : until_.back()) + planting.events);
  plantings_.push_back(std::move(planting));
}

void Plantings::plant_pairs(const Population& population, const CorpusSizes& sizes, const GenerateOptions& options) {
  const auto events = static_cast<std::uint64_t>(options.pairs * static_cast<double>(sizes.events));
  const std::uint64_t pairs = std::max<std::uint64_t>(1, sizes.persons / 50);
  const Share mixing(options.mixing);
  PairSet taken;
  std::uint64_t given = 0;
  for (std::uint64_t rank = 0; rank < pairs; ++rank) {
    const double share = std::sqrt(static_cast<double>(rank + 1) / static_cast<double>(pairs));
    const auto until = static_cast<std::uint64_t>(share * static_cast<double>(events));
    RandomStream random(options.seed, Stage::plantings, rank);
    std::vector<std::uint32_t> members = draw_members(population, 2, mixing, random);
    if (until > given && members.size() == 2 && taken.insert(members[0], members[1])) {
      add({std::move(members), until - given});
      given = until;
    }
  }
  num_pairs_ = plantings_.size();
}

void Plantings::plant_groups(const Population& population, const CorpusSizes& sizes, const GenerateOptions& options) {
  const auto events = static_cast<std::uint64_t>(options.groups * static_cast<double>(sizes.events));
  const std::uint64_t groups = std::max<std::uint64_t>(1, sizes.persons / 200);
  const Share mixing(options.mixing);
  std::uint64_t given = 0;
  for (std::uint64_t rank = 0; rank < groups; ++rank) {
    const auto until = (rank + 1) * events / groups;
    RandomStream random(options.seed, Stage::plantings, rank, 1);
    const std::size_t wanted = 3 + random.below(4);
    std::vector<std::uint32_t> members = draw_members(population, wanted, mixing, random);
    if (until > given && members.size() >= 3) {
      add({std::move(members), until - given});
      given = until;
    }
  }
}

void Plantings::plant_chance_pairs(const Population& population, const CorpusSizes& sizes,
                                   const GenerateOptions& options, double incidences) {
  const auto budget = static_cast<std::uint64_t>(options.pairs * static_cast<double>(sizes.events));
  const std::uint64_t pairs = std::max<std::uint64_t>(1, sizes.persons / 50);
  const auto total = static_cast<double>(population.total_activity());
  PairSet taken;
  for (std::uint64_t rank = 0; rank < pairs; ++rank) {
    RandomStream random(options.seed, Stage::plantings, rank);
    const std::uint32_t one = population.draw_anybody(random);
    std::uint32_t other = population.draw_anybody(random);
    while (other == one) other = population.draw_anybody(random);
    if (!taken.insert(one, other)) continue;
    const double expected = incidences * (static_cast<double>(population.activity(one)) / total) *
                            (static_cast<double>(population.activity(other)) / total);
    const double planted = (options.excess - 1.0) * expected;
    auto events = static_cast<std::uint64_t>(planted);
    if (random.unit() <= planted - static_cast<double>(events)) ++events;
    if ((until_.empty() ? 0 : until_.back()) + events > budget) break;
    add({{one, other}, events, expected});
  }
  num_pairs_ = plantings_.size();
}

const Planting* Plantings::in_event(std::uint64_t event) const {
  const std::uint64_t turn = order_(event);
  if (until_.empty() || turn >= until_.back()) return nullptr;
  return &plantings_[static_cast<std::size_t>(std::ranges::upper_bound(until_, turn) - until_.begin())];
}

}  // namespace entente::generate
