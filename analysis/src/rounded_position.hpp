#pragma once

#include <entente/analysis/layout.hpp>

#include <cmath>

namespace entente {

/// To thousandths, and never −0.
inline Position rounded_position(double x, double y) {
  const auto rounded = [](double value) { return std::round(value * 1000) / 1000 + 0.0; };
  return {rounded(x), rounded(y)};
}

}  // namespace entente
