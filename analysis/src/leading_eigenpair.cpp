// The start of the iteration is a fixed vector without symmetries, for a symmetric one could miss the second
// eigenvalue. All but the product is sequential, so that the result is the same for any number of threads.
#include "leading_eigenpair.hpp"

#include "random_stream.hpp"

#include <entente/core/error.hpp>
#include <entente/core/parallel.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <utility>

#include <Eigen/Eigenvalues>

namespace entente {

namespace {

constexpr std::size_t greatest_dense = 128;
constexpr double rough_tolerance = 1e-3;  // of the second eigenvalue, relative to the first, where they lie far apart
constexpr double fine_tolerance = 1e-13;  // where it does not
constexpr double far = 0.01;              // relative to the eigenvalue
constexpr std::uint64_t start_stage = 0x656967;

[[noreturn]] void fail_to_converge() {
  throw Error(ErrorCode::limit_exceeded, "the leading eigenvector does not converge", {},
              "choose another measure for this network, such as PageRank");
}

Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solve_densely(const SymmetricProduct& product) {
  const auto size = static_cast<Eigen::Index>(product.size);
  Eigen::MatrixXd matrix(size, size);
  for (Eigen::Index column = 0; column < size; ++column) {
    const Eigen::VectorXd unit = Eigen::VectorXd::Unit(size, column);
    product.multiply(unit.data(), matrix.col(column).data());
  }
  Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(matrix);
  if (solver.info() != Eigen::Success) fail_to_converge();
  return solver;
}

std::vector<double> start_of(std::size_t size, std::uint64_t number) {
  RandomStream random(0, start_stage, number);
  std::vector<double> start(size);
  for (double& value : start) value = 0.5 + random.unit();
  return start;
}

/// The matrix without the part of an eigenvector that was found: what is left has the second eigenvalue first.
SymmetricProduct without(const SymmetricProduct& product, const Eigenpair& found) {
  return {product.size, [&product, &found](const double* x, double* y) {
            product.multiply(x, y);
            const auto size = static_cast<Eigen::Index>(product.size);
            const Eigen::Map<const Eigen::VectorXd> vector(found.vector.data(), size);
            const Eigen::Map<const Eigen::VectorXd> from(x, size);
            Eigen::Map<Eigen::VectorXd>(y, size) -= found.value * vector.dot(from) * vector;
          }};
}

}  // namespace

LeadingEigenpair leading_eigenpair(const SymmetricProduct& product, double tolerance, const Run& run) {
  if (product.size <= greatest_dense) {
    const auto solver = solve_densely(product);
    const Eigen::Index last = solver.eigenvalues().size() - 1;
    const Eigen::VectorXd vector = solver.eigenvectors().col(last);
    return {solver.eigenvalues()[last], last > 0 ? solver.eigenvalues()[last - 1] : 0, {vector.begin(), vector.end()}};
  }
  Workers workers(run);
  std::optional<Eigenpair> leading = Lanczos(product, workers).largest(start_of(product.size, 0), tolerance, 0);
  if (!leading) fail_to_converge();
  const SymmetricProduct rest = without(product, *leading);
  Lanczos lanczos(rest, workers);
  // Of two vectors of nearly one eigenvalue, the first start has found all that it holds of both.
  const std::vector<double> start = start_of(product.size, 1);
  std::optional<Eigenpair> second = lanczos.largest(start, rough_tolerance, leading->value);
  if (!second || second->value > (1 - far) * leading->value) {
    second = lanczos.largest(start, fine_tolerance, leading->value);
  }
  if (!second) fail_to_converge();
  return {leading->value, second->value, std::move(leading->vector)};
}

double largest_eigenvalue(const SymmetricProduct& product, double tolerance, const Run& run) {
  if (product.size <= greatest_dense) return solve_densely(product).eigenvalues().tail(1)[0];
  Workers workers(run);
  const std::optional<Eigenpair> largest = Lanczos(product, workers).largest(start_of(product.size, 0), tolerance, 0);
  if (!largest) fail_to_converge();
  return largest->value;
}

bool make_positive(std::vector<double>& vector) {
  double sum = 0;
  for (const double value : vector) sum += value;
  if (sum < 0) {
    for (double& value : vector) value = -value;
  }
  if (std::ranges::min(vector) < -1e-6 * std::ranges::max(vector)) return false;
  double squares = 0;
  for (double& value : vector) {
    value = std::abs(value);
    squares += value * value;
  }
  for (double& value : vector) value /= std::sqrt(squares);
  return true;
}

}  // namespace entente
