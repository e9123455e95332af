#pragma once

#include "plane_points.hpp"

#include <entente/core/parallel.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace entente {

/// A quadtree over points that have masses, for forces that fall with the distance.
class RepulsionTree {
 public:
  /// Sorts the points along a Morton curve, equal ones by number. Memory is kept from one call to the next.
  void build(const PlanePoints& points, std::span<const float> masses);

  /// forces[i] = Σ_j m(i)·m(j)·(p(i) − p(j))/(|p(i) − p(j)|² + softening), where a cell that is less than `theta` times
  /// its distance wide counts as one point in its centre of mass.
  void repel(float theta, Workers& workers, PlanePoints& forces) const;

  /// For each point the distance to the nearest other; infinite for a single point.
  void nearest(Workers& workers, std::vector<float>& distances) const;

  static constexpr float softening = 1e-4F;

 private:
  struct Box {
    float left = std::numeric_limits<float>::infinity();
    float bottom = std::numeric_limits<float>::infinity();
    float right = -std::numeric_limits<float>::infinity();
    float top = -std::numeric_limits<float>::infinity();

    void include(const Box& other);
    [[nodiscard]] float distance2(const Box& other) const;
  };
  /// Cells stand in preorder: the first child follows its parent, and `next` is the first cell that is not within.
  struct Cell {
    Box box;
    float x = 0;
    float y = 0;
    float mass = 0;
    std::uint32_t next = 0;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    bool is_leaf = false;
  };
  /// Near points that are worked off together.
  struct Bunch {
    std::uint32_t begin;
    std::uint32_t end;
    std::uint32_t parent;
  };
  struct Others;

  void sort(const PlanePoints& points);
  std::uint32_t build_cell(std::uint32_t begin, std::uint32_t end, std::uint32_t parent);
  void add_to_bunches(std::uint32_t begin, std::uint32_t end, std::uint32_t parent);
  [[nodiscard]] Box box_of(std::uint32_t begin, std::uint32_t end) const;
  void find_others(const Bunch& bunch, float theta, Others& others) const;
  void repel_bunch(const Bunch& bunch, const Others& others, PlanePoints& forces) const;

  std::vector<std::uint64_t> keys_;  // Morton code, then number
  std::vector<std::uint64_t> spare_keys_;
  PlanePoints points_;  // in the order of keys, as are masses
  std::vector<float> masses_;
  std::vector<Cell> cells_;
  std::vector<Bunch> bunches_;
};

}  // namespace entente
