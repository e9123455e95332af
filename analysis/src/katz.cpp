#include "leading_eigenpair.hpp"
#include "tie_matrix.hpp"

#include <entente/analysis/katz.hpp>
#include <entente/core/error.hpp>
#include <entente/core/huge_pages.hpp>

#include <algorithm>
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

Scores solve_katz(const TieMatrix& ties, const KatzOptions& options, const Run& run) {
  using Vector = HugeVector<double>;
  using Entries = Eigen::Map<Eigen::VectorXd>;

  const std::size_t n = ties.product.size;
  if (std::ranges::all_of(ties.strengths, [](double strength) { return strength == 0; })) return Scores(n, 1.0);
  const double alpha = options.attenuation / largest_eigenvalue(ties.product, tolerance_of_eigenvalue, run);

  Vector memory_of_direction(n, 1.0);
  Vector memory_of_product(n);
  const auto size = static_cast<Eigen::Index>(n);
  Entries direction(memory_of_direction.data(), size);
  Entries product(memory_of_product.data(), size);
  Eigen::VectorXd walks = direction;
  ties.product.multiply(direction.data(), product.data());
  Eigen::VectorXd left = alpha * product;
  direction = left;
  double gain = left.squaredNorm();
  const double enough = options.tolerance * options.tolerance * static_cast<double>(n);
  for (std::size_t step = 0; gain > enough && step < n; ++step) {
    check_stop(run);
    ties.product.multiply(direction.data(), product.data());
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

}  // namespace

Scores katz(const PersonNetwork& net, const KatzOptions& options, const Run& run) {
  require_katz_options(options);
  return solve_katz(tie_matrix(net, options.weighted, run), options, run);
}

Scores katz(const EventGraph& graph, const ProjectionOptions& projection, const KatzOptions& options, const Run& run) {
  require_katz_options(options);
  return solve_katz(tie_matrix(graph, projection, options.weighted, run), options, run);
}

}  // namespace entente
