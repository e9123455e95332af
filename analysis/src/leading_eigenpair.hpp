#pragma once

#include "lanczos.hpp"

#include <entente/core/run.hpp>

#include <vector>

namespace entente {

struct LeadingEigenpair {
  double value = 0;            ///< the largest eigenvalue
  double second = 0;           ///< the next one
  std::vector<double> vector;  ///< [size], of length 1
};

/// Of a matrix with no negative entries. Small ones densely, in O(size³), others by `Lanczos`, until ‖M·x − λ·x‖ ≤
/// `tolerance`·λ. The second value is only known to 1e-3·λ where it lies far from the first. Throws `Error`
/// (`limit_exceeded`) where the method does not converge.
[[nodiscard]] LeadingEigenpair leading_eigenpair(const SymmetricProduct& product, double tolerance, const Run& run);

/// The largest eigenvalue alone, to `tolerance`.
[[nodiscard]] double largest_eigenvalue(const SymmetricProduct& product, double tolerance, const Run& run);

/// Makes the vector positive and of length 1; false where it has both signs, and so is not the leading one.
[[nodiscard]] bool make_positive(std::vector<double>& vector);

}  // namespace entente
