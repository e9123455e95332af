#pragma once

#include <entente/core/date.hpp>
#include <entente/core/huge_pages.hpp>
#include <entente/core/ids.hpp>
#include <entente/core/record.hpp>
#include <entente/core/run.hpp>
#include <entente/core/string_column.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace entente {

/// What is known of the persons of an `EventGraph`; each column is [num_persons]. An empty text means "not told".
/// Country, organisation, position and rank are those told most often, of equally frequent ones the last by date.
struct PersonColumns {
  StringColumn id;  ///< ascending: a person's dense id is the rank of this
  StringColumn name;
  StringColumn country;
  StringColumn organisation;
  StringColumn position;
  StringColumn rank;

  friend bool operator==(const PersonColumns&, const PersonColumns&) = default;
};

/// What is known of the events; each column is [num_events].
struct EventColumns {
  StringColumn id;  ///< ascending
  std::vector<EventType> type;
  std::vector<std::optional<Date>> date;
  StringColumn place;
  std::vector<std::uint32_t> reports;  ///< the number of documents that tell of it, at least 1
  StringColumn documents;              ///< their names, joined by " | "
  StringColumn sentence;               ///< the first sentence of evidence, at most 300 bytes

  friend bool operator==(const EventColumns&, const EventColumns&) = default;
};

/// The bipartite graph of persons and events; immutable. Dense ids follow the sorted identifiers, so that the graph
/// does not depend on the order of the records. Memory: 10 bytes a participation and the columns.
class EventGraph {
 public:
  EventGraph() = default;

  /// Those without an event included.
  [[nodiscard]] std::size_t num_persons() const { return person_offsets_.size() - 1; }
  /// Those without a participant included.
  [[nodiscard]] std::size_t num_events() const { return event_offsets_.size() - 1; }
  /// Edges of the bipartite graph.
  [[nodiscard]] std::size_t num_participations() const { return participants_.size(); }

  /// The events of a person, ascending.
  [[nodiscard]] std::span<const EventId> events_of(PersonId person) const {
    return slice(events_, person_offsets_, person.index());
  }
  /// The participants of an event, ascending, each once.
  [[nodiscard]] std::span<const PersonId> participants_of(EventId event) const {
    return slice(participants_, event_offsets_, event.index());
  }
  /// The roles of `participants_of(event)`, in the same order.
  [[nodiscard]] std::span<const std::optional<Role>> roles_of(EventId event) const {
    return slice(roles_, event_offsets_, event.index());
  }

  /// Facts of persons, each column [num_persons].
  [[nodiscard]] const PersonColumns& persons() const { return persons_; }
  /// Facts of events, each column [num_events].
  [[nodiscard]] const EventColumns& events() const { return columns_; }

  /// The person whose identifier is `id`, or `PersonId::invalid()`. O(log n).
  [[nodiscard]] PersonId find_person(std::string_view id) const;

  /// The events that both persons took part in, ascending. O(events of a + events of b).
  [[nodiscard]] std::vector<EventId> shared_events(PersonId a, PersonId b) const;

  /// The last day that any event surely happened on, for `--as-of`; empty without an event of a full date.
  [[nodiscard]] std::optional<Day> last_day() const;

 private:
  friend class GraphAssembler;

  template <typename Value>
  static std::span<const Value> slice(const HugeVector<Value>& values, const HugeVector<std::uint64_t>& offsets,
                                      std::size_t row) {
    return std::span(values).subspan(offsets[row], offsets[row + 1] - offsets[row]);
  }

  PersonColumns persons_;
  EventColumns columns_;
  HugeVector<std::uint64_t> person_offsets_{0};
  HugeVector<EventId> events_;
  HugeVector<std::uint64_t> event_offsets_{0};
  HugeVector<PersonId> participants_;
  HugeVector<std::optional<Role>> roles_;
};

/// Builds the graph of `records`. Every participant must have an id (see resolve), every record an id of its own;
/// a person who stands twice in one record takes part once. Throws `Error` (`limit_exceeded`) beyond 2³²−2 persons or
/// events. Time O(participations · log), result independent of the order of the records.
[[nodiscard]] EventGraph build_event_graph(std::span<const Record> records, const Run& run = {});

/// By what persons can be taken together.
enum class Attribute : std::uint8_t { country, position, organisation };

/// The graph of groups of persons: every value of an attribute becomes a "person", who took part in an event if one of
/// its bearers did. Values that differ in case or diacritics are one. Persons of whom the attribute is not told are
/// left out; events keep their place even when nobody is left.
[[nodiscard]] EventGraph aggregate(const EventGraph& graph, Attribute by, const Run& run = {});

}  // namespace entente
