#include <entente/analysis/scores.hpp>
#include <entente/analysis/weight_comparison.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numeric>

namespace entente {

namespace {

std::vector<double> weights_in_order(const PersonNetwork& net) {
  std::vector<double> weights;
  weights.reserve(net.num_ties());
  for (std::size_t person = 0; person < net.num_persons(); ++person) {
    for (const double weight : net.ties_of(PersonId(person)).weights) weights.push_back(rounded_for_ranking(weight));
  }
  return weights;
}

std::vector<double> places_of(const std::vector<double>& weights) {
  std::vector<std::uint64_t> order(weights.size());
  std::iota(order.begin(), order.end(), std::uint64_t{0});
  std::ranges::sort(order, [&](std::uint64_t a, std::uint64_t b) { return weights[a] > weights[b]; });
  std::vector<double> places(weights.size());
  for (std::size_t begin = 0; begin < order.size();) {
    std::size_t end = begin + 1;
    while (end < order.size() && weights[order[end]] == weights[order[begin]]) ++end;
    const double place = static_cast<double>(begin + end + 1) / 2;
    for (; begin < end; ++begin) places[order[begin]] = place;
  }
  return places;
}

// Pearson's coefficient of the places.
double correlation_of(const std::vector<double>& a, const std::vector<double>& b) {
  const double mean = static_cast<double>(a.size() + 1) / 2;
  double products = 0;
  double squares_a = 0;
  double squares_b = 0;
  for (std::size_t tie = 0; tie < a.size(); ++tie) {
    products += (a[tie] - mean) * (b[tie] - mean);
    squares_a += (a[tie] - mean) * (a[tie] - mean);
    squares_b += (b[tie] - mean) * (b[tie] - mean);
  }
  return products / std::sqrt(squares_a * squares_b);
}

}  // namespace

std::vector<WeightOrder> compare_weights(const EventGraph& graph, const ProjectionOptions& options, const Run& run) {
  std::vector<Weight> weights{options.weight};
  for (std::size_t index = 0; index < weight_names().size(); ++index) {
    if (static_cast<Weight>(index) != options.weight) weights.push_back(static_cast<Weight>(index));
  }
  std::vector<WeightOrder> orders;
  for (const Weight weight : weights) {
    check_stop(run);
    ProjectionOptions other = options;
    other.weight = weight;
    other.min_weight = 0;
    orders.push_back({weight, places_of(weights_in_order(project(graph, other, run)))});
    orders.back().correlation = correlation_of(orders.front().places, orders.back().places);
  }
  return orders;
}

}  // namespace entente
