// The leading eigenvector, component by component.
//
// By Perron and Frobenius the largest eigenvalue of a component is simple and its vector positive; over several
// components the network's vector is that of the component with the largest eigenvalue. A bound, the largest
// (A·s)(v)/s(v) with s the strengths, tells which components can have it; they are solved in the order of their bounds,
// until no bound reaches the best eigenvalue found. Taking components apart also keeps the Lanczos method, which starts
// anew from arbitrary vectors when it has exhausted a component, from wandering into others. Small components are
// solved densely (Eigen), others by Lanczos with implicit restarts (Spectra) on the rows of the network; the product
// runs in parallel, each row on one thread; everything else is sequential, and so is the result the same for any number
// of threads. Whether the first eigenvalue can be told from the second is then asked of the network without the first
// vector, roughly unless the two lie close together. The start is a fixed vector without symmetries, for a symmetric
// one could miss the second eigenvalue.
#include "random_stream.hpp"

#include <entente/analysis/components.hpp>
#include <entente/analysis/degree.hpp>
#include <entente/analysis/eigenvector.hpp>
#include <entente/core/error.hpp>
#include <entente/core/linear_algebra.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <numeric>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include <Eigen/Eigenvalues>
#include <Spectra/SymEigsSolver.h>
#include <fmt/format.h>

namespace entente {

namespace {

constexpr std::size_t greatest_dense = 128;
constexpr Eigen::Index krylov_dimension = 12;  // more would save few products and cost much orthogonalising
constexpr Eigen::Index max_restarts = 20'000;
constexpr double rough_tolerance = 1e-4;  // of the second eigenvalue, where it lies far from the first
constexpr double fine_tolerance = 1e-13;  // where it does not
constexpr double far = 0.01;              // relative to the eigenvalue
constexpr double telling_gap = 1e-9;      // relative to the eigenvalue
constexpr std::uint64_t start_stage = 0x656967;

struct Leading {
  double first = 0;   // largest eigenvalue
  double second = 0;  // next one of the same component
  Eigen::VectorXd vector;
};

[[noreturn]] void fail_to_converge() {
  throw Error(ErrorCode::limit_exceeded, "the leading eigenvector does not converge", {},
              "choose another measure for this network, such as PageRank");
}

/// The ties among `members` (ascending), as a network of their own.
PersonNetwork induced(const PersonNetwork& net, std::span<const PersonId> members) {
  const auto position = [&members](PersonId person) {
    return PersonId(static_cast<std::size_t>(std::ranges::lower_bound(members, person) - members.begin()));
  };
  std::vector<Tie> ties;
  for (std::size_t row = 0; row < members.size(); ++row) {
    const auto neighbours = net.neighbours_of(members[row]);
    const auto weights = net.weights_of(members[row]);
    for (std::size_t i = 0; i < neighbours.size(); ++i) {
      if (neighbours[i] > members[row]) {
        ties.push_back(
            {.a = PersonId(row), .b = position(neighbours[i]), .weight = weights[i], .first = {}, .last = {}});
      }
    }
  }
  return PersonNetwork(members.size(), std::move(ties));
}

Leading solve_dense(const PersonNetwork& net, bool weighted) {
  const auto size = static_cast<Eigen::Index>(net.num_persons());
  Eigen::MatrixXd matrix = Eigen::MatrixXd::Zero(size, size);
  for (std::size_t person = 0; person < net.num_persons(); ++person) {
    const auto neighbours = net.neighbours_of(PersonId(person));
    const auto weights = net.weights_of(PersonId(person));
    for (std::size_t i = 0; i < neighbours.size(); ++i) {
      matrix(static_cast<Eigen::Index>(neighbours[i].index()), static_cast<Eigen::Index>(person)) =
          weighted ? weights[i] : 1.0;
    }
  }
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(matrix);
  if (solver.info() != Eigen::Success) fail_to_converge();
  return {solver.eigenvalues()[size - 1], solver.eigenvalues()[size - 2], solver.eigenvectors().col(size - 1)};
}

/// The product of a network of which only one component is looked at: nobody else gives or takes anything.
class ComponentProduct {
 public:
  using Scalar = double;

  /// `members` ascend; all persons where there is no list.
  ComponentProduct(const PersonNetwork& net, bool weighted, std::span<const PersonId> members, const Run& run)
      : product_(net, weighted, run), is_member_(members.empty() ? 0 : net.num_persons(), 0) {
    for (const PersonId person : members) is_member_[person.index()] = 1;
  }
  [[nodiscard]] Eigen::Index rows() const { return product_.rows(); }
  [[nodiscard]] Eigen::Index cols() const { return product_.rows(); }
  void perform_op(const double* x, double* y) const {
    product_.perform_op(x, y);
    for (std::size_t person = 0; person < is_member_.size(); ++person) y[person] *= is_member_[person];
  }

 private:
  AdjacencyProduct product_;
  std::vector<char> is_member_;
};

/// A product without the part of an eigenvector that was found: what is left has the second eigenvalue first.
class Deflated {
 public:
  using Scalar = double;

  Deflated(const ComponentProduct& product, const Leading& leading) : product_(product), leading_(leading) {}
  [[nodiscard]] Eigen::Index rows() const { return product_.rows(); }
  [[nodiscard]] Eigen::Index cols() const { return product_.rows(); }
  void perform_op(const double* x, double* y) const {
    product_.perform_op(x, y);
    const Eigen::Map<const Eigen::VectorXd> from(x, rows());
    Eigen::Map<Eigen::VectorXd>(y, rows()) -= leading_.first * leading_.vector.dot(from) * leading_.vector;
  }

 private:
  const ComponentProduct& product_;
  const Leading& leading_;
};

struct Largest {
  double value;
  Eigen::VectorXd vector;
};

template <typename Product>
std::optional<Largest> largest_of(Product product, double tolerance) {
  RandomStream random(0, start_stage, 0);
  Eigen::VectorXd start(product.rows());
  for (double& value : start) value = 0.5 + random.unit();
  Spectra::SymEigsSolver<Product> solver(product, 1, std::min(krylov_dimension, product.rows()));
  solver.init(start.data());
  const Eigen::Index converged =
      solver.compute(Spectra::SortRule::LargestAlge, max_restarts, tolerance, Spectra::SortRule::LargestAlge);
  if (converged == 0) return std::nullopt;
  return Largest{solver.eigenvalues()[0], solver.eigenvectors().col(0)};
}

Leading solve_iteratively(const ComponentProduct& product, double tolerance) {
  std::optional<Largest> first = largest_of(product, tolerance);
  if (!first) fail_to_converge();
  Leading leading{first->value, 0, std::move(first->vector)};
  const Deflated rest(product, leading);
  std::optional<Largest> second = largest_of(rest, rough_tolerance);
  if (!second || second->value > (1 - far) * leading.first) second = largest_of(rest, fine_tolerance);
  if (!second) fail_to_converge();
  leading.second = second->value;
  return leading;
}

/// The leading vector of the component of `members` [members], within a network whose other persons do not matter.
Leading solve(const PersonNetwork& net, std::span<const PersonId> members, const EigenvectorOptions& options,
              const Run& run) {
  const std::size_t n = net.num_persons();
  // A component that is most of the network is not worth a copy.
  if (2 * members.size() <= n) {
    const PersonNetwork own = induced(net, members);
    return members.size() <= greatest_dense ? solve_dense(own, options.weighted)
                                            : solve_iteratively({own, options.weighted, {}, run}, options.tolerance);
  }
  if (n <= greatest_dense) return solve_dense(induced(net, members), options.weighted);
  const ComponentProduct product(net, options.weighted, members.size() < n ? members : std::span<const PersonId>(),
                                 run);
  Leading leading = solve_iteratively(product, options.tolerance);
  Eigen::VectorXd of_members(static_cast<Eigen::Index>(members.size()));
  for (std::size_t row = 0; row < members.size(); ++row) {
    of_members[static_cast<Eigen::Index>(row)] = leading.vector[static_cast<Eigen::Index>(members[row].index())];
  }
  leading.vector = std::move(of_members);
  return leading;
}

/// No eigenvalue of a component is greater than its largest (A·s)(v)/s(v), with s the strengths; [components].
std::vector<double> bounds_of(const PersonNetwork& net, const Components& parts, bool weighted, const Run& run) {
  const Scores strengths = weighted ? strength(net) : degree(net);
  Scores sums(net.num_persons());
  AdjacencyProduct(net, weighted, run).perform_op(strengths.data(), sums.data());
  std::vector<double> bounds(parts.num_components(), 0.0);
  for (std::size_t person = 0; person < net.num_persons(); ++person) {
    double& bound = bounds[parts.labels[person]];
    if (sums[person] > 0) bound = std::max(bound, sums[person] / strengths[person]);
  }
  return bounds;
}

/// Makes the vector positive and of length 1; false where it has both signs, and so is not the leading one.
bool normalize(Eigen::VectorXd& vector) {
  if (vector.sum() < 0) vector = -vector;
  if (vector.minCoeff() < -1e-6 * vector.maxCoeff()) return false;
  vector = vector.cwiseAbs();
  double squares = 0;
  for (const double value : vector) squares += value * value;
  vector /= std::sqrt(squares);
  return true;
}

}  // namespace

std::optional<Scores> eigenvector(const PersonNetwork& net, const EigenvectorOptions& options, const Run& run) {
  if (!(options.tolerance >= 1e-14 && options.tolerance <= 1e-6)) {
    throw Error(ErrorCode::bad_option,
                fmt::format("tolerance is {}; it must lie between 1e-14 and 1e-6", options.tolerance), {},
                "the default is 1e-13");
  }
  const std::size_t n = net.num_persons();
  if (n == 0) return Scores{};
  if (n == 1) return Scores{1.0};
  if (net.num_ties() == 0) return std::nullopt;

  const Components parts = components(net);
  std::vector<std::vector<PersonId>> members(parts.num_components());
  for (std::size_t person = 0; person < n; ++person) members[parts.labels[person]].emplace_back(person);
  // Components come by descending size: those after the first isolated person have no ties.
  std::erase_if(members, [](const std::vector<PersonId>& persons) { return persons.size() == 1; });
  const std::vector<double> bounds = bounds_of(net, parts, options.weighted, run);
  std::vector<std::size_t> order(members.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, std::greater<>(), [&bounds](std::size_t part) { return bounds[part]; });

  Leading best;
  std::size_t best_part = 0;
  double second = 0;  // largest of all other eigenvalues
  for (const std::size_t part : order) {
    if (bounds[part] < best.first * (1 - 10 * telling_gap)) break;
    check_stop(run);
    Leading leading = solve(net, members[part], options, run);
    second = std::max({second, leading.second, std::min(best.first, leading.first)});
    if (leading.first > best.first) {
      best = std::move(leading);
      best_part = part;
    }
  }
  if (best.first - second < telling_gap * best.first) return std::nullopt;
  if (!normalize(best.vector)) fail_to_converge();
  Scores scores(n, 0.0);
  for (std::size_t row = 0; row < members[best_part].size(); ++row) {
    scores[members[best_part][row].index()] = best.vector[static_cast<Eigen::Index>(row)];
  }
  return scores;
}

}  // namespace entente
