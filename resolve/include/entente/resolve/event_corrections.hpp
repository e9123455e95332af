#pragma once

#include <entente/core/date.hpp>
#include <entente/core/error.hpp>
#include <entente/core/record.hpp>

#include <optional>
#include <string>
#include <vector>

namespace entente {

/// An event, by its identifier or by that of a record that tells of it.
struct EventReference {
  std::string id;
  Place place = {};
};

/// Events that are one, or each another one.
struct EventGroup {
  std::vector<EventReference> events;  ///< two or more
  Place place = {};
};

/// Somebody who takes part, or does not.
struct ParticipantEdit {
  Participant told = {};  ///< `name` is a known person's identifier or name where `is_known`
  bool is_known = false;
  Place place = {};
};

/// What an event was, and who took part; what is empty stays as told.
struct EventEdit {
  EventReference event = {};
  std::optional<Date> date = {};
  std::optional<EventType> type = {};
  std::optional<std::string> where = {};
  std::vector<ParticipantEdit> add = {};
  std::vector<ParticipantEdit> remove = {};
  Place place = {};
};

/// What a reader knows better about events.
struct EventCorrections {
  std::vector<EventGroup> merges;
  std::vector<EventGroup> different;
  std::vector<EventReference> splits;
  std::vector<EventReference> drops;
  std::vector<EventEdit> edits;
  /// As `PersonCorrections::were_applied`.
  bool were_applied = false;

  /// Whether nothing is corrected.
  [[nodiscard]] bool empty() const {
    return merges.empty() && different.empty() && splits.empty() && drops.empty() && edits.empty();
  }
};

}  // namespace entente
