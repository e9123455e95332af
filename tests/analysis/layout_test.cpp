#include "plane_points.hpp"
#include "repulsion_tree.hpp"
#include "toy_networks.hpp"

#include <entente/analysis/components.hpp>
#include <entente/analysis/layout.hpp>
#include <entente/core/error.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numeric>
#include <queue>
#include <vector>

#include <catch2/catch.hpp>

using namespace entente;

namespace {

double between(const Position& a, const Position& b) { return std::hypot(a.x - b.x, a.y - b.y); }

/// Points in clumps of very different density, some of them in one place.
PlanePoints clumped_points(std::size_t size, std::uint64_t seed) {
  const std::vector<std::size_t> order = toy::random_order(2 * size, seed);
  PlanePoints points(size);
  for (std::size_t i = 0; i < size; ++i) {
    const auto part = static_cast<float>(order[i]) / static_cast<float>(2 * size);
    const auto other = static_cast<float>(order[size + i]) / static_cast<float>(2 * size);
    const float reach = i % 3 == 0 ? 1000 : i % 3 == 1 ? 1 : 30;
    points.x[i] = reach * part;
    points.y[i] = reach * other;
    if (i % 50 == 49) {
      points.x[i] = points.x[i - 1];
      points.y[i] = points.y[i - 1];
    }
  }
  return points;
}

std::vector<float> masses_of(std::size_t size) {
  std::vector<float> masses(size);
  for (std::size_t i = 0; i < size; ++i) masses[i] = static_cast<float>(1 + i % 7);
  return masses;
}

struct Force {
  double x = 0;
  double y = 0;
};

/// By their definition, one pair after another.
std::vector<Force> forces_by_pairs(const PlanePoints& points, const std::vector<float>& masses) {
  std::vector<Force> forces(points.size());
  for (std::size_t i = 0; i < points.size(); ++i) {
    for (std::size_t j = 0; j < points.size(); ++j) {
      const double dx = double{points.x[i]} - double{points.x[j]};
      const double dy = double{points.y[i]} - double{points.y[j]};
      const double factor = masses[i] * masses[j] / (dx * dx + dy * dy + double{RepulsionTree::softening});
      forces[i].x += factor * dx;
      forces[i].y += factor * dy;
    }
  }
  return forces;
}

/// √(Σ|error|²/Σ|force|²), and the same for the worst point.
double error_of_tree(const PlanePoints& points, const std::vector<float>& masses, float theta) {
  Run run;
  run.threads = 2;
  Workers workers(run);
  RepulsionTree tree;
  tree.build(points, masses);
  PlanePoints found(points.size());
  tree.repel(theta, workers, found);
  const std::vector<Force> expected = forces_by_pairs(points, masses);
  double errors = 0;
  double all = 0;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const double dx = double{found.x[i]} - expected[i].x;
    const double dy = double{found.y[i]} - expected[i].y;
    // Relative to each force, so that a dense clump does not hide the rest.
    const double square = expected[i].x * expected[i].x + expected[i].y * expected[i].y + 1e-12;
    errors += (dx * dx + dy * dy) / square;
    all += 1;
  }
  return all > 0 ? std::sqrt(errors / all) : 0;
}

/// Steps between all pairs, by breadth-first search.
std::vector<std::vector<int>> steps_of(const PersonNetwork& net) {
  const std::size_t n = net.num_persons();
  std::vector<std::vector<int>> steps(n, std::vector<int>(n, -1));
  for (std::size_t from = 0; from < n; ++from) {
    std::queue<std::size_t> queue({from});
    steps[from][from] = 0;
    for (; !queue.empty(); queue.pop()) {
      for (const PersonId next : net.neighbours_of(PersonId(queue.front()))) {
        if (steps[from][next.index()] >= 0) continue;
        steps[from][next.index()] = steps[from][queue.front()] + 1;
        queue.push(next.index());
      }
    }
  }
  return steps;
}

/// Mean of (distance·s/steps − 1)² over connected pairs for the scale s that makes it least.
double stress(const PersonNetwork& net, const std::vector<Position>& positions) {
  const auto steps = steps_of(net);
  double linear = 0;
  double squared = 0;
  double pairs = 0;
  for (std::size_t a = 0; a < positions.size(); ++a) {
    for (std::size_t b = 0; b < a; ++b) {
      if (steps[a][b] <= 0) continue;
      const double ratio = between(positions[a], positions[b]) / steps[a][b];
      linear += ratio;
      squared += ratio * ratio;
      pairs += 1;
    }
  }
  return 1 - linear * linear / squared / pairs;
}

bool is_overlap_free(const PersonNetwork& net, const std::vector<Position>& positions) {
  const std::vector<double> radii = drawn_radii(net);
  for (std::size_t a = 0; a < positions.size(); ++a) {
    for (std::size_t b = 0; b < a; ++b) {
      if (between(positions[a], positions[b]) < radii[a] + radii[b]) return false;
    }
  }
  return true;
}

/// Two parts without a tie between them, and some who are alone.
PersonNetwork parted_network() {
  std::vector<toy::WeightedPair> pairs;
  for (std::size_t a = 0; a < 30; ++a) {
    for (std::size_t b = 0; b < a; b += 3) pairs.push_back({b, a});
  }
  for (std::size_t a = 31; a < 50; ++a) pairs.push_back({30, a});
  return toy::network(70, pairs);
}

}  // namespace

TEST_CASE("repulsion by a tree that opens every cell equals that by pairs", "[analysis][oracle]") {
  const auto size = GENERATE(std::size_t{1}, std::size_t{2}, std::size_t{15}, std::size_t{17}, std::size_t{700});
  const auto seed = GENERATE(1U, 2U);
  CHECK(error_of_tree(clumped_points(size, seed), masses_of(size), 0) < 1e-3);
}

TEST_CASE("repulsion by a tree errs by little, and by less for a smaller theta", "[analysis][oracle]") {
  const auto seed = GENERATE(1U, 2U, 3U);
  const PlanePoints points = clumped_points(3000, seed);
  const std::vector<float> masses = masses_of(3000);
  const double half = error_of_tree(points, masses, 0.5F);
  const double usual = error_of_tree(points, masses, 1.2F);
  CHECK(half < 0.01);
  CHECK(usual < 0.1);
  CHECK(half < usual);
}

TEST_CASE("points in one place do not repel each other, nor break the tree", "[analysis]") {
  PlanePoints points(100);
  std::ranges::fill(points.x, 3.0F);
  const Run run;
  Workers workers(run);
  RepulsionTree tree;
  tree.build(points, masses_of(100));
  PlanePoints forces(100);
  tree.repel(1, workers, forces);
  CHECK(std::ranges::all_of(forces.x, [](float force) { return force == 0; }));
  std::vector<float> distances;
  tree.nearest(workers, distances);
  CHECK(distances == std::vector<float>(100, 0.0F));
}

TEST_CASE("nearest points equal those found by pairs", "[analysis][oracle]") {
  const PlanePoints points = clumped_points(800, 5);
  const Run run;
  Workers workers(run);
  RepulsionTree tree;
  tree.build(points, masses_of(800));
  std::vector<float> distances;
  tree.nearest(workers, distances);
  for (std::size_t i = 0; i < 800; ++i) {
    double nearest = std::numeric_limits<double>::infinity();
    for (std::size_t j = 0; j < 800; ++j) {
      if (j == i) continue;
      nearest = std::min(
          nearest, std::hypot(double{points.x[i]} - double{points.x[j]}, double{points.y[i]} - double{points.y[j]}));
    }
    CHECK(distances[i] == Approx(nearest).epsilon(1e-4).margin(1e-6));
  }
}

TEST_CASE("layouts of small networks", "[analysis]") {
  CHECK(force_atlas(toy::strangers(0)).empty());
  CHECK(force_atlas(toy::strangers(1)) == std::vector<Position>{{0, 0}});
  const PersonNetwork pair = toy::path(2);
  CHECK(is_overlap_free(pair, force_atlas(pair)));
  const PersonNetwork strangers = toy::strangers(200);
  const std::vector<Position> positions = force_atlas(strangers);
  CHECK(is_overlap_free(strangers, positions));
  for (const Position& position : positions) CHECK(between(position, {0, 0}) < 150);

  CHECK(circular_layout(toy::strangers(0), {}).empty());
  CHECK(circular_layout(toy::strangers(1), std::vector<std::uint32_t>{0}) == std::vector<Position>{{0, 0}});
}

TEST_CASE("a path is laid out as a line, a grid as a grid", "[analysis]") {
  CHECK(stress(toy::path(30), force_atlas(toy::path(30))) < 0.1);
  const PersonNetwork grid = toy::grid(8, 8);
  CHECK(stress(grid, force_atlas(grid, {.linlog = false})) < 0.06);
}

TEST_CASE("nobody is drawn over another where overlap is prevented", "[analysis][property]") {
  const auto seed = GENERATE(1U, 2U, 3U);
  const PersonNetwork net = toy::random_network({.persons = 400, .seed = seed, .mean_degree = 12});
  const ForceAtlasOptions dense{.iterations = 100, .scaling = 0.01, .gravity = 50};
  CHECK(is_overlap_free(net, force_atlas(net, dense)));
  ForceAtlasOptions free = dense;
  free.prevent_overlap = false;
  CHECK_FALSE(is_overlap_free(net, force_atlas(net, free)));
}

TEST_CASE("components do not lie within each other, and close together", "[analysis][property]") {
  const PersonNetwork net = parted_network();
  const std::vector<Position> positions = force_atlas(net);
  CHECK(is_overlap_free(net, positions));
  const std::vector<double> radii = drawn_radii(net);
  // Persons of one part are all on one side of some line from those of the other: their boxes are apart.
  struct Box {
    double left = 1e9, right = -1e9, bottom = 1e9, top = -1e9;
  };
  const auto box = [&](std::size_t begin, std::size_t end) {
    Box found;
    for (std::size_t i = begin; i < end; ++i) {
      found.left = std::min(found.left, positions[i].x - radii[i]);
      found.right = std::max(found.right, positions[i].x + radii[i]);
      found.bottom = std::min(found.bottom, positions[i].y - radii[i]);
      found.top = std::max(found.top, positions[i].y + radii[i]);
    }
    return found;
  };
  const Box first = box(0, 30);
  const Box second = box(30, 50);
  const bool inside =
      second.left > first.left && second.right < first.right && second.bottom > first.bottom && second.top < first.top;
  CHECK_FALSE(inside);
  for (std::size_t a = 0; a < 30; ++a) {
    for (std::size_t b = 30; b < 70; ++b) CHECK(between(positions[a], positions[b]) > radii[a] + radii[b] + 5);
  }
  const Box all = box(0, 70);
  const double width = std::max(first.right - first.left, first.top - first.bottom) +
                       std::max(second.right - second.left, second.top - second.bottom);
  CHECK(std::max(all.right - all.left, all.top - all.bottom) < 2.5 * width);
}

TEST_CASE("planted communities lie apart", "[analysis][property]") {
  const auto linlog = GENERATE(true, false);
  const std::size_t circles = 6;
  const PersonNetwork net =
      toy::planted_circles({.persons = 600, .circles = circles, .ties_within = 8, .ties_across = 1});
  const std::vector<Position> positions = force_atlas(net, {.linlog = linlog});
  std::vector<Position> middles(circles);
  for (std::size_t i = 0; i < positions.size(); ++i) {
    middles[i % circles].x += positions[i].x / 100;
    middles[i % circles].y += positions[i].y / 100;
  }
  std::size_t right = 0;
  for (std::size_t i = 0; i < positions.size(); ++i) {
    const auto nearest =
        std::ranges::min_element(middles, {}, [&](const Position& middle) { return between(middle, positions[i]); });
    right += static_cast<std::size_t>(nearest - middles.begin()) == i % circles ? 1U : 0U;
  }
  CHECK(right >= 570);
}

TEST_CASE("other numbers give as good a drawing, other units of weight the same", "[analysis][property]") {
  const PersonNetwork net = toy::karate_club();
  const double usual = stress(net, force_atlas(net));
  CHECK(usual < 0.15);
  const auto seed = GENERATE(1U, 2U, 3U);
  const PersonNetwork moved = toy::renumbered(net, toy::random_order(34, seed));
  CHECK(stress(moved, force_atlas(moved)) == Approx(usual).margin(0.05));
  CHECK(force_atlas(toy::scaled(net, 4)) == force_atlas(net));
}

TEST_CASE("heavier ties pull closer", "[analysis][property]") {
  const PersonNetwork net = toy::network(4, {{0, 1, 10}, {1, 2, 1}, {2, 3, 1}, {0, 3, 1}});
  const std::vector<Position> positions = force_atlas(net, {.prevent_overlap = false});
  CHECK(between(positions[0], positions[1]) < 0.5 * between(positions[2], positions[3]));
  const std::vector<Position> alike = force_atlas(net, {.edge_weight_influence = 0, .prevent_overlap = false});
  CHECK(between(alike[0], alike[1]) == Approx(between(alike[2], alike[3])).epsilon(0.1));
}

TEST_CASE("a circle holds all, communities side by side", "[analysis]") {
  const PersonNetwork net = toy::planted_circles({.persons = 300, .circles = 6, .ties_within = 8, .ties_across = 1});
  std::vector<std::uint32_t> communities(300);
  for (std::size_t i = 0; i < 300; ++i) communities[i] = static_cast<std::uint32_t>(i % 6);
  communities[7] = 99;
  communities[8] = 98;
  const std::vector<Position> positions = circular_layout(net, communities);
  CHECK(is_overlap_free(net, positions));
  for (const Position& position : positions) {
    CHECK(between(position, {0, 0}) == Approx(between(positions[0], {0, 0})).margin(0.002));
  }
  std::vector<std::size_t> around(300);
  std::iota(around.begin(), around.end(), std::size_t{0});
  std::ranges::sort(around, {}, [&](std::size_t i) { return std::atan2(positions[i].y, positions[i].x); });
  std::size_t changes = 0;
  for (std::size_t i = 0; i < 300; ++i)
    changes += communities[around[i]] != communities[around[(i + 1) % 300]] ? 1U : 0U;
  CHECK(changes == 8);
  CHECK_THROWS_AS(circular_layout(net, std::vector<std::uint32_t>(299)), Error);
}

TEST_CASE("layouts refuse options out of range and say what would do", "[analysis]") {
  const auto code_of = [](const ForceAtlasOptions& options) {
    try {
      (void)force_atlas(toy::path(3), options);
    } catch (const Error& error) {
      CHECK_FALSE(error.hint().empty());
      return error.code();
    }
    return ErrorCode::bad_usage;
  };
  CHECK(code_of({.iterations = 100'001}) == ErrorCode::bad_option);
  CHECK(code_of({.scaling = 0}) == ErrorCode::bad_option);
  CHECK(code_of({.gravity = -1}) == ErrorCode::bad_option);
  CHECK(code_of({.edge_weight_influence = std::nan("")}) == ErrorCode::bad_option);
  CHECK(code_of({.theta = 3}) == ErrorCode::bad_option);
  CHECK(code_of({.tolerance = 0}) == ErrorCode::bad_option);
}
