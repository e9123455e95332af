#include "layout_graph.hpp"

#include <cmath>

namespace entente {

LayoutGraph layout_graph(const PersonNetwork& net, std::span<const std::uint32_t> members,
                         std::span<const std::uint32_t> numbers, double unit, const ForceAtlasOptions& options) {
  LayoutGraph graph;
  graph.offsets.reserve(members.size() + 1);
  graph.masses.reserve(members.size());
  for (const std::uint32_t member : members) {
    const PersonId person(member);
    graph.masses.push_back(static_cast<float>(net.degree(person) + 1));
    graph.offsets.push_back(graph.offsets.back() + net.degree(person));
  }
  graph.neighbours.reserve(graph.offsets.back());
  graph.pulls.reserve(graph.offsets.back());
  double mean_mass = 0;
  for (const float mass : graph.masses) mean_mass += mass;
  mean_mass /= static_cast<double>(members.size());
  for (std::size_t node = 0; node < members.size(); ++node) {
    const PersonId person(members[node]);
    const auto weights = net.weights_of(person);
    const auto neighbours = net.neighbours_of(person);
    for (std::size_t i = 0; i < weights.size(); ++i) {
      const std::uint32_t neighbour = numbers[neighbours[i].index()];
      double pull = std::pow(weights[i] / unit, options.edge_weight_influence);
      if (options.dissuade_hubs) {
        pull *= mean_mass / std::sqrt(double{graph.masses[node]} * double{graph.masses[neighbour]});
      }
      graph.neighbours.push_back(neighbour);
      graph.pulls.push_back(static_cast<float>(pull));
    }
  }
  return graph;
}

}  // namespace entente
