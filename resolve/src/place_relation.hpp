#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// A place as worded, made comparable.
struct ToldPlace {
  std::vector<std::string> words = {};  ///< folded, without articles, ascending, each once
  bool venue = false;                   ///< a building or a site, not a town or a country

  friend auto operator<=>(const ToldPlace&, const ToldPlace&) = default;
};

enum class PlaceRelation : std::uint8_t {
  same_venue,
  same_town,
  similar,  ///< they share a word
  untold,
  venue_and_town,  ///< the one may lie in the other
  other_venue,
  other_town,
};

[[nodiscard]] ToldPlace read_place(std::string_view place);

[[nodiscard]] PlaceRelation relate(const ToldPlace& a, const ToldPlace& b);

}  // namespace entente
