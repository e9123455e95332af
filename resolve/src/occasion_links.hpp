#pragma once

#include "documents.hpp"
#include "occasion_score.hpp"
#include "telling.hpp"

#include <entente/core/record.hpp>
#include <entente/core/run.hpp>
#include <entente/resolve/occasions.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace entente {

/// Two records (a < b) that may tell of one occasion.
struct OccasionLink {
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  double bits = 0;
  Wording wording = {};
  /// One of them may as well belong to a record that cannot be the other's occasion.
  bool ambiguous = false;
};

/// The score of a link, with what ambiguity takes away from it.
[[nodiscard]] OccasionScore score_of(const OccasionLink& link, const Telling& a, const Telling& b);

/// All links of records in `eligible` whose score, ambiguity aside, is at least `options.review_from`: the best first,
/// then by a and b.
[[nodiscard]] std::vector<OccasionLink> find_links(std::span<const Record> records, std::span<const Telling> tellings,
                                                   const Documents& documents, const std::vector<bool>& eligible,
                                                   const OccasionOptions& options, const Run& run);

}  // namespace entente
