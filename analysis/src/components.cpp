// Connected components by sets of persons that are joined: first by two ties of each, after which most persons are in
// one set, then by the other ties of those who are not (Sutton, Ben-Nun and Barak 2018, doi:10.1109/IPDPS.2018.00012).
// Articulation persons by one depth-first search with a stack of its own: every person gets the time of discovery and
// the earliest time that its descendants reach by one tie back; a person cuts off a child whose descendants reach
// nothing earlier than the person itself, and a root cuts if it has two children. Memory: 13 and 24 bytes a person.
// Sequential, integers only.
#include "number_by_size.hpp"

#include <entente/analysis/components.hpp>

#include <algorithm>
#include <limits>
#include <numeric>
#include <span>

#include <boost/pending/disjoint_sets.hpp>

namespace entente {

namespace {

constexpr auto none = std::numeric_limits<std::uint32_t>::max();

/// `visit_first` joins a person with some of those it met, `visit_all` with all.
template <typename VisitFirst, typename VisitAll>
Components components_of(std::size_t num_persons, const VisitFirst& visit_first, const VisitAll& visit_all) {
  const auto n = static_cast<std::uint32_t>(num_persons);
  std::vector<std::uint8_t> ranks(n, 0);
  std::vector<std::uint32_t> parents(n);
  std::iota(parents.begin(), parents.end(), 0U);
  boost::disjoint_sets<std::uint8_t*, std::uint32_t*> sets(ranks.data(), parents.data());
  const auto join = [&sets](PersonId person, std::span<const PersonId> others) {
    for (const PersonId other : others) {
      sets.union_set(static_cast<std::uint32_t>(person.index()), static_cast<std::uint32_t>(other.index()));
    }
  };
  std::vector<std::uint32_t> sizes(n, 0);
  for (std::uint32_t person = 0; person < n; ++person) visit_first(PersonId(person), join);
  for (std::uint32_t person = 0; person < n; ++person) ++sizes[sets.find_set(person)];
  const auto largest = static_cast<std::uint32_t>(std::ranges::max_element(sizes) - sizes.begin());
  for (std::uint32_t person = 0; person < n; ++person) {
    if (sets.find_set(person) != sets.find_set(largest)) visit_all(PersonId(person), join);
  }
  Components result;
  result.labels.resize(n);
  for (std::uint32_t person = 0; person < n; ++person) result.labels[person] = sets.find_set(person);
  result.sizes = number_by_size(result.labels);
  return result;
}

constexpr std::size_t first_joined = 2;

}  // namespace

Components components(const PersonNetwork& net) {
  return components_of(
      net.num_persons(),
      [&net](PersonId person, const auto& join) {
        const auto neighbours = net.neighbours_of(person);
        join(person, neighbours.first(std::min(first_joined, neighbours.size())));
      },
      [&net](PersonId person, const auto& join) { join(person, net.neighbours_of(person)); });
}

Components components(const EventGraph& graph, const ProjectionOptions& projection) {
  const std::vector<double> amounts = event_amounts(graph, projection);
  const auto participants_of = [&](EventId event) {
    return amounts[event.index()] > 0 ? graph.participants_of(event) : std::span<const PersonId>();
  };
  return components_of(
      graph.num_persons(),
      [&](PersonId person, const auto& join) {
        const auto events = graph.events_of(person);
        for (const EventId event : events.first(std::min(first_joined, events.size()))) {
          join(person, participants_of(event));
        }
      },
      [&](PersonId person, const auto& join) {
        for (const EventId event : graph.events_of(person)) join(person, participants_of(event));
      });
}

std::vector<PersonId> articulation_persons(const PersonNetwork& net) {
  const std::size_t n = net.num_persons();
  struct Visit {
    std::uint32_t person;
    std::uint32_t next;  // the neighbour to look at next
  };
  std::vector<std::uint32_t> found(n, none);
  std::vector<std::uint32_t> earliest(n, none);
  std::vector<bool> cuts(n, false);
  std::vector<Visit> path;
  std::uint32_t time = 0;
  const auto enter = [&](std::size_t person) {
    found[person] = earliest[person] = time++;
    path.push_back({static_cast<std::uint32_t>(person), 0});
  };
  for (std::size_t root = 0; root < n; ++root) {
    if (found[root] != none) continue;
    std::size_t children_of_root = 0;
    enter(root);
    while (!path.empty()) {
      Visit& visit = path.back();
      const auto neighbours = net.neighbours_of(PersonId(visit.person));
      if (visit.next < neighbours.size()) {
        const std::size_t neighbour = neighbours[visit.next++].index();
        if (found[neighbour] == none) {
          enter(neighbour);
        } else {
          // The tie to the parent may be counted: it reaches no further than the parent itself, which cuts anyway.
          earliest[visit.person] = std::min(earliest[visit.person], found[neighbour]);
        }
        continue;
      }
      const std::uint32_t child = visit.person;
      path.pop_back();
      if (path.empty()) break;
      const std::uint32_t parent = path.back().person;
      if (parent == root) {
        ++children_of_root;
      } else if (earliest[child] >= found[parent]) {
        cuts[parent] = true;
      }
      earliest[parent] = std::min(earliest[parent], earliest[child]);
    }
    if (children_of_root > 1) cuts[root] = true;
  }
  std::vector<PersonId> persons;
  for (std::size_t person = 0; person < n; ++person) {
    if (cuts[person]) persons.emplace_back(person);
  }
  return persons;
}

}  // namespace entente
