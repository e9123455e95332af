// Modularity from its definition, a community at a time: the slow twin of what the Leiden method keeps up to date by
// gains.
//
// Sums run in the order of persons and of communities. Sequential; memory two numbers a community.
#include <entente/analysis/communities.hpp>
#include <entente/core/error.hpp>

#include <fmt/format.h>

namespace entente {

double modularity(const PersonNetwork& net, std::span<const std::uint32_t> labels, double resolution, bool weighted) {
  const std::size_t n = net.num_persons();
  if (labels.size() != n) {
    throw Error(ErrorCode::bad_option, fmt::format("there are {} labels for {} persons", labels.size(), n));
  }
  std::vector<double> within(n, 0.0);  // both arcs of every tie
  std::vector<double> strength(n, 0.0);
  double total = 0;
  for (std::size_t person = 0; person < n; ++person) {
    const std::uint32_t label = labels[person];
    if (label >= n) {
      throw Error(ErrorCode::bad_option, fmt::format("label {} is out of range for {} persons", label, n));
    }
    const auto neighbours = net.neighbours_of(PersonId(person));
    const auto weights = net.weights_of(PersonId(person));
    for (std::size_t i = 0; i < neighbours.size(); ++i) {
      const double weight = weighted ? weights[i] : 1.0;
      strength[label] += weight;
      total += weight;
      if (labels[neighbours[i].index()] == label) within[label] += weight;
    }
  }
  if (total == 0) return 0;
  double sum = 0;
  for (std::size_t label = 0; label < n; ++label) {
    const double share = strength[label] / total;
    sum += within[label] / total - resolution * share * share;
  }
  return sum;
}

}  // namespace entente
