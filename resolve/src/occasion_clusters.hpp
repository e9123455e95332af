#pragma once

#include "documents.hpp"
#include "occasion_links.hpp"
#include "telling.hpp"
#include "told_apart.hpp"

#include <cstdint>
#include <map>
#include <span>
#include <unordered_set>
#include <vector>

namespace entente {

/// A link that was looked at, and whether it joined its records.
struct JudgedLink {
  OccasionLink link = {};
  double share = 0;  ///< of the two records, or of all that had been joined with them, whichever is lower
  bool joined = false;
  bool against_whole = false;  ///< what had been joined before speaks against it more than the records themselves
};

/// Records that are taken for one occasion.
///
/// Constrained agglomeration: links are taken from the best down; two clusters are joined if what each tells as a whole
/// still scores enough, so that {A, B, C} and {A, B, D} do not become one by way of {A, B}; and if they come from
/// different documents and nobody told them apart. O(links · (α + participants of a cluster)).
class OccasionClusters {
 public:
  /// `apart` is what corrections tell of a record; `tellings` must outlive the object.
  OccasionClusters(std::span<const Telling> tellings, const Documents& documents,
                   std::map<std::uint32_t, std::vector<ToldApart>> apart);

  /// Joins what `links`, the best first, join, and returns those that joined or are left doubtful: those between
  /// records of clusters that are kept apart are neither.
  [[nodiscard]] std::vector<JudgedLink> join(std::span<const OccasionLink> links, double merge_from);

  /// The first record of the cluster.
  [[nodiscard]] std::uint32_t root(std::uint32_t record);
  [[nodiscard]] const ToldDate& date_of(std::uint32_t record) { return wholes_[root(record)].date; }
  /// A document tells of both records' clusters, or a reader told them apart.
  [[nodiscard]] bool are_kept_apart(std::uint32_t a, std::uint32_t b);

 private:
  [[nodiscard]] bool share_a_document(std::uint32_t a, std::uint32_t b) const;
  void unite(std::uint32_t a, std::uint32_t b);

  std::vector<std::uint32_t> parents_;
  std::vector<Telling> wholes_;
  std::vector<std::unordered_set<std::uint32_t>> documents_;
  std::map<std::uint32_t, std::vector<ToldApart>> apart_;  // by root
};

}  // namespace entente
