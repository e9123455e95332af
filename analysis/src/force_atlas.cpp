// Components alone, then packed. A large component has all threads to itself; small ones are laid out side by side,
// each by one thread.
//
// What forces make has no natural size: each component is scaled so that half of its persons have as much room to their
// nearest neighbour as a drawing needs; overlaps that are left are removed. Single precision inside.
#include "component_packing.hpp"
#include "force_layout.hpp"
#include "layout_start.hpp"
#include "overlap_removal.hpp"
#include "repulsion_tree.hpp"
#include "rounded_position.hpp"

#include <entente/analysis/components.hpp>
#include <entente/analysis/layout.hpp>
#include <entente/core/error.hpp>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <utility>

#include <fmt/format.h>

namespace entente {

namespace {

constexpr std::size_t smallest_large_component = 2000;
constexpr std::size_t components_a_block = 8;
constexpr float gap_of_discs = 1;
constexpr float usual_room = 1.2F;  // from middle to middle, in sums of radii

void require_within(double value, double low, double high, const char* name, double usual) {
  if (value >= low && value <= high) return;
  throw Error(ErrorCode::bad_option, fmt::format("{} is {}; it must lie between {} and {}", name, value, low, high), {},
              fmt::format("the default is {}", usual));
}

void require_valid(const ForceAtlasOptions& options) {
  const ForceAtlasOptions usual;
  require_within(options.iterations, 0, 100'000, "iterations", usual.iterations);
  require_within(options.scaling, 1e-3, 1e6, "scaling", usual.scaling);
  require_within(options.gravity, 0, 1e3, "gravity", usual.gravity);
  require_within(options.edge_weight_influence, 0, 4, "edge_weight_influence", usual.edge_weight_influence);
  require_within(options.theta, 0, 2, "theta", usual.theta);
  require_within(options.tolerance, 0.01, 10, "tolerance", usual.tolerance);
}

/// Persons by component, ascending within each, and the place of each within its own.
struct ComponentMembers {
  std::vector<std::size_t> starts;
  std::vector<std::uint32_t> members;
  std::vector<std::uint32_t> numbers;

  explicit ComponentMembers(const Components& parts)
      : starts(parts.num_components() + 1), members(parts.labels.size()), numbers(parts.labels.size()) {
    std::partial_sum(parts.sizes.begin(), parts.sizes.end(), starts.begin() + 1);
    std::vector<std::size_t> next(starts.begin(), starts.end() - 1);
    for (std::size_t person = 0; person < members.size(); ++person) {
      const std::uint32_t part = parts.labels[person];
      numbers[person] = static_cast<std::uint32_t>(next[part] - starts[part]);
      members[next[part]++] = static_cast<std::uint32_t>(person);
    }
  }
  [[nodiscard]] std::span<const std::uint32_t> of(std::size_t part) const {
    return std::span(members).subspan(starts[part], starts[part + 1] - starts[part]);
  }
};

/// Puts the mean on (0, 0) and the longest axis across.
void lay_wide(PlanePoints& points) {
  const auto size = static_cast<double>(points.size());
  const double mean_x = std::accumulate(points.x.begin(), points.x.end(), 0.0) / size;
  const double mean_y = std::accumulate(points.y.begin(), points.y.end(), 0.0) / size;
  double xx = 0;
  double xy = 0;
  double yy = 0;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const double x = points.x[i] - mean_x;
    const double y = points.y[i] - mean_y;
    xx += x * x;
    xy += x * y;
    yy += y * y;
  }
  const double angle = std::atan2(2 * xy, xx - yy) / 2;
  const double cosine = std::cos(angle);
  const double sine = std::sin(angle);
  for (std::size_t i = 0; i < points.size(); ++i) {
    const double x = points.x[i] - mean_x;
    const double y = points.y[i] - mean_y;
    points.x[i] = static_cast<float>(cosine * x + sine * y);
    points.y[i] = static_cast<float>(cosine * y - sine * x);
  }
}

void give_room(std::span<const float> radii, Workers& workers, PlanePoints& points) {
  RepulsionTree tree;
  tree.build(points, std::vector<float>(points.size(), 1.0F));
  std::vector<float> room;
  tree.nearest(workers, room);
  for (std::size_t i = 0; i < room.size(); ++i) room[i] /= 2 * radii[i];
  const auto median = room.begin() + static_cast<std::ptrdiff_t>(room.size() / 2);
  std::ranges::nth_element(room, median);
  if (!(*median > 0)) return;
  const float scale = usual_room / *median;
  for (float& x : points.x) x *= scale;
  for (float& y : points.y) y *= scale;
}

class AtlasLayout {
 public:
  AtlasLayout(const PersonNetwork& net, const ForceAtlasOptions& options, const Run& run)
      : net_(net),
        options_(options),
        run_(run),
        parts_(components(net)),
        members_(parts_),
        iterations_(options.iterations > 0 ? options.iterations : force_atlas_iterations(net.num_persons())) {
    laid_.points = PlanePoints(net.num_persons());
    laid_.starts = members_.starts;
    for (const std::uint32_t size : parts_.sizes) num_moved_ += size > 1 ? size : 0;
    const std::vector<double> radii = drawn_radii(net);
    for (const std::uint32_t person : members_.members) laid_.radii.push_back(static_cast<float>(radii[person]));
    if (net.num_ties() > 0) unit_ = net.total_weight() / static_cast<double>(net.num_ties());
  }

  std::vector<Position> compute() {
    const std::size_t parts = parts_.num_components();
    const auto large = static_cast<std::size_t>(
        std::ranges::lower_bound(parts_.sizes, smallest_large_component, std::ranges::greater()) -
        parts_.sizes.begin());
    Workers workers(run_);
    for (std::size_t part = 0; part < large; ++part) lay_out(part, workers);
    workers.for_blocks(parts - large, components_a_block, [&](std::size_t begin, std::size_t end, std::size_t) {
      Run alone = run_;
      alone.threads = 1;
      Workers worker(alone);
      for (std::size_t part = begin; part < end; ++part) lay_out(large + part, worker);
    });
    pack_components(laid_, run_);
    std::vector<Position> positions(net_.num_persons());
    for (std::size_t i = 0; i < positions.size(); ++i) {
      positions[members_.members[i]] = rounded_position(laid_.points.x[i], laid_.points.y[i]);
    }
    return positions;
  }

 private:
  void lay_out(std::size_t part, Workers& workers) {
    const auto members = members_.of(part);
    if (members.size() < 2) return;
    const LayoutGraph graph = layout_graph(net_, members, members_.numbers, unit_, options_);
    PlanePoints points = start_points(graph, run_.seed, workers);
    const auto told = [&] { report(run_, "layout", done_ += members.size(), iterations_ * num_moved_); };
    let_forces_act(graph, options_, iterations_, workers, told, points);
    lay_wide(points);
    const std::size_t begin = members_.starts[part];
    const auto radii = std::span(laid_.radii).subspan(begin, members.size());
    give_room(radii, workers, points);
    if (options_.prevent_overlap) remove_overlaps(radii, gap_of_discs, workers, points);
    std::ranges::copy(points.x, laid_.points.x.begin() + static_cast<std::ptrdiff_t>(begin));
    std::ranges::copy(points.y, laid_.points.y.begin() + static_cast<std::ptrdiff_t>(begin));
  }

  const PersonNetwork& net_;
  const ForceAtlasOptions& options_;
  const Run& run_;
  Components parts_;
  ComponentMembers members_;
  std::uint32_t iterations_;
  std::uint64_t num_moved_ = 0;
  double unit_ = 1;
  LaidComponents laid_;
  std::atomic<std::uint64_t> done_ = 0;
};

}  // namespace

std::uint32_t force_atlas_iterations(std::size_t num_persons) {
  constexpr std::size_t small = 20'000;
  constexpr std::size_t large = 100'000;
  if (num_persons <= small) return 500;
  if (num_persons <= large) return 300;
  return static_cast<std::uint32_t>(std::max<std::size_t>(20, 300 * large / num_persons));
}

std::vector<Position> force_atlas(const PersonNetwork& net, const ForceAtlasOptions& options, const Run& run) {
  require_valid(options);
  return AtlasLayout(net, options, run).compute();
}

}  // namespace entente
