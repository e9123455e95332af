// Pivot multidimensional scaling.
//
// Each pivot is the node farthest from the pivots before (the first: from the node of most ties), ties by number. The
// squared distances of all nodes to the pivots, centred both ways, form a tall matrix C; the coordinates are C·v for
// the two leading eigenvectors v of CᵀC. Each entry of CᵀC is one thread's sum in the order of nodes.
#include "layout_start.hpp"

#include "random_stream.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include <Eigen/Dense>

namespace entente {

namespace {

constexpr std::size_t max_pivots = 50;
constexpr std::uint64_t layout_start_stage = 0x53544152;  // of random streams
constexpr float random_spread = 0.05F;                    // beside a mean distance of 1 from the middle

using Steps = std::vector<std::uint32_t>;

void count_steps(const LayoutGraph& graph, std::uint32_t from, std::vector<std::uint32_t>& queue, Steps& steps) {
  constexpr auto unseen = std::numeric_limits<std::uint32_t>::max();
  steps.assign(graph.size(), unseen);
  steps[from] = 0;
  queue.assign(1, from);
  for (std::size_t head = 0; head < queue.size(); ++head) {
    const std::uint32_t node = queue[head];
    for (const std::uint32_t neighbour : graph.neighbours_of(node)) {
      if (steps[neighbour] != unseen) continue;
      steps[neighbour] = steps[node] + 1;
      queue.push_back(neighbour);
    }
  }
}

/// The squared distance of each node to each pivot, a column a pivot.
Eigen::MatrixXf squared_steps(const LayoutGraph& graph) {
  const std::size_t size = graph.size();
  const std::size_t pivots = std::min(max_pivots, size);
  Eigen::MatrixXf squares(static_cast<Eigen::Index>(size), static_cast<Eigen::Index>(pivots));
  std::vector<std::uint32_t> queue;
  Steps steps;
  const auto busiest = std::ranges::max_element(graph.masses) - graph.masses.begin();
  count_steps(graph, static_cast<std::uint32_t>(busiest), queue, steps);
  Steps nearest = steps;
  for (std::size_t pivot = 0; pivot < pivots; ++pivot) {
    const auto farthest = std::ranges::max_element(nearest) - nearest.begin();
    count_steps(graph, static_cast<std::uint32_t>(farthest), queue, steps);
    for (std::size_t node = 0; node < size; ++node) {
      const auto distance = static_cast<float>(steps[node]);
      squares(static_cast<Eigen::Index>(node), static_cast<Eigen::Index>(pivot)) = distance * distance;
      nearest[node] = pivot == 0 ? steps[node] : std::min(nearest[node], steps[node]);
    }
  }
  return squares;
}

/// Takes off the means of rows and columns.
void centre_both_ways(Eigen::MatrixXf& matrix) {
  const Eigen::VectorXf rows = matrix.rowwise().mean();
  const Eigen::RowVectorXf columns = matrix.colwise().mean();
  const float mean = rows.mean();
  matrix.colwise() -= rows;
  matrix.rowwise() -= columns;
  matrix.array() += mean;
}

Eigen::MatrixXd products_of_columns(const Eigen::MatrixXf& matrix, Workers& workers) {
  const Eigen::Index columns = matrix.cols();
  Eigen::MatrixXd products(columns, columns);
  workers.for_blocks(static_cast<std::size_t>(columns), 1, [&](std::size_t begin, std::size_t, std::size_t) {
    const auto a = static_cast<Eigen::Index>(begin);
    for (Eigen::Index b = 0; b <= a; ++b) {
      products(a, b) = products(b, a) = double{matrix.col(a).dot(matrix.col(b))};
    }
  });
  return products;
}

}  // namespace

PlanePoints start_points(const LayoutGraph& graph, std::uint64_t seed, Workers& workers) {
  const std::size_t size = graph.size();
  PlanePoints points(size);
  if (size > 2) {
    Eigen::MatrixXf squares = squared_steps(graph);
    centre_both_ways(squares);
    const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(products_of_columns(squares, workers));
    const auto coordinates = [&](Eigen::Index rank, std::vector<float>& to) {
      const Eigen::VectorXf vector = solver.eigenvectors().col(squares.cols() - 1 - rank).cast<float>();
      Eigen::Map<Eigen::VectorXf>(to.data(), static_cast<Eigen::Index>(size)) = squares * vector;
    };
    coordinates(0, points.x);
    coordinates(1, points.y);
  }
  double distance = 0;
  for (std::size_t node = 0; node < size; ++node) distance += std::hypot(points.x[node], points.y[node]);
  const float scale = distance > 0 ? static_cast<float>(static_cast<double>(size) / distance) : 1;
  for (std::size_t node = 0; node < size; ++node) {
    RandomStream random(seed, layout_start_stage, node);
    const auto spread = [&] { return random_spread * (2 * static_cast<float>(random.unit()) - 1); };
    points.x[node] = points.x[node] * scale + spread();
    points.y[node] = points.y[node] * scale + spread();
  }
  return points;
}

}  // namespace entente
