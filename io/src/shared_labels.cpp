#include "shared_labels.hpp"

#include <entente/core/content_hash.hpp>

#include <algorithm>
#include <cstddef>

namespace entente {

namespace {

std::uint64_t label_hash(std::string_view label) {
  ContentHash hash;
  hash.add(label);
  return hash.value();
}

}  // namespace

SharedLabels::SharedLabels(const EventGraph& graph, const std::function<void(std::string&, std::string_view)>& append) {
  const PersonColumns& persons = graph.persons();
  std::string label;
  hashes_.reserve(graph.num_persons());
  for (std::size_t row = 0; row < graph.num_persons(); ++row) {
    label.clear();
    append(label, persons.name[row].empty() ? persons.id[row] : persons.name[row]);
    hashes_.push_back(label_hash(label));
  }
  std::ranges::sort(hashes_);
}

bool SharedLabels::contains(std::string_view label) const {
  return std::ranges::equal_range(hashes_, label_hash(label)).size() > 1;
}

}  // namespace entente
