#include "documents.hpp"

#include "copies.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <string_view>
#include <utility>

namespace entente {

namespace {

// Documents with more records than this are lists: their first records stand for them.
constexpr std::size_t most_records_of_copies = 64;

std::uint32_t root(std::vector<std::uint32_t>& parents, std::uint32_t item) {
  while (parents[item] != item) item = parents[item] = parents[parents[item]];
  return item;
}

}  // namespace

Documents::Documents(std::span<const Record> records, double copy_from, const Run& run)
    : records_(records), documents_of_(records.size()) {
  std::vector<std::string_view> names;
  for (const Record& record : records) {
    for (const Source& source : record.sources) {
      if (!source.document.empty()) names.push_back(source.document);
    }
  }
  std::ranges::sort(names);
  const auto repeated = std::ranges::unique(names);
  names.erase(repeated.begin(), repeated.end());
  records_of_.resize(names.size());
  for (std::uint32_t record = 0; record < records.size(); ++record) {
    std::vector<std::uint32_t>& documents = documents_of_[record];
    for (const Source& source : records[record].sources) {
      if (source.document.empty()) continue;
      const auto at = std::ranges::lower_bound(names, std::string_view(source.document));
      documents.push_back(static_cast<std::uint32_t>(at - names.begin()));
    }
    std::ranges::sort(documents);
    const auto twice = std::ranges::unique(documents);
    documents.erase(twice.begin(), twice.end());
    for (const std::uint32_t document : documents) records_of_[document].push_back(record);
  }
  copies_ = find_copies(
      static_cast<std::uint32_t>(names.size()), [this](std::uint32_t document) { return shingles_of(document); },
      copy_from, run);
  group(copies_);
}

void Documents::group(const std::vector<std::pair<std::uint32_t, std::uint32_t>>& copies) {
  group_of_.resize(records_of_.size());
  std::iota(group_of_.begin(), group_of_.end(), 0U);
  for (const auto& [a, b] : copies) {
    const auto [first, last] = std::minmax({root(group_of_, a), root(group_of_, b)});
    group_of_[last] = first;
  }
  for (std::uint32_t document = 0; document < group_of_.size(); ++document) {
    group_of_[document] = root(group_of_, document);
  }
}

Shingles Documents::shingles_of(std::uint32_t document) const {
  Shingles shingles;
  const std::size_t end = std::min(records_of_[document].size(), most_records_of_copies);
  for (std::size_t at = 0; at < end; ++at) {
    const Record& record = records_[records_of_[document][at]];
    // Of a record of several documents it is not known which sentence is of which unless the evidence says so; those
    // were compared when the record was merged.
    if (record.sources.size() != 1) continue;
    add_shingles(record.sources.front().title, shingles);
    for (const Evidence& evidence : record.evidence) add_shingles(evidence.text, shingles);
  }
  arrange(shingles);
  return shingles;
}

bool Documents::share_one(std::uint32_t a, std::uint32_t b) const {
  return std::ranges::any_of(documents_of_[a],
                             [&](std::uint32_t one) { return std::ranges::binary_search(documents_of_[b], one); });
}

bool Documents::are_copies(std::uint32_t a, std::uint32_t b) const {
  for (const std::uint32_t one : documents_of_[a]) {
    for (const std::uint32_t other : documents_of_[b]) {
      if (one != other && group_of_[one] == group_of_[other]) return true;
    }
  }
  return false;
}

std::vector<std::pair<std::uint32_t, std::uint32_t>> Documents::records_of_copies() const {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
  for (const auto& [a, b] : copies_) {
    const std::size_t end_a = std::min(records_of_[a].size(), most_records_of_copies);
    const std::size_t end_b = std::min(records_of_[b].size(), most_records_of_copies);
    for (std::size_t i = 0; i < end_a; ++i) {
      for (std::size_t j = 0; j < end_b; ++j) {
        const auto [first, second] = std::minmax(records_of_[a][i], records_of_[b][j]);
        if (first != second) pairs.emplace_back(first, second);
      }
    }
  }
  return pairs;
}

Shingles shingles_of(const Record& record) {
  Shingles shingles;
  for (const Evidence& evidence : record.evidence) add_shingles(evidence.text, shingles);
  arrange(shingles);
  return shingles;
}

}  // namespace entente
