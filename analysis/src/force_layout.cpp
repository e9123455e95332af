// The forces of ForceAtlas2 and its adaptive speed, as Gephi 0.9 has it.
//
// Before the first iteration the start is scaled to where repulsion and attraction hold each other: the work that they
// do when everything grows is Σ k·m(u)·m(v), whatever the size, against what ties and gravity do, which grows with it.
// In each iteration a point's forces are one thread's work; sums over all run over blocks that depend on n only.
#include "force_layout.hpp"

#include "repulsion_tree.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <utility>

namespace entente {

namespace {

constexpr std::size_t points_a_block = 512;
constexpr float longest_step = 10;

class ForceLayout {
 public:
  ForceLayout(const LayoutGraph& graph, const ForceAtlasOptions& options, Workers& workers, PlanePoints& points)
      : graph_(graph),
        options_(options),
        workers_(workers),
        points_(points),
        forces_(points.size()),
        last_forces_(points.size()),
        scaling_(static_cast<float>(options.scaling)),
        gravity_(static_cast<float>(options.gravity)) {}

  void scale_start() {
    const double mass = std::accumulate(graph_.masses.begin(), graph_.masses.end(), 0.0);
    double squares = 0;
    for (const float one : graph_.masses) squares += double{one} * double{one};
    const double apart = options_.scaling * (mass * mass - squares) / 2;
    double low = 1e-6;
    double high = 1e9;
    constexpr int halvings = 30;
    for (int i = 0; i < halvings; ++i) {
      const double middle = std::sqrt(low * high);
      (together(static_cast<float>(middle)) < apart ? low : high) = middle;
    }
    const auto scale = static_cast<float>(low);
    for (float& x : points_.x) x *= scale;
    for (float& y : points_.y) y *= scale;
  }

  void iterate() {
    tree_.build(points_, graph_.masses);
    std::swap(forces_, last_forces_);
    tree_.repel(static_cast<float>(options_.theta), workers_, forces_);
    const auto [swinging, traction] = add_pulls();
    adapt_speed(swinging, traction);
    move();
  }

 private:
  /// What a tie pulls with, over its length.
  [[nodiscard]] float slope(float length) const {
    if (!options_.linlog) return 1;
    return length > 0 ? std::log1p(length) / length : 1;
  }
  /// What gravity pulls with, over the distance.
  [[nodiscard]] float gravity_slope(float mass, float distance) const {
    if (options_.strong_gravity) return gravity_ * mass;
    return distance > 0 ? gravity_ * mass / distance : 0;
  }

  /// Σ of force × distance of all that pulls, were everything `scale` times as large.
  double together(float scale) {
    return sum_of_blocks([&](std::size_t begin, std::size_t end) {
      double work = 0;
      for (std::size_t node = begin; node < end; ++node) {
        const auto neighbours = graph_.neighbours_of(node);
        const auto pulls = graph_.pulls_of(node);
        for (std::size_t i = 0; i < neighbours.size(); ++i) {
          const float dx = scale * (points_.x[neighbours[i]] - points_.x[node]);
          const float dy = scale * (points_.y[neighbours[i]] - points_.y[node]);
          const float square = dx * dx + dy * dy;
          work += double{pulls[i] * slope(std::sqrt(square)) * square} / 2;
        }
        const float x = scale * points_.x[node];
        const float y = scale * points_.y[node];
        const float square = x * x + y * y;
        work += double{gravity_slope(graph_.masses[node], std::sqrt(square)) * square};
      }
      return std::array{work, 0.0};
    })[0];
  }

  /// Completes the forces, of which there is repulsion so far; how much they swing and how much they drive.
  std::array<double, 2> add_pulls() {
    return sum_of_blocks([&](std::size_t begin, std::size_t end) {
      double swinging = 0;
      double traction = 0;
      for (std::size_t node = begin; node < end; ++node) {
        const float x = points_.x[node];
        const float y = points_.y[node];
        const float mass = graph_.masses[node];
        const float to_middle = gravity_slope(mass, std::sqrt(x * x + y * y));
        float force_x = scaling_ * forces_.x[node] - to_middle * x;
        float force_y = scaling_ * forces_.y[node] - to_middle * y;
        const auto neighbours = graph_.neighbours_of(node);
        const auto pulls = graph_.pulls_of(node);
        for (std::size_t i = 0; i < neighbours.size(); ++i) {
          const float dx = points_.x[neighbours[i]] - x;
          const float dy = points_.y[neighbours[i]] - y;
          const float pull = options_.linlog ? pulls[i] * slope(std::sqrt(dx * dx + dy * dy)) : pulls[i];
          force_x += pull * dx;
          force_y += pull * dy;
        }
        forces_.x[node] = force_x;
        forces_.y[node] = force_y;
        swinging += double{mass * swing(node)};
        const float sum_x = force_x + last_forces_.x[node];
        const float sum_y = force_y + last_forces_.y[node];
        traction += double{mass * std::sqrt(sum_x * sum_x + sum_y * sum_y) / 2};
      }
      return std::array{swinging, traction};
    });
  }

  [[nodiscard]] float swing(std::size_t node) const {
    const float dx = forces_.x[node] - last_forces_.x[node];
    const float dy = forces_.y[node] - last_forces_.y[node];
    return std::sqrt(dx * dx + dy * dy);
  }

  void adapt_speed(double swinging, double traction) {
    const auto size = static_cast<double>(graph_.size());
    const double usual = 0.05 * std::sqrt(size);
    double tolerated =
        options_.tolerance * std::max(std::sqrt(usual), std::min(10.0, usual * traction / (size * size)));
    constexpr double least_efficiency = 0.05;
    if (swinging > 2 * traction) {
      if (efficiency_ > least_efficiency) efficiency_ *= 0.5;
      tolerated = std::max(tolerated, options_.tolerance);
    }
    const double target = swinging > 0 ? tolerated * efficiency_ * traction / swinging : 2 * speed_;
    if (swinging > tolerated * traction) {
      if (efficiency_ > least_efficiency) efficiency_ *= 0.7;
    } else if (speed_ < 1000) {
      efficiency_ *= 1.3;
    }
    speed_ += std::min(target - speed_, 0.5 * speed_);
  }

  void move() {
    const auto speed = static_cast<float>(speed_);
    workers_.for_blocks(graph_.size(), points_a_block, [&](std::size_t begin, std::size_t end, std::size_t) {
      for (std::size_t node = begin; node < end; ++node) {
        const float x = forces_.x[node];
        const float y = forces_.y[node];
        const float force = std::sqrt(x * x + y * y);
        if (!(force > 0)) continue;
        float factor = speed / (1 + std::sqrt(speed * graph_.masses[node] * swing(node)));
        factor = std::min(factor * force, longest_step) / force;
        points_.x[node] += factor * x;
        points_.y[node] += factor * y;
      }
    });
  }

  /// The two sums of a block's terms, added in the order of blocks.
  template <typename TermsOfBlock>
  std::array<double, 2> sum_of_blocks(const TermsOfBlock& terms) {
    sums_.resize((graph_.size() + points_a_block - 1) / points_a_block);
    workers_.for_blocks(graph_.size(), points_a_block, [&](std::size_t begin, std::size_t end, std::size_t) {
      sums_[begin / points_a_block] = terms(begin, end);
    });
    std::array<double, 2> total{};
    for (const auto& [first, second] : sums_) {
      total[0] += first;
      total[1] += second;
    }
    return total;
  }

  const LayoutGraph& graph_;
  const ForceAtlasOptions& options_;
  Workers& workers_;
  PlanePoints& points_;
  PlanePoints forces_;
  PlanePoints last_forces_;
  RepulsionTree tree_;
  std::vector<std::array<double, 2>> sums_;
  float scaling_;
  float gravity_;
  double speed_ = 1;
  double efficiency_ = 1;
};

}  // namespace

void let_forces_act(const LayoutGraph& graph, const ForceAtlasOptions& options, std::uint32_t iterations,
                    Workers& workers, const std::function<void()>& told, PlanePoints& points) {
  if (graph.size() < 2) return;
  ForceLayout layout(graph, options, workers, points);
  layout.scale_start();
  for (std::uint32_t i = 0; i < iterations; ++i) {
    layout.iterate();
    told();
  }
}

}  // namespace entente
