// Labels are placed one after another by strength, over, beneath, right or left of their person, wherever they are
// free of labels placed before and of persons that are larger than their own font.
#include "dot_drawing.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace entente {

namespace {

constexpr std::size_t most_labels = 150;
constexpr double letter_width = 0.56;  // of Helvetica, in font sizes
constexpr double line_height = 1.15;

struct LabelBox {
  Position middle;
  double half_width;
  double half_height;

  [[nodiscard]] bool overlaps(const LabelBox& other) const {
    return std::abs(middle.x - other.middle.x) < half_width + other.half_width &&
           std::abs(middle.y - other.middle.y) < half_height + other.half_height;
  }
};

std::size_t num_letters(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

double width_of(std::span<const Position> positions, std::span<const std::size_t> rows) {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  std::array<double, 4> box{infinity, -infinity, infinity, -infinity};
  for (const std::size_t row : rows) {
    box = {std::min(box[0], positions[row].x), std::max(box[1], positions[row].x), std::min(box[2], positions[row].y),
           std::max(box[3], positions[row].y)};
  }
  return rows.empty() ? 0 : std::max(box[1] - box[0], box[3] - box[2]);
}

}  // namespace

DotDrawing dot_drawing(std::span<const Position> positions, std::span<const double> strengths,
                       std::span<const double> radii, std::span<const std::string_view> names,
                       std::span<const std::size_t> rows, std::size_t num_ties) {
  DotDrawing drawing;
  drawing.radii.assign(radii.begin(), radii.end());
  drawing.labels.resize(positions.size());
  const double width = width_of(positions, rows);
  const double small_font = std::max(8.0, std::round(width / 110));
  drawing.pen_scale = std::max(1.0, width / 1500);
  drawing.tie_opacity = static_cast<std::uint8_t>(
      std::clamp(150.0 * std::sqrt(150.0 / static_cast<double>(std::max<std::size_t>(num_ties, 1))), 14.0, 120.0));

  std::vector<std::size_t> order(rows.begin(), rows.end());
  std::ranges::stable_sort(order, std::ranges::greater(), [&](std::size_t row) { return strengths[row]; });
  const double strongest = order.empty() ? 0 : strengths[order.front()];
  std::vector<LabelBox> taken;
  std::size_t placed = 0;
  for (const std::size_t row : order) {
    if (placed == most_labels) break;
    const double share = strongest > 0 ? strengths[row] / strongest : 0;
    const double font = std::round(small_font * (1 + 0.8 * share));
    const double half_width = letter_width * font * static_cast<double>(num_letters(names[row])) / 2;
    const double half_height = line_height * font / 2;
    const Position at = positions[row];
    const double up = radii[row] + half_height;
    const double aside = radii[row] + half_width + font / 4;
    const std::array<Position, 4> places{Position{at.x, at.y + up}, Position{at.x, at.y - up},
                                         Position{at.x + aside, at.y}, Position{at.x - aside, at.y}};
    for (const Position& place : places) {
      const LabelBox box{place, half_width, half_height};
      if (std::ranges::any_of(taken, [&](const LabelBox& other) { return box.overlaps(other); })) continue;
      const bool hides = std::ranges::any_of(rows, [&](std::size_t other) {
        if (other == row || radii[other] < std::max(radii[row] / 2, font / 2)) return false;
        return box.overlaps({positions[other], radii[other], radii[other]});
      });
      if (hides) continue;
      drawing.labels[row] = DrawnLabel{place, font};
      taken.push_back(box);
      ++placed;
      break;
    }
  }
  return drawing;
}

}  // namespace entente
