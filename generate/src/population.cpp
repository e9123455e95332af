// Countries and ministries are as many as the communities ask for: with 300 communities, 8 ministries of 38 countries.
// Which of them is large and which small is random.

#include "population.hpp"

#include "powers.hpp"

#include <entente/core/error.hpp>

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace entente::generate {

namespace {

constexpr double unit_of_activity = 256.0;

/// ranks^−0.7 as whole numbers of persons that sum to `persons`: where each community begins.
std::vector<std::uint32_t> community_bounds(std::uint64_t persons, std::uint64_t communities) {
  std::vector<double> sums{0.0};
  for (std::uint64_t rank = 1; rank <= communities; ++rank) {
    sums.push_back(sums.back() + power(static_cast<double>(rank), -0.7));
  }
  std::vector<std::uint32_t> bounds;
  for (const double sum : sums) {
    bounds.push_back(static_cast<std::uint32_t>(sum / sums.back() * static_cast<double>(persons) + 0.5));
  }
  return bounds;
}

}  // namespace

Population::Population(const Tables& tables, const CorpusSizes& sizes, double participations, std::uint64_t seed) {
  place_communities(tables, sizes, seed);
  draw_activity(sizes, participations, seed);
}

void Population::place_communities(const Tables& tables, const CorpusSizes& sizes, std::uint64_t seed) {
  const std::uint64_t wanted = sizes.communities;
  const std::uint64_t most = tables.countries.size() * tables.ministries.size();
  if (wanted > most) {
    throw Error(ErrorCode::bad_option, fmt::format("there are no more than {} ministries of all countries", most),
                {.field = "communities"}, "ask for fewer communities, or add countries or offices to the tables");
  }
  const auto root = static_cast<std::uint64_t>(std::sqrt(static_cast<double>(wanted)));
  std::uint64_t ministries =
      std::clamp<std::uint64_t>((root + 2) / 2, 1, std::min<std::size_t>(8, tables.ministries.size()));
  ministries = std::max(ministries, (wanted + tables.countries.size() - 1) / tables.countries.size());
  const Permutation chosen(tables.countries.size(), scrambled(seed + 1));
  const Permutation places(wanted, scrambled(seed + 2));
  const std::vector<std::uint32_t> bounds = community_bounds(sizes.persons, wanted);
  by_country_.resize(tables.countries.size());
  by_ministry_.resize(tables.ministries.size());
  for (std::uint32_t community = 0; community < wanted; ++community) {
    const std::uint64_t place = places(community);
    Community one{static_cast<std::uint32_t>(chosen(place / ministries)),
                  static_cast<std::uint32_t>(place % ministries), bounds[community], bounds[community + 1]};
    by_country_[one.country].push_back(community);
    by_ministry_[one.ministry].push_back(community);
    communities_.push_back(one);
    community_.resize(one.end, static_cast<std::uint16_t>(community));
  }
}

void Population::draw_activity(const CorpusSizes& sizes, double participations, std::uint64_t seed) {
  std::vector<double> pareto(sizes.persons);
  double sum = 0.0;
  for (std::size_t person = 0; person < pareto.size(); ++person) {
    pareto[person] = power(RandomStream(seed, Stage::activity, person).unit(), -1.0 / 1.1);
    sum += pareto[person];
  }
  // The cap moves the mean that it is told by: three rounds come close enough.
  for (int round = 0; round < 3; ++round) {
    const double cap = 4.0 * std::sqrt(static_cast<double>(sizes.events)) * sum / participations;
    sum = 0.0;
    for (double& value : pareto) {
      value = std::min(value, cap);
      sum += value;
    }
  }
  activity_.reserve(pareto.size());
  for (const double value : pareto) {
    activity_.push_back(std::max<std::uint32_t>(1, static_cast<std::uint32_t>(value * unit_of_activity + 0.5)));
  }
  limits_.resize(activity_.size());
  others_.resize(activity_.size());
  std::uint64_t most = 1;
  for (Community& one : communities_) {
    const std::size_t count = one.end - one.begin;
    one.activity =
        fill_alias_table(std::span(activity_).subspan(one.begin, count), std::span(limits_).subspan(one.begin, count),
                         std::span(others_).subspan(one.begin, count));
    total_activity_ += one.activity;
    most = std::max(most, one.activity);
  }
  // Weights of 32 bits: exact unless a community has more activity than they hold.
  const std::uint64_t divisor = most / 0xFFFF'FFFFU + 1;
  std::vector<std::uint32_t> weights;
  for (const Community& one : communities_) {
    weights.push_back(static_cast<std::uint32_t>(std::max<std::uint64_t>(1, one.activity / divisor)));
  }
  by_activity_ = AliasTable(weights);
}

std::span<const std::uint32_t> Population::compatriots(std::uint32_t community) const {
  return by_country_[communities_[community].country];
}

std::uint32_t Population::draw_outside(std::uint32_t home, RandomStream& random) const {
  if (communities_.size() == 1) return home;
  const std::vector<std::uint32_t>& counterparts = by_ministry_[communities_[home].ministry];
  if (counterparts.size() > 1 && random.percent(50)) {
    const auto here = static_cast<std::size_t>(std::ranges::lower_bound(counterparts, home) - counterparts.begin());
    // Near neighbours in the list are met more often than far ones.
    const std::size_t steps =
        1 + std::min({random.below(counterparts.size() - 1), random.below(counterparts.size() - 1),
                      random.below(counterparts.size() - 1)});
    return counterparts[(here + steps) % counterparts.size()];
  }
  std::uint32_t other = draw_community(random);
  for (int attempt = 0; other == home && attempt < 16; ++attempt) other = draw_community(random);
  return other == home ? (home + 1) % static_cast<std::uint32_t>(communities_.size()) : other;
}

}  // namespace entente::generate
