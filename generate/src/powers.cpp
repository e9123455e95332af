#include "powers.hpp"

#include <bit>
#include <cstdint>

namespace entente::generate {

namespace {

constexpr double natural_log_of_2 = 0.693147180559945309417;

/// log₂x = e + 2/ln 2 · (t + t³/3 + t⁵/5 + …) with x = 2^e·m, t = (m − 1)/(m + 1), m near 1.
double binary_logarithm(double x) {
  constexpr std::uint64_t mantissa_mask = (std::uint64_t{1} << 52U) - 1;
  const auto bits = std::bit_cast<std::uint64_t>(x);
  auto exponent = static_cast<std::int64_t>(bits >> 52U) - 1023;
  double mantissa = std::bit_cast<double>((bits & mantissa_mask) | (std::uint64_t{1023} << 52U));
  if (mantissa > 1.41421356237309505) {
    mantissa *= 0.5;
    ++exponent;
  }
  const double t = (mantissa - 1.0) / (mantissa + 1.0);
  const double square = t * t;
  double sum = 0.0;
  for (int odd = 23; odd >= 1; odd -= 2) sum = sum * square + 1.0 / odd;
  return static_cast<double>(exponent) + 2.0 * t * sum / natural_log_of_2;
}

/// 2^y = 2^n · Σ z^k/k! with n the nearest whole number and z = (y − n)·ln 2.
double binary_power(double y) {
  const auto whole = static_cast<std::int64_t>(y < 0.0 ? y - 0.5 : y + 0.5);
  const double z = (y - static_cast<double>(whole)) * natural_log_of_2;
  double sum = 1.0;
  for (int k = 16; k >= 1; --k) sum = 1.0 + sum * z / k;
  return sum * std::bit_cast<double>(static_cast<std::uint64_t>(whole + 1023) << 52U);
}

}  // namespace

double power(double x, double y) { return binary_power(y * binary_logarithm(x)); }

}  // namespace entente::generate
