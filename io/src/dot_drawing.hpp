#pragma once

#include <entente/analysis/layout.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace entente {

/// A name in a drawing; positions and sizes in points.
struct DrawnLabel {
  Position middle;
  double font_size = 0;
};

/// What a drawing of given positions leaves open. All are as large as suits a picture that shows the whole.
struct DotDrawing {
  double spread = 1;                              ///< of positions: few persons move apart until all have a label
  std::vector<double> radii;                      ///< [num_persons]
  std::vector<std::optional<DrawnLabel>> labels;  ///< [num_persons]; none where there is no room
  double pen_scale = 1;                           ///< of the width of ties
  std::uint8_t tie_opacity = 0;                   ///< the more ties, the less
};

/// `rows` are drawn, of whom the strongest get a label first. A label hides no other and no larger person. Labels stand
/// where `spread` leaves their persons.
[[nodiscard]] DotDrawing dot_drawing(std::span<const Position> positions, std::span<const double> strengths,
                                     std::span<const double> radii, std::span<const std::string_view> names,
                                     std::span<const std::size_t> rows, std::size_t num_ties);

}  // namespace entente
