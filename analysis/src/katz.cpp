#include "leading_eigenpair.hpp"

#include <entente/analysis/katz.hpp>
#include <entente/core/error.hpp>
#include <entente/core/linear_algebra.hpp>

#include <cstddef>

#include <Eigen/Core>
#include <fmt/format.h>

namespace entente {

namespace {

constexpr double tolerance_of_eigenvalue = 1e-10;

void require_katz_options(const KatzOptions& options) {
  if (!(options.attenuation >= 0 && options.attenuation <= 0.99)) {
    throw Error(ErrorCode::bad_option,
                fmt::format("attenuation is {}; it must lie between 0 and 0.99", options.attenuation), {},
                "it is relative to the largest value for which walks can be summed; 0.9 is the default");
  }
  if (!(options.tolerance >= 1e-14 && options.tolerance <= 1e-3)) {
    throw Error(ErrorCode::bad_option,
                fmt::format("tolerance is {}; it must lie between 1e-14 and 1e-3", options.tolerance), {},
                "the default is 1e-12");
  }
}

}  // namespace

Scores katz(const PersonNetwork& net, const KatzOptions& options, const Run& run) {
  require_katz_options(options);
  const std::size_t n = net.num_persons();
  if (net.num_ties() == 0) return Scores(n, 1.0);
  const AdjacencyProduct adjacency(net, options.weighted, run);
  const double alpha =
      options.attenuation / largest_eigenvalue({n, [&](const double* x, double* y) { adjacency.perform_op(x, y); }},
                                               tolerance_of_eigenvalue, run);

  const auto size = static_cast<Eigen::Index>(n);
  Eigen::VectorXd walks = Eigen::VectorXd::Ones(size);
  Eigen::VectorXd product = adjacency * walks;
  Eigen::VectorXd left = alpha * product;
  Eigen::VectorXd direction = left;
  double gain = left.squaredNorm();
  const double enough = options.tolerance * options.tolerance * static_cast<double>(n);
  for (std::size_t step = 0; gain > enough && step < n; ++step) {
    check_stop(run);
    adjacency.perform_op(direction.data(), product.data());
    product = direction - alpha * product;
    const double length = gain / direction.dot(product);
    walks += length * direction;
    left -= length * product;
    const double next = left.squaredNorm();
    direction = left + (next / gain) * direction;
    gain = next;
  }
  return {walks.begin(), walks.end()};
}

}  // namespace entente
