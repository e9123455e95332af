// The names of lengths, as options have them.
#include <entente/analysis/length.hpp>

#include <array>

namespace entente {

std::span<const std::string_view> length_names() {
  static constexpr std::array<std::string_view, 2> names{"unit", "reciprocal"};
  return names;
}

}  // namespace entente
