// Breadth-first search and Dijkstra's method over the rows of a network.
//
// The heap holds (distance, person) and orders by both, so that the order of settling does not depend on the heap;
// stale entries are skipped when they come up. Sequential: callers search from many sources at once, each thread with a
// search of its own.
#include "path_search.hpp"

#include <algorithm>
#include <functional>

namespace entente {

PathSearch::PathSearch(const PersonNetwork& net, const ArcLengths& lengths)
    : net_(net), lengths_(lengths), distance_(net.num_persons(), unreachable) {
  order_.reserve(net.num_persons());
}

void PathSearch::run(PersonId source) {
  for (const PersonId person : order_) distance_[person.index()] = unreachable;
  order_.clear();
  distance_[source.index()] = 0;
  if (lengths_.is_unit()) {
    order_.push_back(source);
    run_unit();
  } else {
    heap_.assign(1, {0.0, source});
    run_with_lengths();
  }
}

void PathSearch::run_unit() {
  for (std::size_t head = 0; head < order_.size(); ++head) {
    const PersonId person = order_[head];
    const double next = distance_[person.index()] + 1;
    for (const PersonId neighbour : net_.neighbours_of(person)) {
      if (distance_[neighbour.index()] != unreachable) continue;
      distance_[neighbour.index()] = next;
      order_.push_back(neighbour);
    }
  }
}

void PathSearch::run_with_lengths() {
  while (!heap_.empty()) {
    const auto [distance, person] = heap_.front();
    std::ranges::pop_heap(heap_, std::greater<>());
    heap_.pop_back();
    if (distance > distance_[person.index()]) continue;
    order_.push_back(person);
    const auto neighbours = net_.neighbours_of(person);
    const std::size_t first_arc = net_.offsets()[person.index()];
    for (std::size_t i = 0; i < neighbours.size(); ++i) {
      const double through = distance + lengths_[first_arc + i];
      double& known = distance_[neighbours[i].index()];
      if (!(through < known)) continue;
      known = through;
      heap_.emplace_back(through, neighbours[i]);
      std::ranges::push_heap(heap_, std::greater<>());
    }
  }
}

}  // namespace entente
