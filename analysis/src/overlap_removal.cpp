// Rounds in which each disc is pushed by half of what it overlaps others; discs are found through a grid whose cells
// are as wide as the largest two. A disc's push is one thread's sum in the order of cells, and all move at once.
#include "overlap_removal.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <vector>

namespace entente {

namespace {

constexpr std::size_t discs_a_block = 256;
constexpr int rounds_between_stretches = 20;
constexpr float first_stretch = 1.03F;
constexpr float most_stretch = 1.5F;

class DiscGrid {
 public:
  explicit DiscGrid(float cell) : cell_(cell) {}

  void sort(const PlanePoints& points) {
    keys_.resize(points.size());
    for (std::size_t i = 0; i < points.size(); ++i) {
      keys_[i] = {row_and_column(points.x[i], points.y[i]), static_cast<std::uint32_t>(i)};
    }
    std::ranges::sort(keys_,
                      [](const Key& a, const Key& b) { return a.cell != b.cell ? a.cell < b.cell : a.disc < b.disc; });
  }

  /// Calls visit(disc) for all in the nine cells around a place.
  template <typename Visit>
  void near(float x, float y, const Visit& visit) const {
    const std::int64_t middle = row_and_column(x, y);
    for (std::int64_t row = -1; row <= 1; ++row) {
      const std::int64_t first = middle + row * row_step - 1;
      auto key = std::ranges::lower_bound(keys_, first, {}, &Key::cell);
      for (; key != keys_.end() && key->cell <= first + 2; ++key) visit(key->disc);
    }
  }

 private:
  struct Key {
    std::int64_t cell;
    std::uint32_t disc;
  };
  static constexpr std::int64_t row_step = std::int64_t{1} << 32U;

  [[nodiscard]] std::int64_t row_and_column(float x, float y) const {
    return static_cast<std::int64_t>(std::floor(y / cell_)) * row_step +
           static_cast<std::int64_t>(std::floor(x / cell_));
  }

  float cell_;
  std::vector<Key> keys_;
};

/// Two in one place part in a direction that their numbers tell.
std::array<float, 2> direction_of(std::size_t disc, std::size_t other) {
  const auto angle = static_cast<float>(std::min(disc, other) % 360U);
  const float sign = disc < other ? 1.0F : -1.0F;
  return {sign * std::cos(angle), sign * std::sin(angle)};
}

void stretch(PlanePoints& points, float factor) {
  for (std::vector<float>* axis : {&points.x, &points.y}) {
    for (float& value : *axis) value *= factor;
  }
}

}  // namespace

void remove_overlaps(std::span<const float> radii, float gap, Workers& workers, PlanePoints& points) {
  if (points.size() < 2) return;
  DiscGrid grid(2 * *std::ranges::max_element(radii) + gap);
  PlanePoints pushes(points.size());
  float factor = first_stretch;
  for (int round = 1;; ++round) {
    grid.sort(points);
    std::atomic<bool> is_parted = true;
    workers.for_blocks(points.size(), discs_a_block, [&](std::size_t begin, std::size_t end, std::size_t) {
      for (std::size_t disc = begin; disc < end; ++disc) {
        float push_x = 0;
        float push_y = 0;
        grid.near(points.x[disc], points.y[disc], [&](std::size_t other) {
          if (other == disc) return;
          const float dx = points.x[disc] - points.x[other];
          const float dy = points.y[disc] - points.y[other];
          const float square = dx * dx + dy * dy;
          const float wanted = radii[disc] + radii[other] + gap;
          if (square >= wanted * wanted) return;
          const float distance = std::sqrt(square);
          if (distance < wanted - gap / 2) is_parted = false;
          const float share = (wanted - distance) / 2;
          const auto [x, y] = distance > 1e-3F ? std::array{dx / distance, dy / distance} : direction_of(disc, other);
          push_x += share * x;
          push_y += share * y;
        });
        pushes.x[disc] = push_x;
        pushes.y[disc] = push_y;
      }
    });
    if (is_parted) return;
    for (std::size_t disc = 0; disc < points.size(); ++disc) {
      points.x[disc] += pushes.x[disc];
      points.y[disc] += pushes.y[disc];
    }
    if (round % rounds_between_stretches == 0) {
      stretch(points, factor);
      factor = std::min(most_stretch, factor * first_stretch);
    }
  }
}

}  // namespace entente
