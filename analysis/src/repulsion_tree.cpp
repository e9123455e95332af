// A quadtree of preorder cells over points that are sorted along a Morton curve, made anew for each set of positions.
//
// Cells with no more than a bunch of points are leaves; levels on which a cell has a single child are left out. Forces
// are found a bunch at a time (up to 16 near points): one walk through the tree lists the cells and points that act on
// the whole bunch, judged by the distance to its box, which is never more than that of any of its points. The list then
// acts on all points of the bunch at once; lanes are points, so that the compiler may use vector registers without
// changing the order of a sum. Each force is one thread's work, in an order that the tree alone decides.
#include "repulsion_tree.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <utility>

namespace entente {

namespace {

constexpr std::uint32_t points_a_bunch = 16;
constexpr std::size_t bunches_a_block = 32;
constexpr std::size_t tree_searches_a_block = 1024;
constexpr unsigned morton_bits = 16;  // an axis
constexpr auto no_parent = std::numeric_limits<std::uint32_t>::max();

std::uint32_t spread_bits(std::uint32_t value) {
  value = (value | (value << 8U)) & 0x00FF00FFU;
  value = (value | (value << 4U)) & 0x0F0F0F0FU;
  value = (value | (value << 2U)) & 0x33333333U;
  return (value | (value << 1U)) & 0x55555555U;
}

std::uint32_t point_of(std::uint64_t key) { return static_cast<std::uint32_t>(key); }
std::uint32_t morton_of(std::uint64_t key) { return static_cast<std::uint32_t>(key >> 32U); }

}  // namespace

void RepulsionTree::Box::include(const Box& other) {
  left = std::min(left, other.left);
  bottom = std::min(bottom, other.bottom);
  right = std::max(right, other.right);
  top = std::max(top, other.top);
}

float RepulsionTree::Box::distance2(const Box& other) const {
  const float dx = std::max({0.0F, left - other.right, other.left - right});
  const float dy = std::max({0.0F, bottom - other.top, other.bottom - top});
  return dx * dx + dy * dy;
}

/// What acts on a bunch.
struct RepulsionTree::Others {
  std::vector<float> x;
  std::vector<float> y;
  std::vector<float> mass;

  void clear() {
    x.clear();
    y.clear();
    mass.clear();
  }
};

void RepulsionTree::build(const PlanePoints& points, std::span<const float> masses) {
  sort(points);
  const std::size_t size = points.size();
  points_.x.resize(size);
  points_.y.resize(size);
  masses_.resize(size);
  for (std::size_t i = 0; i < size; ++i) {
    const std::uint32_t point = point_of(keys_[i]);
    points_.x[i] = points.x[point];
    points_.y[i] = points.y[point];
    masses_[i] = masses[point];
  }
  cells_.clear();
  bunches_.clear();
  if (size > 0) build_cell(0, static_cast<std::uint32_t>(size), no_parent);
}

// By a radix sort, which keeps equal codes in the order of numbers.
void RepulsionTree::sort(const PlanePoints& points) {
  const std::size_t size = points.size();
  keys_.resize(size);
  spare_keys_.resize(size);
  if (size == 0) return;
  const auto [left, right] = std::ranges::minmax(points.x);
  const auto [bottom, top] = std::ranges::minmax(points.y);
  const float width = std::max({right - left, top - bottom, std::numeric_limits<float>::min()});
  constexpr auto largest = static_cast<float>((1U << morton_bits) - 1U);
  const float scale = largest / width;
  const auto step = [scale, largest](float value) {
    return spread_bits(static_cast<std::uint32_t>(std::clamp(value * scale, 0.0F, largest)));
  };
  for (std::size_t i = 0; i < size; ++i) {
    const std::uint32_t code = step(points.x[i] - left) | (step(points.y[i] - bottom) << 1U);
    keys_[i] = (std::uint64_t{code} << 32U) | i;
  }
  constexpr unsigned digit_bits = 11;
  for (unsigned shift = 32; shift < 64; shift += digit_bits) {
    std::array<std::uint32_t, (1U << digit_bits)> starts{};
    const auto digit = [shift](std::uint64_t key) { return (key >> shift) & ((1U << digit_bits) - 1U); };
    for (const std::uint64_t key : keys_) ++starts[digit(key)];
    std::uint32_t start = 0;
    for (std::uint32_t& count : starts) start += std::exchange(count, start);
    for (const std::uint64_t key : keys_) spare_keys_[starts[digit(key)]++] = key;
    keys_.swap(spare_keys_);
  }
}

std::uint32_t RepulsionTree::build_cell(std::uint32_t begin, std::uint32_t end, std::uint32_t parent) {
  const auto index = static_cast<std::uint32_t>(cells_.size());
  cells_.emplace_back();
  cells_[index].begin = begin;
  cells_[index].end = end;
  const std::uint32_t differing = morton_of(keys_[begin]) ^ morton_of(keys_[end - 1]);
  float x = 0;
  float y = 0;
  float mass = 0;
  Box box;
  if (end - begin <= points_a_bunch || differing == 0) {
    for (std::uint32_t i = begin; i < end; ++i) {
      x += masses_[i] * points_.x[i];
      y += masses_[i] * points_.y[i];
      mass += masses_[i];
    }
    box = box_of(begin, end);
    add_to_bunches(begin, end, parent);
    cells_[index].is_leaf = true;
  } else {
    // The topmost two bits in which the points differ tell the quarters.
    const unsigned shift = (31U - static_cast<unsigned>(std::countl_zero(differing))) & ~1U;
    const auto quarter = [shift](std::uint64_t key) { return (morton_of(key) >> shift) & 3U; };
    std::uint32_t from = begin;
    for (std::uint32_t number = 0; number < 4; ++number) {
      const auto rest = std::span(keys_).subspan(from, end - from);
      const auto to = std::ranges::partition_point(rest, [&](std::uint64_t key) { return quarter(key) <= number; });
      const auto count = static_cast<std::uint32_t>(to - rest.begin());
      if (count == 0) continue;
      const std::uint32_t child = build_cell(from, from + count, index);
      x += cells_[child].mass * cells_[child].x;
      y += cells_[child].mass * cells_[child].y;
      mass += cells_[child].mass;
      box.include(cells_[child].box);
      from += count;
    }
  }
  Cell& cell = cells_[index];
  cell.box = box;
  cell.x = x / mass;
  cell.y = y / mass;
  cell.mass = mass;
  cell.next = static_cast<std::uint32_t>(cells_.size());
  return index;
}

// Leaves that follow each other in one cell are worked off together as far as a bunch holds them.
void RepulsionTree::add_to_bunches(std::uint32_t begin, std::uint32_t end, std::uint32_t parent) {
  if (!bunches_.empty()) {
    Bunch& last = bunches_.back();
    if (last.parent == parent && last.end == begin && end - last.begin <= points_a_bunch) {
      last.end = end;
      return;
    }
  }
  for (; begin < end; begin += points_a_bunch) {
    bunches_.push_back({begin, std::min(end, begin + points_a_bunch), parent});
  }
}

RepulsionTree::Box RepulsionTree::box_of(std::uint32_t begin, std::uint32_t end) const {
  Box box;
  for (std::uint32_t i = begin; i < end; ++i) {
    box.include({points_.x[i], points_.y[i], points_.x[i], points_.y[i]});
  }
  return box;
}

void RepulsionTree::find_others(const Bunch& bunch, float theta, Others& others) const {
  others.clear();
  const Box box = box_of(bunch.begin, bunch.end);
  const float theta2 = theta * theta;
  for (std::uint32_t index = 0; index < cells_.size();) {
    const Cell& cell = cells_[index];
    const float width = std::max(cell.box.right - cell.box.left, cell.box.top - cell.box.bottom);
    if (width * width < theta2 * box.distance2({cell.x, cell.y, cell.x, cell.y})) {
      others.x.push_back(cell.x);
      others.y.push_back(cell.y);
      others.mass.push_back(cell.mass);
      index = cell.next;
    } else if (cell.is_leaf) {
      const auto append = [&cell](std::vector<float>& to, const std::vector<float>& from) {
        to.insert(to.end(), from.begin() + cell.begin, from.begin() + cell.end);
      };
      append(others.x, points_.x);
      append(others.y, points_.y);
      append(others.mass, masses_);
      index = cell.next;
    } else {
      ++index;
    }
  }
}

void RepulsionTree::repel_bunch(const Bunch& bunch, const Others& others, PlanePoints& forces) const {
  using Lanes = std::array<float, points_a_bunch>;
  Lanes x;
  Lanes y;
  Lanes force_x{};
  Lanes force_y{};
  const std::uint32_t size = bunch.end - bunch.begin;
  for (std::uint32_t lane = 0; lane < points_a_bunch; ++lane) {
    const std::uint32_t point = bunch.begin + std::min(lane, size - 1);
    x[lane] = points_.x[point];
    y[lane] = points_.y[point];
  }
  for (std::size_t other = 0; other < others.x.size(); ++other) {
    const float other_x = others.x[other];
    const float other_y = others.y[other];
    const float mass = others.mass[other];
    for (std::uint32_t lane = 0; lane < points_a_bunch; ++lane) {
      const float dx = x[lane] - other_x;
      const float dy = y[lane] - other_y;
      const float factor = mass / (dx * dx + dy * dy + softening);
      force_x[lane] += factor * dx;
      force_y[lane] += factor * dy;
    }
  }
  for (std::uint32_t lane = 0; lane < size; ++lane) {
    const std::uint32_t point = point_of(keys_[bunch.begin + lane]);
    forces.x[point] = masses_[bunch.begin + lane] * force_x[lane];
    forces.y[point] = masses_[bunch.begin + lane] * force_y[lane];
  }
}

void RepulsionTree::repel(float theta, Workers& workers, PlanePoints& forces) const {
  std::vector<Others> scratch(workers.count());
  workers.for_blocks(bunches_.size(), bunches_a_block, [&](std::size_t begin, std::size_t end, std::size_t worker) {
    for (std::size_t bunch = begin; bunch < end; ++bunch) {
      find_others(bunches_[bunch], theta, scratch[worker]);
      repel_bunch(bunches_[bunch], scratch[worker], forces);
    }
  });
}

void RepulsionTree::nearest(Workers& workers, std::vector<float>& distances) const {
  distances.resize(keys_.size());
  workers.for_blocks(keys_.size(), tree_searches_a_block, [&](std::size_t begin, std::size_t end, std::size_t) {
    for (std::size_t i = begin; i < end; ++i) {
      const auto distance2 = [&](std::size_t j) {
        const float dx = points_.x[i] - points_.x[j];
        const float dy = points_.y[i] - points_.y[j];
        return dx * dx + dy * dy;
      };
      float best = std::numeric_limits<float>::infinity();
      if (i > 0) best = distance2(i - 1);
      if (i + 1 < keys_.size()) best = std::min(best, distance2(i + 1));
      const Box here{points_.x[i], points_.y[i], points_.x[i], points_.y[i]};
      for (std::uint32_t index = 0; index < cells_.size();) {
        const Cell& cell = cells_[index];
        const bool is_far = here.distance2(cell.box) >= best;
        if (!is_far && cell.is_leaf) {
          for (std::uint32_t j = cell.begin; j < cell.end; ++j) {
            if (j != i) best = std::min(best, distance2(j));
          }
        }
        index = is_far || cell.is_leaf ? cell.next : index + 1;
      }
      distances[point_of(keys_[i])] = std::sqrt(best);
    }
  });
}

}  // namespace entente
