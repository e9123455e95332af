#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace entente {

/// How the strength w of a tie becomes a length. Reading strengths as lengths would make those who meet most often the
/// most distant, so that every measure that stands on paths says which it takes.
enum class Length : std::uint8_t {
  unit,        ///< 1: only the number of steps matters
  reciprocal,  ///< 1/w: those who meet often are near (Newman 2001, doi:10.1103/PhysRevE.64.016132)
};

/// Names as they stand in options, in the order of the enumeration.
[[nodiscard]] std::span<const std::string_view> length_names();

}  // namespace entente
