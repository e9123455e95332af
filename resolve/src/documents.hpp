#pragma once

#include "shingles.hpp"

#include <entente/core/record.hpp>
#include <entente/core/run.hpp>

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace entente {

/// The documents that records come from, by numbers in the order of their names, and which of them are copies.
class Documents {
 public:
  /// `records` must outlive the object; documents whose titles and evidence resemble each other from `copy_from` on are
  /// copies, and so are copies of copies.
  Documents(std::span<const Record> records, double copy_from, const Run& run);

  /// The documents of a record, ascending; none where it names none.
  [[nodiscard]] const std::vector<std::uint32_t>& of(std::uint32_t record) const { return documents_of_[record]; }
  [[nodiscard]] bool share_one(std::uint32_t a, std::uint32_t b) const;
  /// True if a document of the one is a copy of one of the other.
  [[nodiscard]] bool are_copies(std::uint32_t a, std::uint32_t b) const;
  /// The records of two documents that resemble each other, for each such two documents.
  [[nodiscard]] std::vector<std::pair<std::uint32_t, std::uint32_t>> records_of_copies() const;

 private:
  [[nodiscard]] Shingles shingles_of(std::uint32_t document) const;
  void group(const std::vector<std::pair<std::uint32_t, std::uint32_t>>& copies);

  std::span<const Record> records_;
  std::vector<std::vector<std::uint32_t>> documents_of_;
  std::vector<std::vector<std::uint32_t>> records_of_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> copies_;
  std::vector<std::uint32_t> group_of_;
};

/// The shingles of the sentences that a record stands on.
[[nodiscard]] Shingles shingles_of(const Record& record);

}  // namespace entente
