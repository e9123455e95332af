// Connected components by breadth-first search, and articulation persons by one depth-first search with a stack of its
// own.
//
// For the latter every person gets the time of discovery and the earliest time that its descendants reach by one tie
// back; a person cuts off a child whose descendants reach nothing earlier than the person itself, and a root cuts if it
// has two children. Memory: 12 and 24 bytes a person. Sequential, integers only.
#include "number_by_size.hpp"

#include <entente/analysis/components.hpp>

#include <algorithm>
#include <limits>

namespace entente {

namespace {

constexpr auto none = std::numeric_limits<std::uint32_t>::max();

}  // namespace

Components components(const PersonNetwork& net) {
  const std::size_t n = net.num_persons();
  Components result;
  result.labels.assign(n, none);
  std::vector<PersonId> queue;
  for (std::size_t root = 0; root < n; ++root) {
    if (result.labels[root] != none) continue;
    const auto label = static_cast<std::uint32_t>(root);
    result.labels[root] = label;
    queue.assign(1, PersonId(root));
    for (std::size_t head = 0; head < queue.size(); ++head) {
      for (const PersonId neighbour : net.neighbours_of(queue[head])) {
        if (result.labels[neighbour.index()] != none) continue;
        result.labels[neighbour.index()] = label;
        queue.push_back(neighbour);
      }
    }
  }
  result.sizes = number_by_size(result.labels);
  return result;
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
