// Connected components by sets of persons that are joined: first by two ties of each, after which most persons are in
// one set, then by the other ties of those who are not (Sutton, Ben-Nun and Barak 2018, doi:10.1109/IPDPS.2018.00012).
// Articulation persons by one depth-first search with a stack of its own: every person gets the time of discovery and
// the earliest time that its descendants reach by one tie back; a person cuts off a child whose descendants reach
// nothing earlier than the person itself, and a root cuts if it has two children. Memory: 12 and 24 bytes a person.
// Sequential, integers only.
#include "number_by_size.hpp"

#include <entente/analysis/components.hpp>

#include <algorithm>
#include <limits>
#include <numeric>

namespace entente {

namespace {

constexpr auto none = std::numeric_limits<std::uint32_t>::max();

/// Disjoint sets of persons; the root of each is its smallest person.
class JoinedPersons {
 public:
  explicit JoinedPersons(std::size_t size) : towards_root_(size) {
    std::iota(towards_root_.begin(), towards_root_.end(), 0U);
  }

  std::uint32_t root(std::size_t person) {
    while (towards_root_[person] != person) {
      towards_root_[person] = towards_root_[towards_root_[person]];
      person = towards_root_[person];
    }
    return static_cast<std::uint32_t>(person);
  }
  void join(std::size_t a, std::size_t b) {
    const auto [first, second] = std::minmax({root(a), root(b)});
    towards_root_[second] = first;
  }
  std::vector<std::uint32_t> roots() {
    std::vector<std::uint32_t> all(towards_root_.size());
    for (std::size_t person = 0; person < all.size(); ++person) all[person] = root(person);
    return all;
  }
  // The root of the set with most persons; `none` where there is nobody.
  std::uint32_t largest() {
    std::vector<std::uint32_t> sizes(towards_root_.size(), 0);
    for (const std::uint32_t one : roots()) ++sizes[one];
    const auto most = std::ranges::max_element(sizes);
    return most == sizes.end() ? none : static_cast<std::uint32_t>(most - sizes.begin());
  }

 private:
  std::vector<std::uint32_t> towards_root_;
};

}  // namespace

Components components(const PersonNetwork& net) {
  constexpr std::size_t first_ties = 2;
  const std::size_t n = net.num_persons();
  JoinedPersons persons(n);
  for (std::size_t person = 0; person < n; ++person) {
    const auto neighbours = net.neighbours_of(PersonId(person));
    for (const PersonId other : neighbours.first(std::min(first_ties, neighbours.size()))) {
      persons.join(person, other.index());
    }
  }
  const std::uint32_t most = persons.largest();
  for (std::size_t person = 0; person < n; ++person) {
    if (persons.root(person) == most) continue;
    for (const PersonId other : net.neighbours_of(PersonId(person))) persons.join(person, other.index());
  }
  Components result;
  result.labels = persons.roots();
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
