// Core numbers by Batagelj and Zaveršnik: persons are taken away in the order of what degree is left to them.
//
// Persons stand in one array sorted by remaining degree, with the start of each degree known; taking a person away
// moves each neighbour of greater degree to the front of its degree's range and shifts the border, in constant time.
// Memory: four numbers a person. Sequential, integers only.
#include <entente/analysis/core_number.hpp>

#include <algorithm>
#include <cstddef>
#include <utility>

namespace entente {

std::vector<std::uint32_t> core_number(const PersonNetwork& net) {
  const std::size_t n = net.num_persons();
  std::vector<std::uint32_t> left(n);
  std::uint32_t greatest = 0;
  for (std::size_t person = 0; person < n; ++person) {
    left[person] = static_cast<std::uint32_t>(net.degree(PersonId(person)));
    greatest = std::max(greatest, left[person]);
  }
  std::vector<std::size_t> start(std::size_t{greatest} + 2, 0);
  for (const std::uint32_t degree : left) ++start[degree + 1];
  for (std::size_t degree = 1; degree < start.size(); ++degree) start[degree] += start[degree - 1];
  std::vector<std::uint32_t> order(n);
  std::vector<std::uint32_t> place(n);
  auto next = start;
  for (std::size_t person = 0; person < n; ++person) {
    place[person] = static_cast<std::uint32_t>(next[left[person]]++);
    order[place[person]] = static_cast<std::uint32_t>(person);
  }

  for (std::size_t i = 0; i < n; ++i) {
    const std::uint32_t person = order[i];
    for (const PersonId id : net.neighbours_of(PersonId(person))) {
      const std::size_t neighbour = id.index();
      if (left[neighbour] <= left[person]) continue;
      const std::size_t front = start[left[neighbour]];
      const std::uint32_t other = order[front];
      std::swap(order[place[neighbour]], order[front]);
      std::swap(place[neighbour], place[other]);
      start[left[neighbour]] = front + 1;
      --left[neighbour];
    }
  }
  return left;
}

}  // namespace entente
