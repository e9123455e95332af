#pragma once

#include "alias_table.hpp"
#include "permutation.hpp"
#include "random_stream.hpp"

#include <entente/generate/options.hpp>
#include <entente/generate/tables.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace entente::generate {

/// The officials of a ministry of a country.
struct Community {
  std::uint32_t country = 0;   ///< of `Tables::countries`
  std::uint32_t ministry = 0;  ///< of `Tables::ministries`
  std::uint32_t begin = 0;     ///< persons [begin, end)
  std::uint32_t end = 0;
  std::uint64_t activity = 0;  ///< of all its persons
};

/// Who there is, where they belong, and how active they are. Persons are numbered community by community. Communities
/// have sizes ~ rank^−0.7. Activity is Pareto distributed with the exponent 2.1 of the density, and no more than makes
/// for 4·√events expected participations. Memory: 18 bytes a person.
class Population {
 public:
  /// `participations`: how many places at events there are to fill.
  Population(const Tables& tables, const CorpusSizes& sizes, double participations, std::uint64_t seed);

  [[nodiscard]] std::uint32_t num_persons() const { return static_cast<std::uint32_t>(activity_.size()); }
  [[nodiscard]] std::span<const Community> communities() const { return communities_; }
  [[nodiscard]] std::uint32_t community_of(std::uint32_t person) const { return community_[person]; }
  /// The communities of the country of one, itself among them.
  [[nodiscard]] std::span<const std::uint32_t> compatriots(std::uint32_t community) const;
  [[nodiscard]] std::uint32_t activity(std::uint32_t person) const { return activity_[person]; }
  [[nodiscard]] std::uint64_t total_activity() const { return total_activity_; }

  /// By activity.
  [[nodiscard]] std::uint32_t draw_community(RandomStream& random) const { return by_activity_.draw(random); }
  /// By activity, of one community.
  [[nodiscard]] std::uint32_t draw_person(std::uint32_t community, RandomStream& random) const {
    const Community& one = communities_[community];
    const std::size_t count = one.end - one.begin;
    return one.begin + draw_alias(std::span(limits_).subspan(one.begin, count),
                                  std::span(others_).subspan(one.begin, count), one.activity, random);
  }
  /// By activity, of all.
  [[nodiscard]] std::uint32_t draw_anybody(RandomStream& random) const {
    return draw_person(draw_community(random), random);
  }
  /// Another community than `home`, whom its officials meet: a counterpart of another country as often as not, or
  /// anybody. `home` itself where there is no other.
  [[nodiscard]] std::uint32_t draw_outside(std::uint32_t home, RandomStream& random) const;

 private:
  void place_communities(const Tables& tables, const CorpusSizes& sizes, std::uint64_t seed);
  void draw_activity(const CorpusSizes& sizes, double participations, std::uint64_t seed);

  std::vector<Community> communities_;
  std::vector<std::vector<std::uint32_t>> by_country_;
  std::vector<std::vector<std::uint32_t>> by_ministry_;
  std::vector<std::uint16_t> community_;  // of each person
  std::vector<std::uint32_t> activity_;
  std::vector<std::uint64_t> limits_;
  std::vector<std::uint32_t> others_;
  AliasTable by_activity_;
  std::uint64_t total_activity_ = 0;
};

}  // namespace entente::generate
