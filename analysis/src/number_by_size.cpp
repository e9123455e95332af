// Canonical numbers for groups of persons, so that equal divisions have equal labels. Sequential, O(n + groups · log).
#include "number_by_size.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>

namespace entente {

std::vector<std::uint32_t> number_by_size(std::span<std::uint32_t> labels) {
  constexpr auto none = std::numeric_limits<std::uint32_t>::max();
  struct Group {
    std::uint32_t size;
    std::uint32_t appeared;  // ascending with the smallest person
  };
  std::vector<std::uint32_t> appeared(labels.size(), none);
  std::vector<Group> groups;
  for (std::uint32_t& label : labels) {
    if (appeared[label] == none) {
      appeared[label] = static_cast<std::uint32_t>(groups.size());
      groups.push_back({0, appeared[label]});
    }
    label = appeared[label];
    ++groups[label].size;
  }
  std::ranges::stable_sort(groups, std::ranges::greater(), &Group::size);
  std::vector<std::uint32_t> number(groups.size());
  std::vector<std::uint32_t> sizes(groups.size());
  for (std::size_t i = 0; i < groups.size(); ++i) {
    number[groups[i].appeared] = static_cast<std::uint32_t>(i);
    sizes[i] = groups[i].size;
  }
  for (std::uint32_t& label : labels) label = number[label];
  return sizes;
}

}  // namespace entente
