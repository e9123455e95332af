#pragma once

#include <entente/core/date.hpp>
#include <entente/core/record.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace entente {

/// Which events, and which of their participants, an analysis looks at. Empty lists and dates choose everything.
struct Selection {
  std::optional<Date> since = {};           ///< events that surely happened on its first day or later
  std::optional<Date> until = {};           ///< events that surely happened on its last day or earlier
  std::vector<EventType> types = {};        ///< of one of these; without `co_mention` here co-mentions are left out
  std::vector<std::string> places = {};     ///< whose place contains one of these, compared folded
  std::vector<std::string> countries = {};  ///< with a participant of one of these, case ignored
  std::vector<std::string> persons = {};    ///< with one of these participants: identifiers, or names compared folded
  bool only = false;  ///< of the events so chosen, keep just the participants that `countries` and `persons` name
};

/// What a selection did.
struct SelectionCounts {
  std::uint64_t kept = 0;
  std::uint64_t left_out = 0;     ///< all that were not kept, the next two included
  std::uint64_t co_mentions = 0;  ///< left out because they are no meetings
  std::uint64_t undated = 0;      ///< left out because their date does not surely lie between `since` and `until`
};

/// Looks at one record after the other, and counts what it did.
class RecordSelector {
 public:
  /// Throws `Error` (`bad_option`) where `since` or `until` has no year or `since` is after `until`.
  explicit RecordSelector(const Selection& selection);

  /// Whether the record is chosen; of a chosen one, the participants that are not are taken away.
  bool choose(Record& record);
  /// Of all records shown so far.
  [[nodiscard]] const SelectionCounts& counts() const { return counts_; }

 private:
  [[nodiscard]] bool has_type(const Record& record) const;
  [[nodiscard]] bool in_time(const Record& record) const;
  [[nodiscard]] bool may_be_in_time(const Record& record) const;
  [[nodiscard]] bool in_place(const Record& record) const;
  [[nodiscard]] bool names(const Participant& participant) const;

  Selection selection_;
  std::vector<std::string> places_;   // folded
  std::vector<std::string> persons_;  // folded
  SelectionCounts counts_;
};

/// The chosen records, in the order given. Throws as `RecordSelector` does.
[[nodiscard]] std::vector<Record> select(std::vector<Record> records, const Selection& selection,
                                         SelectionCounts* counts = nullptr);

}  // namespace entente
