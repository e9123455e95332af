// Components become shapes of square cells: those that their discs touch, filled so that whatever lies between two
// cells of a row and between two of a column belongs to it. Places are tried by their distance from the middle. A shape
// that needs as much as one before needs not be tried where that one found no room: like shapes go on from there.
//
// Source of the idea: Freivalds, Dogrusoz and Kikusts 2002, doi:10.1007/3-540-45848-4_30.
#include "component_packing.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <map>
#include <tuple>
#include <utility>

namespace entente {

namespace {

struct PlaneCell {
  int x;
  int y;

  friend auto operator<=>(const PlaneCell&, const PlaneCell&) = default;
};

using Shape = std::vector<PlaneCell>;  // ascending, no cell twice

/// Fewer cells than this, so that places are found in no time.
constexpr double most_cells = 250'000;
constexpr double gap_of_components = 6;

struct Extent {
  int low = std::numeric_limits<int>::max();
  int high = std::numeric_limits<int>::min();

  void include(int value) {
    low = std::min(low, value);
    high = std::max(high, value);
  }
  [[nodiscard]] bool contains(int value) const { return low <= value && value <= high; }
};

/// The cells that lie both between the outermost of their row and those of their column.
Shape filled(const Shape& outline) {
  std::map<int, Extent> rows;
  std::map<int, Extent> columns;
  for (const PlaneCell cell : outline) {
    rows[cell.y].include(cell.x);
    columns[cell.x].include(cell.y);
  }
  Shape shape;
  for (const auto& [x, column] : columns) {
    for (auto row = rows.lower_bound(column.low); row != rows.end() && row->first <= column.high; ++row) {
      if (row->second.contains(x)) shape.push_back({x, row->first});
    }
  }
  for (const PlaneCell cell : outline) shape.push_back(cell);
  std::ranges::sort(shape);
  shape.erase(std::ranges::unique(shape).begin(), shape.end());
  return shape;
}

/// Which cells are taken: a square that grows.
class Board {
 public:
  [[nodiscard]] bool is_free(PlaneCell cell) const { return !contains(cell) || !taken_[place(cell)]; }
  void take(PlaneCell cell) {
    while (!contains(cell)) grow();
    taken_[place(cell)] = true;
  }

 private:
  [[nodiscard]] bool contains(PlaneCell cell) const { return std::max(std::abs(cell.x), std::abs(cell.y)) <= half_; }
  [[nodiscard]] std::size_t place(PlaneCell cell) const {
    return static_cast<std::size_t>(cell.y + half_) * (2 * static_cast<std::size_t>(half_) + 1) +
           static_cast<std::size_t>(cell.x + half_);
  }
  void grow() {
    Board larger;
    larger.half_ = 2 * half_ + 1;
    const std::size_t width = 2 * static_cast<std::size_t>(larger.half_) + 1;
    larger.taken_.resize(width * width);
    for (int y = -half_; y <= half_; ++y) {
      for (int x = -half_; x <= half_; ++x) {
        if (taken_[place({x, y})]) larger.taken_[larger.place({x, y})] = true;
      }
    }
    *this = std::move(larger);
  }

  int half_ = 31;
  std::vector<bool> taken_ = std::vector<bool>(63UL * 63UL);
};

/// Cells by their distance from the middle, equal ones by angle from below; made as far as they are asked for.
class Places {
 public:
  PlaneCell operator[](std::size_t rank) {
    while (rank >= cells_.size()) extend();
    return cells_[rank];
  }

 private:
  // The cells of a ring of width 16.
  void extend() {
    const int from = reach_;
    reach_ += 16;
    const std::size_t begin = cells_.size();
    const auto square = [](int value) { return std::int64_t{value} * value; };
    for (int y = -reach_; y <= reach_; ++y) {
      for (int x = -reach_; x <= reach_; ++x) {
        const std::int64_t distance = square(x) + square(y);
        if (distance >= square(from) && distance < square(reach_)) cells_.push_back({x, y});
      }
    }
    const auto key = [&](const PlaneCell& cell) { return std::tuple(square(cell.x) + square(cell.y), cell.y, cell.x); };
    std::sort(cells_.begin() + static_cast<std::ptrdiff_t>(begin), cells_.end(),
              [&](const PlaneCell& a, const PlaneCell& b) { return key(a) < key(b); });
  }

  int reach_ = 0;
  std::vector<PlaneCell> cells_;
};

class ComponentPacking {
 public:
  explicit ComponentPacking(LaidComponents& components) : components_(components), cell_(cell_width()) {}

  void place(std::size_t component) {
    const std::size_t begin = components_.starts[component];
    const std::size_t end = components_.starts[component + 1];
    centre(begin, end);
    Shape shape = shape_of(begin, end);
    const PlaneCell at = find_room(shape);
    for (const PlaneCell cell : shape) board_.take({cell.x + at.x, cell.y + at.y});
    for (std::size_t i = begin; i < end; ++i) {
      components_.points.x[i] += static_cast<float>(at.x * cell_);
      components_.points.y[i] += static_cast<float>(at.y * cell_);
    }
  }

 private:
  /// As wide as a usual disc and its gap, or more where that would be too many.
  [[nodiscard]] double cell_width() const {
    double area = 0;
    double largest_single = 0;
    for (std::size_t component = 0; component + 1 < components_.starts.size(); ++component) {
      const std::size_t begin = components_.starts[component];
      const std::size_t end = components_.starts[component + 1];
      if (end - begin == 1) largest_single = std::max(largest_single, double{components_.radii[begin]});
      const auto [left, right] = extent(components_.points.x, begin, end);
      const auto [bottom, top] = extent(components_.points.y, begin, end);
      area += (right - left) * (top - bottom);
    }
    const double single = 1.001 * (2 * std::max(4.0, largest_single) + gap_of_components);
    return std::max(single, std::sqrt(area / most_cells));
  }

  [[nodiscard]] std::pair<double, double> extent(const std::vector<float>& axis, std::size_t begin,
                                                 std::size_t end) const {
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    for (std::size_t i = begin; i < end; ++i) {
      low = std::min(low, double{axis[i]} - double{components_.radii[i]} - gap_of_components / 2);
      high = std::max(high, double{axis[i]} + double{components_.radii[i]} + gap_of_components / 2);
    }
    return {low, high};
  }

  /// Puts the middle of the component's box on (0, 0), so that the cell (0, 0) lies around it.
  void centre(std::size_t begin, std::size_t end) {
    for (std::vector<float>* axis : {&components_.points.x, &components_.points.y}) {
      const auto [low, high] = extent(*axis, begin, end);
      const auto middle = static_cast<float>((low + high) / 2);
      for (std::size_t i = begin; i < end; ++i) (*axis)[i] -= middle;
    }
  }

  [[nodiscard]] int cell_of(double value) const { return static_cast<int>(std::floor(value / cell_ + 0.5)); }

  [[nodiscard]] Shape shape_of(std::size_t begin, std::size_t end) const {
    Shape outline;
    for (std::size_t i = begin; i < end; ++i) {
      const double x = components_.points.x[i];
      const double y = components_.points.y[i];
      const double reach = double{components_.radii[i]} + gap_of_components / 2;
      for (int column = cell_of(x - reach); column <= cell_of(x + reach); ++column) {
        for (int row = cell_of(y - reach); row <= cell_of(y + reach); ++row) outline.push_back({column, row});
      }
    }
    return filled(outline);
  }

  PlaneCell find_room(const Shape& shape) {
    std::size_t& rank = begun_[shape];
    for (;; ++rank) {
      const PlaneCell at = places_[rank];
      const auto is_free = [&](PlaneCell cell) { return board_.is_free({cell.x + at.x, cell.y + at.y}); };
      if (std::ranges::all_of(shape, is_free)) return at;
    }
  }

  LaidComponents& components_;
  double cell_;
  Board board_;
  Places places_;
  std::map<Shape, std::size_t> begun_;
};

}  // namespace

void pack_components(LaidComponents& components, const Run& run) {
  if (components.starts.size() < 2) return;
  ComponentPacking packing(components);
  for (std::size_t component = 0; component + 1 < components.starts.size(); ++component) {
    check_stop(run);
    packing.place(component);
  }
}

}  // namespace entente
