// Arcs in an order that keeps tied communities together: after each comes the one with the most weight to it of those
// that are left, or else the first of these.
#include "rounded_position.hpp"

#include <entente/analysis/degree.hpp>
#include <entente/analysis/layout.hpp>
#include <entente/core/error.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <utility>

#include <fmt/format.h>

namespace entente {

namespace {

constexpr double gap_of_neighbours = 2;
constexpr double gap_of_arcs = 30;
constexpr double least_radius = 60;

/// Communities of two and more, each with its members; those who are alone are a last one.
class Arcs {
 public:
  Arcs(const PersonNetwork& net, std::span<const std::uint32_t> communities) : net_(net), arc_of_(communities.size()) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> members;
    for (std::size_t person = 0; person < communities.size(); ++person) {
      members.emplace_back(communities[person], static_cast<std::uint32_t>(person));
    }
    std::ranges::sort(members);
    std::vector<std::uint32_t> alone;
    for (std::size_t begin = 0; begin < members.size();) {
      std::size_t end = begin;
      while (end < members.size() && members[end].first == members[begin].first) ++end;
      if (end - begin == 1) {
        alone.push_back(members[begin].second);
      } else {
        arcs_.emplace_back();
        for (std::size_t i = begin; i < end; ++i) arcs_.back().push_back(members[i].second);
      }
      begin = end;
    }
    num_circles_ = arcs_.size();
    if (!alone.empty()) arcs_.push_back(std::move(alone));
    for (std::size_t arc = 0; arc < arcs_.size(); ++arc) {
      for (const std::uint32_t person : arcs_[arc]) arc_of_[person] = arc;
    }
  }

  [[nodiscard]] std::vector<std::vector<std::uint32_t>> ordered() {
    std::vector<bool> is_placed(num_circles_, false);
    std::vector<double> weight(arcs_.size(), 0.0);
    std::vector<std::vector<std::uint32_t>> order;
    std::size_t first_left = 0;
    for (std::size_t arc = 0; order.size() < num_circles_;) {
      is_placed[arc] = true;
      const std::vector<std::size_t> near = weigh_near(arc, weight);
      order.push_back(in_middle(arcs_[arc]));
      while (first_left < num_circles_ && is_placed[first_left]) ++first_left;
      std::size_t next = first_left;
      double most = 0;
      for (const std::size_t other : near) {
        const bool is_left = other < num_circles_ && !is_placed[other];
        if (is_left && (weight[other] > most || (weight[other] == most && other < next))) {
          most = weight[other];
          next = other;
        }
      }
      for (const std::size_t other : near) weight[other] = 0;
      arc = next;
    }
    if (arcs_.size() > num_circles_) order.push_back(in_middle(arcs_.back()));
    return order;
  }

 private:
  /// Adds up the weight from one arc to each other; those that have any.
  std::vector<std::size_t> weigh_near(std::size_t arc, std::vector<double>& weight) const {
    std::vector<std::size_t> near;
    for (const std::uint32_t person : arcs_[arc]) {
      const auto neighbours = net_.neighbours_of(PersonId(person));
      const auto weights = net_.weights_of(PersonId(person));
      for (std::size_t i = 0; i < neighbours.size(); ++i) {
        const std::size_t other = arc_of_[neighbours[i].index()];
        if (weight[other] == 0) near.push_back(other);
        weight[other] += weights[i];
      }
    }
    return near;
  }

  /// By strength, the greatest in the middle, then to either side in turn.
  [[nodiscard]] std::vector<std::uint32_t> in_middle(const std::vector<std::uint32_t>& members) {
    std::vector<std::uint32_t> by_strength = members;
    std::ranges::stable_sort(by_strength, std::ranges::greater(),
                             [&](std::uint32_t person) { return strengths_[person]; });
    std::vector<std::uint32_t> row(members.size());
    const std::size_t middle = (members.size() - 1) / 2;
    for (std::size_t rank = 0; rank < row.size(); ++rank) {
      const std::size_t step = (rank + 1) / 2;
      row[rank % 2 == 1 ? middle + step : middle - step] = by_strength[rank];
    }
    return row;
  }

  const PersonNetwork& net_;
  Scores strengths_ = strength(net_);
  std::vector<std::size_t> arc_of_;
  std::vector<std::vector<std::uint32_t>> arcs_;
  std::size_t num_circles_ = 0;
};

}  // namespace

std::vector<Position> circular_layout(const PersonNetwork& net, std::span<const std::uint32_t> communities) {
  if (communities.size() != net.num_persons()) {
    throw Error(ErrorCode::bad_option, fmt::format("the list of communities has {} values for a network of {} persons",
                                                   communities.size(), net.num_persons()));
  }
  std::vector<Position> positions(net.num_persons());
  if (positions.size() < 2) return positions;
  const std::vector<std::vector<std::uint32_t>> arcs = Arcs(net, communities).ordered();
  const std::vector<double> radii = drawn_radii(net);
  double around = 0;
  for (const auto& arc : arcs) {
    for (const std::uint32_t person : arc) around += 2 * radii[person] + gap_of_neighbours;
    if (arcs.size() > 1) around += gap_of_arcs;
  }
  // A chord is shorter than its arc, by little on a circle this wide.
  const double radius = std::max(least_radius, around / (2 * std::numbers::pi));
  const double turn = 2 * std::numbers::pi / around;
  double along = 0;
  for (const auto& arc : arcs) {
    for (const std::uint32_t person : arc) {
      const double room = 2 * radii[person] + gap_of_neighbours;
      const double angle = (along + room / 2) * turn;
      positions[person] = rounded_position(radius * std::cos(angle), radius * std::sin(angle));
      along += room;
    }
    if (arcs.size() > 1) along += gap_of_arcs;
  }
  return positions;
}

}  // namespace entente
