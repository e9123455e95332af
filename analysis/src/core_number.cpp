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
  // What is asked of each neighbour stands together: one wait for memory a tie.
  struct Standing {
    std::uint32_t left;   // of the degree
    std::uint32_t place;  // in the order
  };
  const std::size_t n = net.num_persons();
  std::vector<Standing> standing(n);
  std::uint32_t greatest = 0;
  for (std::size_t person = 0; person < n; ++person) {
    standing[person].left = static_cast<std::uint32_t>(net.degree(PersonId(person)));
    greatest = std::max(greatest, standing[person].left);
  }
  std::vector<std::uint32_t> start(std::size_t{greatest} + 2, 0);
  for (const Standing& one : standing) ++start[one.left + 1];
  for (std::size_t degree = 1; degree < start.size(); ++degree) start[degree] += start[degree - 1];
  std::vector<std::uint32_t> order(n);
  auto next = start;
  for (std::size_t person = 0; person < n; ++person) {
    standing[person].place = next[standing[person].left]++;
    order[standing[person].place] = static_cast<std::uint32_t>(person);
  }

  std::vector<std::uint32_t> cores(n);
  for (std::size_t i = 0; i < n; ++i) {
    const std::uint32_t person = order[i];
    const std::uint32_t core = standing[person].left;
    cores[person] = core;
    for (const PersonId id : net.neighbours_of(PersonId(person))) {
      Standing& neighbour = standing[id.index()];
      if (neighbour.left <= core) continue;
      const std::uint32_t front = start[neighbour.left]++;
      const std::uint32_t other = order[front];
      order[neighbour.place] = other;
      standing[other].place = neighbour.place;
      order[front] = static_cast<std::uint32_t>(id.index());
      neighbour.place = front;
      --neighbour.left;
    }
  }
  return cores;
}

}  // namespace entente
