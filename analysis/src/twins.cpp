// Twins, found by a hash of the closed neighbourhood and confirmed by comparison, so that a collision costs time and no
// more. A person is compared with the first of those who have the same hash: twins that a collision keeps apart are
// searched from twice, with the same result. Sequential. Source: Sarıyüce, Saule, Kaya, Çatalyürek 2013,
// doi:10.1137/1.9781611972832.77.
#include "twins.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace entente {

namespace {

std::uint64_t mixed(std::uint64_t value) {
  value = (value + 0x9E3779B97F4A7C15U) * 0xBF58476D1CE4E5B9U;
  value = (value ^ (value >> 29U)) * 0x94D049BB133111EBU;
  return value ^ (value >> 32U);
}

bool are_twins(const PersonNetwork& net, PersonId a, PersonId b, bool with_weights) {
  if (net.degree(a) != net.degree(b)) return false;
  const auto of_a = net.neighbours_of(a);
  const auto of_b = net.neighbours_of(b);
  if (!std::ranges::binary_search(of_a, b)) return false;
  // Both rows without the other twin.
  std::size_t j = 0;
  for (std::size_t i = 0; i < of_a.size(); ++i) {
    if (of_a[i] == b) continue;
    if (of_b[j] == a) ++j;
    if (of_a[i] != of_b[j] || (with_weights && net.weights_of(a)[i] != net.weights_of(b)[j])) return false;
    ++j;
  }
  return true;
}

}  // namespace

std::vector<PersonId> smallest_twins(const PersonNetwork& net, Length length) {
  const std::size_t n = net.num_persons();
  std::vector<std::pair<std::uint64_t, PersonId>> by_hash(n);
  std::vector<PersonId> twins(n);
  for (std::size_t person = 0; person < n; ++person) {
    std::uint64_t hash = mixed(person);
    for (const PersonId neighbour : net.neighbours_of(PersonId(person))) hash += mixed(neighbour.index());
    by_hash[person] = {hash, PersonId(person)};
    twins[person] = PersonId(person);
  }
  std::ranges::sort(by_hash);
  std::size_t first = 0;
  for (std::size_t i = 1; i < n; ++i) {
    if (by_hash[i].first != by_hash[first].first) {
      first = i;
    } else if (are_twins(net, by_hash[first].second, by_hash[i].second, length != Length::unit)) {
      twins[by_hash[i].second.index()] = by_hash[first].second;
    }
  }
  return twins;
}

}  // namespace entente
