#pragma once

namespace entente::generate {

/// x^y for x > 0 within a few units of the last place, from + − × ÷ alone: unlike `std::pow`, which each C library
/// rounds as it likes, it gives the same bits on every machine with IEEE 754 arithmetic. y·log₂x must lie between −1000
/// and 1000.
[[nodiscard]] double power(double x, double y);

}  // namespace entente::generate
