#pragma once

#include <array>
#include <charconv>
#include <concepts>
#include <limits>
#include <string>

namespace entente {

/// Appends a number as every file of entente has it: whatever the locale, the fewest digits that read back as the same
/// number, without an exponent from 1e-5 up to 1e16. Not-a-number and the infinities, which no format knows, append
/// nothing.
void append_number(std::string& out, double value);

/// In decimal digits.
template <std::integral Integer>
void append_number(std::string& out, Integer value) {
  std::array<char, std::numeric_limits<Integer>::digits10 + 2> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  out.append(digits.data(), end);
}

/// The shortest text that reads back as `value`.
[[nodiscard]] std::string number_text(double value);

}  // namespace entente
