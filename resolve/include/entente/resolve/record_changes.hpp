#pragma once

#include <entente/core/record.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace entente {

/// What became of an event.
enum class ChangeKind : std::uint8_t { added, gone, changed };

/// One difference between two sets of records.
struct RecordChange {
  ChangeKind kind = ChangeKind::changed;
  std::string event;   ///< the new identifier, or the old one where the event is gone
  std::string field;   ///< `event` for a whole one; else `id`, `type`, `date`, `place`, `participant`, `document`, or a
                       ///< fact of a participant: `position of zakir-hasanov`
  std::string before;  ///< empty where there was nothing
  std::string after;   ///< empty where nothing is left

  friend bool operator==(const RecordChange&, const RecordChange&) = default;
};

/// All differences between two sets of records, and how many events they concern.
struct RecordChanges {
  std::vector<RecordChange> changes;  ///< added events, then gone, then changed; by event, then as in a record
  std::size_t added = 0;
  std::size_t gone = 0;
  std::size_t changed = 0;  ///< events of which something changed
  std::size_t same = 0;
};

/// Tells what is new, gone or changed from `before` to `after`, as far as a network depends on it: spans, sentences,
/// mentions, rules and confidence are left aside.
///
/// Every record must have an id of its own. Persons are compared by their ids, or by their names without case and
/// diacritics where anybody in either set has none. Records of one id that share a person are one event; what is left
/// pairs off where two records share a document, or neither has one and the dates are equal, and share two persons or
/// all: the most alike first. Does not depend on the order of the records. O(participations · log), and the product of
/// the records of each document.
[[nodiscard]] RecordChanges record_changes(std::span<const Record> before, std::span<const Record> after);

}  // namespace entente
