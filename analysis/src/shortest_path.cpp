// One shortest path, chosen among equal ones by a total order.
//
// A search from the *end* gives every person's distance to it; in the order of that distance each person then learns
// the best value of the second criterion (sum of weights, or number of steps) among the shortest paths that start
// there; the walk from the beginning takes, at each step, the smallest id that keeps to both. Sequential; memory 30
// bytes a person.
#include "path_search.hpp"

#include <entente/analysis/shortest_path.hpp>
#include <entente/core/error.hpp>

#include <cmath>
#include <cstddef>

#include <fmt/format.h>

namespace entente {

namespace {

constexpr double tie_epsilon = 1e-12;

bool same(double left, double right) {
  return std::abs(left - right) <= tie_epsilon * std::max(std::abs(left), std::abs(right));
}

}  // namespace

std::vector<PersonId> shortest_path(const PersonNetwork& net, PersonId from, PersonId to, Length length) {
  for (const PersonId person : {from, to}) {
    if (!person.is_valid() || person.index() >= net.num_persons()) {
      throw Error(ErrorCode::unknown_person,
                  fmt::format("there is no person number {} among {}", person.index(), net.num_persons()));
    }
  }
  const ArcLengths lengths(net, length);
  PathSearch search(net, lengths);
  search.run(to);
  if (search.distance(from) == unreachable) return {};

  const auto for_next_steps = [&](PersonId person, const auto& visit) {
    const auto neighbours = net.neighbours_of(person);
    const auto weights = net.weights_of(person);
    const std::size_t first_arc = net.offsets()[person.index()];
    const double distance = search.distance(person);
    for (std::size_t i = 0; i < neighbours.size(); ++i) {
      const double rest = search.distance(neighbours[i]);
      if (rest < distance && same(rest + lengths[first_arc + i], distance)) visit(neighbours[i], weights[i]);
    }
  };
  // More is better: the sum of weights, or minus the number of steps.
  std::vector<double> merit(net.num_persons(), 0.0);
  const auto merit_through = [&](PersonId next, double weight) {
    return merit[next.index()] + (length == Length::unit ? weight : -1.0);
  };
  for (const PersonId person : search.order().subspan(1)) {
    double best = -unreachable;
    for_next_steps(person, [&](PersonId next, double weight) { best = std::max(best, merit_through(next, weight)); });
    merit[person.index()] = best;
  }

  std::vector<PersonId> path{from};
  while (path.back() != to) {
    const PersonId person = path.back();
    PersonId chosen = PersonId::invalid();
    for_next_steps(person, [&](PersonId next, double weight) {
      if (!chosen.is_valid() && same(merit_through(next, weight), merit[person.index()])) chosen = next;
    });
    path.push_back(chosen);
  }
  return path;
}

}  // namespace entente
