#pragma once

#include <entente/core/interner.hpp>
#include <entente/core/record.hpp>
#include <entente/core/record_store.hpp>
#include <entente/core/rejected.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace entente {

/// Records by id, each with an id of its own, kept small (see `RecordStore`).
class UniqueEvents {
 public:
  /// How many records there are.
  [[nodiscard]] std::size_t size() const { return order_.size(); }
  /// In the order of ids. May be called from several threads. O(size of the record).
  [[nodiscard]] Record operator[](std::size_t place) const;
  /// Of the record at `place`, without unpacking it.
  [[nodiscard]] std::string_view id(std::size_t place) const;
  /// The record was resolved earlier: see `EventCollector::add_known`.
  [[nodiscard]] bool is_known(std::size_t place) const { return order_[place] < num_known_; }

  /// All places in the order in which the records came: the quickest way through all of them. O(n).
  [[nodiscard]] std::vector<std::uint32_t> by_arrival() const;
  /// All of them.
  [[nodiscard]] std::vector<Record> records() const;
  /// Those whose id another one had already, in no particular order.
  [[nodiscard]] const std::vector<Rejected>& rejected() const { return rejected_; }

 private:
  friend class EventCollector;

  RecordStore store_;
  std::vector<std::uint32_t> order_;                         // numbers in the store, by id
  std::size_t num_known_ = 0;                                // they come first in the store
  std::unordered_map<std::uint32_t, std::string> numbered_;  // ids that differ from those in the store
  std::vector<Rejected> rejected_;
};

/// Collects records and gives each an id of its own.
///
/// A record without one gets `r-` and a hash of its content (`-2`, `-3` … for equal ones: told twice without an id,
/// they are two events). Of several records with one id the first by content stays, the others are rejected. The result
/// does not depend on the order of the records. O(n log n) in all.
class EventCollector {
 public:
  /// Adds a record that was resolved earlier, before any other kind. Throws `Error` (`bad_known`) at `place` where the
  /// record or a participant has no id, or another known one has the same.
  void add_known(const Record& record, const Place& place);

  /// False, and nothing is added, where a known record tells of the record's document already, or has its id.
  bool add(Record record, const Place& place);

  /// All that was added; nothing can be added behind it. O(n log n).
  [[nodiscard]] UniqueEvents finish();

 private:
  void keep(const Record& record, const Place& place);
  [[nodiscard]] bool precedes(std::uint32_t a, std::uint32_t b) const;
  void sort_by_id();
  void settle(std::span<const std::uint32_t> same_id);
  [[nodiscard]] bool is_told(const std::string& id) const;
  [[nodiscard]] Place place_of(std::uint32_t number) const;

  UniqueEvents events_;
  Interner sources_;
  std::vector<std::uint32_t> source_of_;
  std::vector<std::uint64_t> line_of_;
  std::vector<bool> made_;  // the id comes from the content
  std::unordered_set<std::string> known_documents_;
  std::unordered_set<std::string> known_ids_;
};

}  // namespace entente
