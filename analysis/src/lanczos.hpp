#pragma once

#include <entente/core/huge_pages.hpp>
#include <entente/core/parallel.hpp>

#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

#include <Eigen/Core>

namespace entente {

/// y = M·x for a symmetric matrix M, without making it; x and y are [size].
struct SymmetricProduct {
  std::size_t size;
  std::function<void(const double* x, double* y)> multiply;
};

struct Eigenpair {
  double value = 0;
  std::vector<double> vector;  ///< [size], of length 1
};

/// The largest eigenvalue of a matrix and its vector by the Lanczos method, every vector made orthogonal to all others,
/// with restarts from the best half of what is known (Wu and Simon 2000, doi:10.1137/S0895479898334605). Sums run over
/// blocks of rows in their order, so that the result does not depend on the number of threads. Memory: 33 numbers a
/// row.
class Lanczos {
 public:
  Lanczos(const SymmetricProduct& product, Workers& workers);

  /// Until ‖M·x − λ·x‖ ≤ `tolerance`·max(|λ|, `scale`); nothing where it does not come to that. `start` is [size]: what
  /// is orthogonal to an eigenvector does not find it.
  [[nodiscard]] std::optional<Eigenpair> largest(const std::vector<double>& start, double tolerance, double scale);

 private:
  using Vector = HugeVector<double>;
  using Rows = Eigen::Map<Eigen::VectorXd>;

  [[nodiscard]] Rows rows(std::size_t column, std::size_t begin, std::size_t end);
  void normalise(std::size_t column, double length);
  [[nodiscard]] double orthogonalise(std::size_t column);
  [[nodiscard]] Eigen::VectorXd sum_over_rows(
      Eigen::Index size, const std::function<void(std::size_t begin, std::size_t end, double* sums)>& add);
  void subtract(std::size_t column, const Eigen::VectorXd& shares, std::size_t begin, std::size_t end);
  void project(std::size_t column, std::size_t begin, std::size_t end, double* sums);
  void restart(const Eigen::VectorXd& values, const Eigen::MatrixXd& vectors, double coupling);
  [[nodiscard]] std::vector<double> combination(const Eigen::VectorXd& shares);

  const SymmetricProduct& product_;
  Workers& workers_;
  std::vector<Vector> basis_;
  Eigen::MatrixXd projected_;  // the matrix as the basis sees it
};

}  // namespace entente
