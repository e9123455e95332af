// The start of the iteration is a fixed vector without symmetries, for a symmetric one could miss the second
// eigenvalue. All but the product is sequential, so that the result is the same for any number of threads.
#include "leading_eigenpair.hpp"

#include "random_stream.hpp"

#include <entente/core/error.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <utility>

#include <Eigen/Eigenvalues>
#include <Spectra/SymEigsSolver.h>

namespace entente {

namespace {

constexpr std::size_t greatest_dense = 128;
constexpr Eigen::Index krylov_dimension = 12;  // more would save few products and cost much orthogonalising
constexpr Eigen::Index max_restarts = 20'000;
constexpr double rough_tolerance = 1e-3;  // of the second eigenvalue, where it lies far from the first
constexpr double fine_tolerance = 1e-13;  // where it does not
constexpr double far = 0.01;              // relative to the eigenvalue
constexpr std::uint64_t start_stage = 0x656967;

[[noreturn]] void fail_to_converge() {
  throw Error(ErrorCode::limit_exceeded, "the leading eigenvector does not converge", {},
              "choose another measure for this network, such as PageRank");
}

/// The product as Spectra asks for it, perhaps without the part of an eigenvector that was found: what is left has the
/// second eigenvalue first.
class Operator {
 public:
  using Scalar = double;

  explicit Operator(const SymmetricProduct& product, const LeadingEigenpair* found = nullptr)
      : product_(product), found_(found) {}
  [[nodiscard]] Eigen::Index rows() const { return static_cast<Eigen::Index>(product_.size); }
  [[nodiscard]] Eigen::Index cols() const { return rows(); }
  void perform_op(const double* x, double* y) const {
    product_.multiply(x, y);
    if (found_ == nullptr) return;
    const Eigen::Map<const Eigen::VectorXd> vector(found_->vector.data(), rows());
    const Eigen::Map<const Eigen::VectorXd> from(x, rows());
    Eigen::Map<Eigen::VectorXd>(y, rows()) -= found_->value * vector.dot(from) * vector;
  }

 private:
  const SymmetricProduct& product_;
  const LeadingEigenpair* found_;
};

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

std::optional<LeadingEigenpair> largest_of(Operator product, double tolerance) {
  RandomStream random(0, start_stage, 0);
  Eigen::VectorXd start(product.rows());
  for (double& value : start) value = 0.5 + random.unit();
  Spectra::SymEigsSolver<Operator> solver(product, 1, std::min(krylov_dimension, product.rows()));
  solver.init(start.data());
  const Eigen::Index converged =
      solver.compute(Spectra::SortRule::LargestAlge, max_restarts, tolerance, Spectra::SortRule::LargestAlge);
  if (converged == 0) return std::nullopt;
  const Eigen::VectorXd vector = solver.eigenvectors().col(0);
  return LeadingEigenpair{solver.eigenvalues()[0], 0, {vector.begin(), vector.end()}};
}

}  // namespace

LeadingEigenpair leading_eigenpair(const SymmetricProduct& product, double tolerance) {
  if (product.size <= greatest_dense) {
    const auto solver = solve_densely(product);
    const Eigen::Index last = solver.eigenvalues().size() - 1;
    const Eigen::VectorXd vector = solver.eigenvectors().col(last);
    return {solver.eigenvalues()[last], last > 0 ? solver.eigenvalues()[last - 1] : 0, {vector.begin(), vector.end()}};
  }
  std::optional<LeadingEigenpair> leading = largest_of(Operator(product), tolerance);
  if (!leading) fail_to_converge();
  std::optional<LeadingEigenpair> second = largest_of(Operator(product, &*leading), rough_tolerance);
  if (!second || second->value > (1 - far) * leading->value) {
    second = largest_of(Operator(product, &*leading), fine_tolerance);
  }
  if (!second) fail_to_converge();
  leading->second = second->value;
  return *std::move(leading);
}

double largest_eigenvalue(const SymmetricProduct& product, double tolerance) {
  if (product.size <= greatest_dense) return solve_densely(product).eigenvalues().tail(1)[0];
  const std::optional<LeadingEigenpair> largest = largest_of(Operator(product), tolerance);
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
