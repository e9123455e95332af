// The leading eigenvector, component by component.
//
// By Perron and Frobenius the largest eigenvalue of a component is simple and its vector positive; over several
// components the network's vector is that of the component with the largest eigenvalue. A bound, the largest
// (A·s)(v)/s(v) with s the strengths, tells which components can have it; they are solved in the order of their bounds,
// until no bound reaches the best eigenvalue found. Taking components apart also keeps the Lanczos method, which starts
// anew from arbitrary vectors when it has exhausted a component, from wandering into others. Small components are
// solved densely (Eigen), others by Lanczos with implicit restarts (Spectra) on the rows of the network; the product
// runs in parallel, each row on one thread; everything else is sequential, and so is the result the same for any number
// of threads. The start is a fixed vector without symmetries, for a symmetric one could miss the second eigenvalue,
// which is asked for to see whether the first can be told from it.
#include "random_stream.hpp"

#include <entente/analysis/components.hpp>
#include <entente/analysis/degree.hpp>
#include <entente/analysis/eigenvector.hpp>
#include <entente/core/error.hpp>
#include <entente/core/linear_algebra.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <span>
#include <utility>
#include <vector>

#include <Eigen/Eigenvalues>
#include <Spectra/SymEigsSolver.h>

namespace entente {

namespace {

constexpr std::size_t greatest_dense = 128;
constexpr Eigen::Index krylov_dimension = 60;
constexpr Eigen::Index max_restarts = 3000;
constexpr double residual_tolerance = 1e-14;  // relative to the eigenvalue
constexpr double telling_gap = 1e-9;          // relative to the eigenvalue
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

Leading solve_iteratively(const PersonNetwork& net, bool weighted, const Run& run) {
  AdjacencyProduct product(net, weighted, run);
  RandomStream random(0, start_stage, 0);
  Eigen::VectorXd start(product.rows());
  for (double& value : start) value = 0.5 + random.unit();
  Spectra::SymEigsSolver<AdjacencyProduct> solver(product, 2, std::min(krylov_dimension, product.rows()));
  solver.init(start.data());
  const Eigen::Index converged =
      solver.compute(Spectra::SortRule::LargestAlge, max_restarts, residual_tolerance, Spectra::SortRule::LargestAlge);
  if (converged == 0) fail_to_converge();
  // A first value that converges while the second one does not is well apart from it.
  const double second = converged > 1 ? solver.eigenvalues()[1] : -std::numeric_limits<double>::infinity();
  return {solver.eigenvalues()[0], second, solver.eigenvectors().col(0)};
}

/// No eigenvalue of the component is greater: the largest (A·s)(v)/s(v), with s the strengths.
double bound_of(const PersonNetwork& net, std::span<const PersonId> members, const Scores& strengths, bool weighted) {
  double bound = 0;
  for (const PersonId person : members) {
    const auto neighbours = net.neighbours_of(person);
    const auto weights = net.weights_of(person);
    double sum = 0;
    for (std::size_t i = 0; i < neighbours.size(); ++i) {
      sum += (weighted ? weights[i] : 1.0) * strengths[neighbours[i].index()];
    }
    if (sum > 0) bound = std::max(bound, sum / strengths[person.index()]);
  }
  return bound;
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
  const std::size_t n = net.num_persons();
  if (n == 0) return Scores{};
  if (n == 1) return Scores{1.0};
  if (net.num_ties() == 0) return std::nullopt;

  const Components parts = components(net);
  std::vector<std::vector<PersonId>> members(parts.num_components());
  for (std::size_t person = 0; person < n; ++person) members[parts.labels[person]].emplace_back(person);
  // Components come by descending size: those after the first isolated person have no ties.
  std::erase_if(members, [](const std::vector<PersonId>& persons) { return persons.size() == 1; });
  const Scores strengths = options.weighted ? strength(net) : degree(net);
  std::vector<std::pair<double, std::size_t>> bounds;
  for (std::size_t part = 0; part < members.size(); ++part) {
    bounds.emplace_back(-bound_of(net, members[part], strengths, options.weighted), part);
  }
  std::ranges::sort(bounds);

  Leading best;
  std::size_t best_part = 0;
  double second = 0;  // largest of all other eigenvalues
  for (const auto& [negative_bound, part] : bounds) {
    if (-negative_bound < best.first * (1 - 10 * telling_gap)) break;
    check_stop(run);
    const std::size_t size = members[part].size();
    const PersonNetwork own = size < n ? induced(net, members[part]) : PersonNetwork();
    const PersonNetwork& whole = size < n ? own : net;
    Leading leading =
        size <= greatest_dense ? solve_dense(whole, options.weighted) : solve_iteratively(whole, options.weighted, run);
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
