#include "lanczos.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

#include <Eigen/Eigenvalues>
#include <catch2/catch.hpp>

using namespace entente;

namespace {

SymmetricProduct product_of(const Eigen::MatrixXd& matrix) {
  return {static_cast<std::size_t>(matrix.rows()), [&matrix](const double* x, double* y) {
            const Eigen::Map<const Eigen::VectorXd> from(x, matrix.cols());
            Eigen::Map<Eigen::VectorXd>(y, matrix.rows()) = matrix * from;
          }};
}

// Without symmetries, and with a share of everything.
std::vector<double> start_of(std::size_t size) {
  std::vector<double> start(size);
  for (std::size_t i = 0; i < size; ++i) start[i] = 1 + 0.5 * std::sin(static_cast<double>(i * i));
  return start;
}

Eigen::MatrixXd random_symmetric(Eigen::Index size) {
  Eigen::MatrixXd matrix(size, size);
  for (Eigen::Index i = 0; i < size; ++i) {
    for (Eigen::Index j = 0; j <= i; ++j) matrix(i, j) = matrix(j, i) = std::sin(static_cast<double>(i * i + 7 * j));
  }
  return matrix;
}

}  // namespace

TEST_CASE("the Lanczos method finds the largest eigenpair of a dense matrix", "[analysis][oracle]") {
  const auto sign = GENERATE(1.0, -1.0);
  const Eigen::MatrixXd matrix = sign * random_symmetric(300);
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> dense(matrix);
  const SymmetricProduct product = product_of(matrix);
  for (const unsigned threads : {1U, 3U}) {
    const Run run{.threads = threads};
    Workers workers(run);
    const auto found = Lanczos(product, workers).largest(start_of(300), 1e-12, 0);
    REQUIRE(found);
    CHECK(found->value == Approx(dense.eigenvalues()[299]).epsilon(1e-12));
    const Eigen::Map<const Eigen::VectorXd> vector(found->vector.data(), 300);
    CHECK(std::abs(vector.dot(dense.eigenvectors().col(299))) == Approx(1).epsilon(1e-9));
    CHECK((matrix * vector - found->value * vector).norm() < 1e-11 * std::abs(found->value));
  }
}

TEST_CASE("the Lanczos method restarts where the first values lie close together", "[analysis]") {
  // Values 1, 0.998, 0.996, …: many more steps than the basis has vectors; or all of them negative.
  const auto shift = GENERATE(0.0, -2.0);
  constexpr std::size_t size = 500;
  const SymmetricProduct product{size, [shift](const double* x, double* y) {
                                   for (std::size_t i = 0; i < size; ++i) {
                                     y[i] = (static_cast<double>(i + 1) / size + shift) * x[i];
                                   }
                                 }};
  const Run run;
  Workers workers(run);
  const auto found = Lanczos(product, workers).largest(start_of(size), 1e-10, 0);
  REQUIRE(found);
  CHECK(found->value == Approx(1 + shift).epsilon(1e-12));
  CHECK(std::abs(found->vector.back()) == Approx(1).epsilon(1e-6));
}

TEST_CASE("the Lanczos method ends where there is nothing more to find", "[analysis]") {
  // Two values only, so that the second step exhausts what the start reaches.
  constexpr std::size_t size = 200;
  const SymmetricProduct product{size, [](const double* x, double* y) {
                                   for (std::size_t i = 0; i < size; ++i) y[i] = i < 50 ? 3 * x[i] : -x[i];
                                 }};
  const Run run;
  Workers workers(run);
  const auto found = Lanczos(product, workers).largest(start_of(size), 1e-14, 0);
  REQUIRE(found);
  CHECK(found->value == Approx(3));
  CHECK(std::ranges::all_of(found->vector.begin() + 50, found->vector.end(),
                            [](double x) { return std::abs(x) < 1e-12; }));
}
