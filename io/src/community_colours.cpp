#include "community_colours.hpp"

#include <entente/io/number_text.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <map>
#include <string_view>
#include <utility>

namespace entente {

namespace {

constexpr std::array palette{Colour{0x77, 0xAA, 0xDD}, Colour{0xEE, 0x88, 0x66}, Colour{0xEE, 0xDD, 0x88},
                             Colour{0xFF, 0xAA, 0xBB}, Colour{0x44, 0xBB, 0x99}, Colour{0xBB, 0xCC, 0x33},
                             Colour{0x99, 0xDD, 0xFF}, Colour{0xAA, 0xAA, 0x00}};
constexpr Colour neutral{0xDD, 0xDD, 0xDD};

double rounded(double share) { return std::round(share * 1000) / 1000; }

}  // namespace

Colour neutral_colour() { return neutral; }

std::vector<Colour> community_colours(std::span<const std::uint32_t> communities) {
  std::map<std::uint32_t, std::size_t> sizes;
  for (const std::uint32_t community : communities) ++sizes[community];
  std::vector<std::pair<std::size_t, std::uint32_t>> by_size;
  for (const auto& [community, size] : sizes) {
    if (size > 1) by_size.emplace_back(size, community);
  }
  std::ranges::sort(by_size, [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  std::map<std::uint32_t, Colour> colours;
  for (std::size_t rank = 0; rank < std::min(by_size.size(), palette.size()); ++rank) {
    colours.emplace(by_size[rank].second, palette.at(rank));
  }
  std::vector<Colour> of_persons;
  of_persons.reserve(communities.size());
  for (const std::uint32_t community : communities) {
    const auto found = colours.find(community);
    of_persons.push_back(found == colours.end() ? neutral : found->second);
  }
  return of_persons;
}

std::string hexadecimal(Colour colour) {
  constexpr std::string_view hex = "0123456789abcdef";
  std::string text = "#";
  for (const std::uint8_t part : {colour.red, colour.green, colour.blue}) {
    text += hex[part >> 4U];
    text += hex[part & 0xFU];
  }
  return text;
}

std::string hue_saturation_value(Colour colour) {
  const double red = colour.red / 255.0;
  const double green = colour.green / 255.0;
  const double blue = colour.blue / 255.0;
  const double value = std::max({red, green, blue});
  const double range = value - std::min({red, green, blue});
  double hue = 0;
  if (range > 0) {
    if (value == red) {
      hue = (green - blue) / range;
    } else if (value == green) {
      hue = 2 + (blue - red) / range;
    } else {
      hue = 4 + (red - green) / range;
    }
    hue = (hue < 0 ? hue + 6 : hue) / 6;
  }
  std::string text = number_text(rounded(hue));
  text += ' ';
  append_number(text, rounded(value > 0 ? range / value : 0));
  text += ' ';
  append_number(text, rounded(value));
  return text;
}

}  // namespace entente
