#include "occasion_clusters.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace entente {

OccasionClusters::OccasionClusters(std::span<const Telling> tellings, const Documents& documents,
                                   std::map<std::uint32_t, std::vector<ToldApart>> apart)
    : parents_(tellings.size()),
      wholes_(tellings.begin(), tellings.end()),
      documents_(tellings.size()),
      apart_(std::move(apart)) {
  std::iota(parents_.begin(), parents_.end(), 0U);
  for (std::uint32_t record = 0; record < tellings.size(); ++record) {
    documents_[record].insert(documents.of(record).begin(), documents.of(record).end());
  }
}

std::uint32_t OccasionClusters::root(std::uint32_t record) {
  while (parents_[record] != record) record = parents_[record] = parents_[parents_[record]];
  return record;
}

bool OccasionClusters::are_kept_apart(std::uint32_t a, std::uint32_t b) {
  a = root(a);
  b = root(b);
  const auto of_a = apart_.find(a);
  const auto of_b = apart_.find(b);
  return (of_a != apart_.end() && of_b != apart_.end() && are_told_apart(of_a->second, of_b->second)) ||
         share_a_document(a, b);
}

bool OccasionClusters::share_a_document(std::uint32_t a, std::uint32_t b) const {
  const auto* few = &documents_[a];
  const auto* many = &documents_[b];
  if (few->size() > many->size()) std::swap(few, many);
  return std::ranges::any_of(*few, [&](std::uint32_t document) { return many->contains(document); });
}

void OccasionClusters::unite(std::uint32_t a, std::uint32_t b) {
  const auto [first, last] = std::minmax(a, b);
  parents_[last] = first;
  wholes_[first] = together(wholes_[first], wholes_[last]);
  wholes_[last] = {};
  if (documents_[first].size() < documents_[last].size()) std::swap(documents_[first], documents_[last]);
  documents_[first].merge(documents_[last]);
  documents_[last].clear();
  if (const auto told = apart_.extract(last)) {
    std::vector<ToldApart>& of_first = apart_[first];
    of_first.insert(of_first.end(), told.mapped().begin(), told.mapped().end());
  }
}

std::vector<JudgedLink> OccasionClusters::join(std::span<const OccasionLink> links, double merge_from) {
  std::vector<JudgedLink> judged;
  for (const OccasionLink& link : links) {
    const std::uint32_t a = root(link.a);
    const std::uint32_t b = root(link.b);
    if (a == b || are_kept_apart(a, b)) continue;
    const double alone = 1 / (1 + std::exp2(-link.bits));
    const double as_wholes = score_of(link, wholes_[a], wholes_[b]).share();
    JudgedLink one{link, std::min(alone, as_wholes), false, as_wholes < alone};
    if (one.share >= merge_from) {
      one.joined = true;
      unite(a, b);
    }
    judged.push_back(one);
  }
  return judged;
}

}  // namespace entente
