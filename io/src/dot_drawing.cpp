// Labels are placed one after another by strength, over, beneath, right or left of their person, wherever they are
// free of labels placed before and of persons that are larger than their own font. Where few are drawn, they move apart
// until everybody has a label.
#include "dot_drawing.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace entente {

namespace {

constexpr std::size_t most_labels = 150;
constexpr std::size_t most_persons_spread = 60;
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

class LabelPlacing {
 public:
  LabelPlacing(std::span<const Position> positions, std::span<const double> strengths, std::span<const double> radii,
               std::span<const std::string_view> names, std::span<const std::size_t> rows)
      : positions_(positions), radii_(radii), names_(names), order_(rows.begin(), rows.end()) {
    std::ranges::stable_sort(order_, std::ranges::greater(), [&](std::size_t row) { return strengths[row]; });
    const double strongest = order_.empty() ? 0 : strengths[order_.front()];
    for (const std::size_t row : order_) shares_.push_back(strongest > 0 ? strengths[row] / strongest : 0);
  }

  /// [num_persons]
  [[nodiscard]] std::vector<std::optional<DrawnLabel>> labels(double spread, double small_font) const {
    std::vector<std::optional<DrawnLabel>> placed(positions_.size());
    std::vector<LabelBox> taken;
    for (std::size_t rank = 0; rank < order_.size() && taken.size() < most_labels; ++rank) {
      const double font = std::round(small_font * (1 + 0.8 * shares_[rank]));
      if (const auto box = free_place(order_[rank], font, spread, taken)) {
        placed[order_[rank]] = DrawnLabel{box->middle, font};
        taken.push_back(*box);
      }
    }
    return placed;
  }

 private:
  [[nodiscard]] Position place_of(std::size_t row, double spread) const {
    return {spread * positions_[row].x, spread * positions_[row].y};
  }

  [[nodiscard]] std::optional<LabelBox> free_place(std::size_t row, double font, double spread,
                                                   std::span<const LabelBox> taken) const {
    const double half_width = letter_width * font * static_cast<double>(num_letters(names_[row])) / 2;
    const double half_height = line_height * font / 2;
    const Position at = place_of(row, spread);
    const double up = radii_[row] + half_height;
    const double aside = radii_[row] + half_width + font / 4;
    for (const Position& place : {Position{at.x, at.y + up}, Position{at.x, at.y - up}, Position{at.x + aside, at.y},
                                  Position{at.x - aside, at.y}}) {
      const LabelBox box{place, half_width, half_height};
      if (std::ranges::any_of(taken, [&](const LabelBox& other) { return box.overlaps(other); })) continue;
      const bool hides = std::ranges::any_of(order_, [&](std::size_t other) {
        if (other == row || radii_[other] < std::max(radii_[row] / 2, font / 2)) return false;
        return box.overlaps({place_of(other, spread), radii_[other], radii_[other]});
      });
      if (!hides) return box;
    }
    return std::nullopt;
  }

  std::span<const Position> positions_;
  std::span<const double> radii_;
  std::span<const std::string_view> names_;
  std::vector<std::size_t> order_;  // by strength
  std::vector<double> shares_;      // of the greatest strength, in that order
};

}  // namespace

DotDrawing dot_drawing(std::span<const Position> positions, std::span<const double> strengths,
                       std::span<const double> radii, std::span<const std::string_view> names,
                       std::span<const std::size_t> rows, std::size_t num_ties) {
  DotDrawing drawing;
  drawing.radii.assign(radii.begin(), radii.end());
  drawing.tie_opacity = static_cast<std::uint8_t>(
      std::clamp(150.0 * std::sqrt(150.0 / static_cast<double>(std::max<std::size_t>(num_ties, 1))), 14.0, 120.0));
  const double width = width_of(positions, rows);
  const LabelPlacing placing(positions, strengths, radii, names, rows);
  for (const double spread : {1.0, 1.25, 1.5, 2.0, 2.5, 3.0, 4.0}) {
    drawing.spread = spread;
    drawing.pen_scale = std::max(1.0, spread * width / 1500);
    drawing.labels = placing.labels(spread, std::max(8.0, std::round(spread * width / 110)));
    const auto missing = rows.size() - static_cast<std::size_t>(std::ranges::count_if(
                                           drawing.labels, [](const auto& label) { return label.has_value(); }));
    if (rows.size() > most_persons_spread || missing == 0) break;
  }
  return drawing;
}

}  // namespace entente
