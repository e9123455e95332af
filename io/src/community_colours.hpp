#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace entente {

struct Colour {
  std::uint8_t red;
  std::uint8_t green;
  std::uint8_t blue;

  friend bool operator==(const Colour&, const Colour&) = default;
};

/// A colour for each person [communities.size()]. The eight largest communities of two and more (ties by number) have
/// the eight colours of Paul Tol's scheme "light" (https://sronpersonalpages.nl/~pault/, 2021), which colour-blind
/// readers tell apart and black labels can be read on; all others are its pale grey, since two circles of one colour
/// would mislead.
[[nodiscard]] std::vector<Colour> community_colours(std::span<const std::uint32_t> communities);

/// The colour of persons without a community.
[[nodiscard]] Colour neutral_colour();

/// "#77aadd"
[[nodiscard]] std::string hexadecimal(Colour colour);
/// "0.583 0.462 0.867": hue, saturation and value from 0 to 1, the only form of colour that Graphviz and Gephi's DOT
/// importer share.
[[nodiscard]] std::string hue_saturation_value(Colour colour);

}  // namespace entente
