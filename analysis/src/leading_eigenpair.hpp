#pragma once

#include <cstddef>
#include <functional>
#include <vector>

namespace entente {

/// y = M·x for a symmetric matrix M with no negative entries, without making it; x and y are [size].
struct SymmetricProduct {
  std::size_t size;
  std::function<void(const double* x, double* y)> multiply;
};

struct LeadingEigenpair {
  double value = 0;            ///< the largest eigenvalue
  double second = 0;           ///< the next one
  std::vector<double> vector;  ///< [size], of length 1
};

/// Small matrices densely, in O(size³), others by a Lanczos method with implicit restarts (Spectra; Sorensen 1992,
/// doi:10.1137/0613025), until ‖M·x − λ·x‖ ≤ `tolerance`·λ. The second value is only known to 1e-6 where it lies far
/// from the first. Throws `Error` (`limit_exceeded`) where the method does not converge.
[[nodiscard]] LeadingEigenpair leading_eigenpair(const SymmetricProduct& product, double tolerance);

/// The largest eigenvalue alone, to `tolerance`.
[[nodiscard]] double largest_eigenvalue(const SymmetricProduct& product, double tolerance);

/// Makes the vector positive and of length 1; false where it has both signs, and so is not the leading one.
[[nodiscard]] bool make_positive(std::vector<double>& vector);

}  // namespace entente
