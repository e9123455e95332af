#include "lanczos.hpp"

#include <algorithm>
#include <cmath>

#include <Eigen/Eigenvalues>

namespace entente {

namespace {

constexpr std::size_t rows_a_block = 1024;
constexpr std::size_t largest_basis = 32;
constexpr Eigen::Index kept = 16;  // at a restart
constexpr std::size_t most_steps = 200'000;
constexpr double exhausted = 1e-15;          // relative to the largest value
constexpr double orthogonal_enough = 1e-13;  // of a vector that was made orthogonal once

std::size_t at(Eigen::Index index) { return static_cast<std::size_t>(index); }

}  // namespace

Lanczos::Lanczos(const SymmetricProduct& product, Workers& workers)
    : product_(product), workers_(workers), basis_(largest_basis + 1) {
  for (Vector& vector : basis_) vector.resize(product.size);
}

std::optional<Eigenpair> Lanczos::largest(const std::vector<double>& start, double tolerance, double scale) {
  const auto basis_size = static_cast<Eigen::Index>(largest_basis);
  projected_ = Eigen::MatrixXd::Zero(basis_size, basis_size);
  std::ranges::copy(start, basis_.front().begin());
  normalise(0, Eigen::Map<const Eigen::VectorXd>(start.data(), static_cast<Eigen::Index>(start.size())).norm());
  Eigen::Index column = 0;
  for (std::size_t step = 0; step < most_steps; ++step) {
    check_stop(workers_.run());
    product_.multiply(basis_[at(column)].data(), basis_[at(column) + 1].data());
    const double coupling = orthogonalise(at(column) + 1);
    const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(projected_.topLeftCorner(column + 1, column + 1));
    const Eigen::VectorXd& values = solver.eigenvalues();
    const double value = values[column];
    const double residual = coupling * std::abs(solver.eigenvectors()(column, column));
    const bool is_exhausted = coupling <= exhausted * values.cwiseAbs().maxCoeff();
    if (is_exhausted || residual <= tolerance * std::max(std::abs(value), scale)) {
      return Eigenpair{value, combination(solver.eigenvectors().col(column))};
    }
    normalise(at(column) + 1, coupling);
    if (column + 1 < basis_size) {
      projected_(column, column + 1) = projected_(column + 1, column) = coupling;
      ++column;
    } else {
      restart(values, solver.eigenvectors(), coupling);
      column = kept;
    }
  }
  return std::nullopt;
}

void Lanczos::normalise(std::size_t column, double length) {
  for (double& entry : basis_[column]) entry /= length;
}

Eigen::VectorXd Lanczos::sum_over_rows(
    Eigen::Index size, const std::function<void(std::size_t begin, std::size_t end, double* sums)>& add) {
  const std::size_t blocks = (product_.size + rows_a_block - 1) / rows_a_block;
  Eigen::MatrixXd sums = Eigen::MatrixXd::Zero(size, static_cast<Eigen::Index>(blocks));
  workers_.for_blocks(product_.size, rows_a_block, [&](std::size_t begin, std::size_t end, std::size_t) {
    add(begin, end, sums.col(static_cast<Eigen::Index>(begin / rows_a_block)).data());
  });
  Eigen::VectorXd total = Eigen::VectorXd::Zero(size);
  for (const auto& block : sums.colwise()) total += block;
  return total;
}

Lanczos::Rows Lanczos::rows(std::size_t column, std::size_t begin, std::size_t end) {
  return {basis_[column].data() + begin, static_cast<Eigen::Index>(end - begin)};
}

// Adds the share of each vector before `column` in it, and last its squared length.
void Lanczos::project(std::size_t column, std::size_t begin, std::size_t end, double* sums) {
  const Rows vector = rows(column, begin, end);
  for (std::size_t other = 0; other <= column; ++other) sums[other] += rows(other, begin, end).dot(vector);
}

void Lanczos::subtract(std::size_t column, const Eigen::VectorXd& shares, std::size_t begin, std::size_t end) {
  Rows vector = rows(column, begin, end);
  for (std::size_t other = 0; other < column; ++other) {
    vector -= shares[static_cast<Eigen::Index>(other)] * rows(other, begin, end);
  }
}

// Makes the product of the vector before `column` orthogonal to all before it; how long it is then.
double Lanczos::orthogonalise(std::size_t column) {
  const auto size = static_cast<Eigen::Index>(column) + 1;
  const Eigen::VectorXd shares =
      sum_over_rows(size, [&](std::size_t begin, std::size_t end, double* sums) { project(column, begin, end, sums); });
  // What rounding left is seen while the rows are at hand.
  Eigen::VectorXd left = sum_over_rows(size, [&](std::size_t begin, std::size_t end, double* sums) {
    subtract(column, shares, begin, end);
    project(column, begin, end, sums);
  });
  projected_(size - 2, size - 2) = shares[size - 2];
  const auto shares_left = left.head(size - 1);
  if (shares_left.squaredNorm() > orthogonal_enough * orthogonal_enough * left[size - 1]) {
    projected_(size - 2, size - 2) += left[size - 2];
    left = sum_over_rows(size, [&](std::size_t begin, std::size_t end, double* sums) {
      subtract(column, left, begin, end);
      project(column, begin, end, sums);
    });
  }
  return std::sqrt(left[size - 1]);
}

// The best approximations so far become the basis, and the vector behind it goes on.
void Lanczos::restart(const Eigen::VectorXd& values, const Eigen::MatrixXd& vectors, double coupling) {
  const Eigen::Index size = values.size();
  const Eigen::MatrixXd best = vectors.rightCols(kept);
  workers_.for_blocks(product_.size, rows_a_block, [&](std::size_t begin, std::size_t end, std::size_t) {
    Eigen::VectorXd row(size);
    for (std::size_t place = begin; place < end; ++place) {
      for (Eigen::Index column = 0; column < size; ++column) row[column] = basis_[at(column)][place];
      const Eigen::VectorXd combined = best.transpose() * row;
      for (Eigen::Index column = 0; column < kept; ++column) basis_[at(column)][place] = combined[column];
    }
  });
  basis_[at(kept)].swap(basis_[at(size)]);
  projected_.setZero();
  projected_.diagonal().head(kept) = values.tail(kept);
  projected_.row(kept).head(kept) = coupling * best.row(size - 1);
  projected_.col(kept).head(kept) = projected_.row(kept).head(kept).transpose();
}

std::vector<double> Lanczos::combination(const Eigen::VectorXd& shares) {
  std::vector<double> vector(product_.size);
  workers_.for_blocks(product_.size, rows_a_block, [&](std::size_t begin, std::size_t end, std::size_t) {
    Rows combined(vector.data() + begin, static_cast<Eigen::Index>(end - begin));
    for (Eigen::Index column = 0; column < shares.size(); ++column) {
      combined += shares[column] * rows(at(column), begin, end);
    }
  });
  return vector;
}

}  // namespace entente
