#include <entente/io/number_text.hpp>

#include <array>
#include <charconv>
#include <cmath>

namespace entente {

void append_number(std::string& out, double value) {
  if (!std::isfinite(value)) return;
  if (value == 0) value = 0;  // no "-0"
  // Plain to_chars prefers 1e+05 to 100000, which spreadsheets and readers of whole numbers do not expect.
  const double size = std::fabs(value);
  const bool plain = size == 0 || (size >= 1e-5 && size < 1e16);
  std::array<char, 64> digits{};
  const auto result = plain
                          ? std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed)
                          : std::to_chars(digits.data(), digits.data() + digits.size(), value);
  out.append(digits.data(), result.ptr);
}

std::string number_text(double value) {
  std::string text;
  append_number(text, value);
  return text;
}

}  // namespace entente
