// Modularity and the constant Potts model from their definitions: the slow twins of what the Leiden method keeps up to
// date by gains.
//
// Sums run in the order of persons and of communities. Sequential; memory two numbers a community.
#include <entente/analysis/communities.hpp>
#include <entente/core/error.hpp>

#include <fmt/format.h>

namespace entente {

namespace {

/// What lies in each community, by its label.
struct CommunitySums {
  std::vector<double> within;    // both arcs of every tie
  std::vector<double> strength;  // of its persons
  std::vector<std::uint32_t> persons;
  double total = 0;  // of all arcs
};

CommunitySums sums_of(const PersonNetwork& net, std::span<const std::uint32_t> labels, bool weighted) {
  const std::size_t n = net.num_persons();
  if (labels.size() != n) {
    throw Error(ErrorCode::bad_option, fmt::format("there are {} labels for {} persons", labels.size(), n));
  }
  CommunitySums sums{std::vector<double>(n, 0.0), std::vector<double>(n, 0.0), std::vector<std::uint32_t>(n, 0), 0};
  for (std::size_t person = 0; person < n; ++person) {
    const std::uint32_t label = labels[person];
    if (label >= n) {
      throw Error(ErrorCode::bad_option, fmt::format("label {} is out of range for {} persons", label, n));
    }
    ++sums.persons[label];
    const auto neighbours = net.neighbours_of(PersonId(person));
    const auto weights = net.weights_of(PersonId(person));
    for (std::size_t i = 0; i < neighbours.size(); ++i) {
      const double weight = weighted ? weights[i] : 1.0;
      sums.strength[label] += weight;
      sums.total += weight;
      if (labels[neighbours[i].index()] == label) sums.within[label] += weight;
    }
  }
  return sums;
}

}  // namespace

double modularity(const PersonNetwork& net, std::span<const std::uint32_t> labels, double resolution, bool weighted) {
  const CommunitySums sums = sums_of(net, labels, weighted);
  if (sums.total == 0) return 0;
  double quality = 0;
  for (std::size_t label = 0; label < labels.size(); ++label) {
    const double share = sums.strength[label] / sums.total;
    quality += sums.within[label] / sums.total - resolution * share * share;
  }
  return quality;
}

double cpm_quality(const PersonNetwork& net, std::span<const std::uint32_t> labels, double resolution, bool weighted) {
  const CommunitySums sums = sums_of(net, labels, weighted);
  double quality = 0;
  for (std::size_t label = 0; label < labels.size(); ++label) {
    const double persons = sums.persons[label];
    quality += sums.within[label] / 2 - resolution * persons * (persons - 1) / 2;
  }
  return quality;
}

}  // namespace entente
