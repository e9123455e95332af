#pragma once

#include <concepts>
#include <string>

namespace entente {

/// Appends a number as every file of entente has it: whatever the locale, the fewest digits that read back as the same
/// number, without an exponent from 1e-5 up to 1e16. Not-a-number and the infinities, which no format knows, append
/// nothing.
void append_number(std::string& out, double value);

template <std::integral Integer>
void append_number(std::string& out, Integer value) {
  out += std::to_string(value);
}

[[nodiscard]] std::string number_text(double value);

}  // namespace entente
