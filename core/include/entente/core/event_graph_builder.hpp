#pragma once

#include <entente/core/event_graph.hpp>
#include <entente/core/huge_pages.hpp>
#include <entente/core/interner.hpp>
#include <entente/core/parallel.hpp>
#include <entente/core/record.hpp>
#include <entente/core/record_batch.hpp>
#include <entente/core/run.hpp>
#include <entente/core/string_column.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include <boost/unordered/unordered_flat_map.hpp>

namespace entente {

/// Makes the graph of records that come one after the other, in any order, without keeping them: 6 bytes and a
/// bit a participation, and the columns of the graph.
class EventGraphBuilder {
 public:
  /// Every participant must have an id; a person who stands twice in one record takes part once.
  void add(const Record& record);
  /// The records of several batches. Persons of batches are told apart by their keys. Looks names up in parallel.
  void add(std::span<const RecordBatch> batches, Workers& workers);

  /// Added so far.
  [[nodiscard]] std::size_t num_events() const { return events_.type.size(); }
  /// True where each record has an id of its own, as the graph asks for. O(n log n), O(n) where they came sorted.
  [[nodiscard]] bool ids_are_unique() const;

  /// The graph; the builder is empty afterwards. The result does not depend on the order of the records or the number
  /// of threads. Throws `Error` (`limit_exceeded`) beyond 2³²−2 persons or events. O(participations + n log n).
  [[nodiscard]] EventGraph finish(const Run& run = {});

 private:
  enum Attribute : std::uint8_t { name, country, organisation, position, rank };
  static constexpr std::size_t num_attributes = 5;

  // How often a value was told of a person, and when last.
  struct Support {
    std::uint32_t times = 0;
    CompactDate last;

    void add(std::uint32_t more, CompactDate date) {
      times += more;
      if (last.bits() < date.bits()) last = date;
    }
  };
  // What was told of one attribute of all persons.
  struct Told {
    Interner values;
    boost::unordered_flat_map<std::uint64_t, Support> supports;  // by person and value

    void add(PersonId person, std::string_view value, CompactDate date) {
      if (!value.empty()) supports[std::uint64_t{person.index()} << 32U | values.number(value)].add(1, date);
    }
  };

  static RecordBatch::Text value_of(Attribute attribute, const RecordBatch::Details& details);
  void tell(Attribute attribute, std::span<const RecordBatch> batches, std::size_t first_event);
  [[nodiscard]] std::vector<std::vector<std::uint32_t>> number_persons(std::span<const RecordBatch> batches,
                                                                       Workers& workers);
  void place(const RecordBatch& batch, std::span<const std::uint32_t> persons, std::size_t event,
             std::size_t participation);
  void tell_ids(std::span<const RecordBatch> batches);
  void tell_bare_names(std::span<const RecordBatch> batches, std::size_t participation);
  void join_bare_names();
  void participate(PersonId person, std::optional<Role> role, bool is_bare_name);
  void add_id(std::string_view id);
  // Closes the event whose participants were added last.
  void add_event(std::string_view id, EventType type, CompactDate date, std::string_view place, std::size_t reports,
                 std::string_view documents, std::string_view sentence);
  [[nodiscard]] StringColumn usual_values(Attribute attribute, const std::vector<std::uint32_t>& person_ranks) const;
  [[nodiscard]] PersonColumns person_columns(const std::vector<std::uint32_t>& person_ranks, const Run& run) const;

  Interner persons_;
  std::array<Told, num_attributes> told_;
  EventColumns events_;
  bool events_ascend_ = true;
  HugeVector<std::uint64_t> event_offsets_{0};
  HugeVector<PersonId> participants_;  // as persons_ numbers them
  HugeVector<std::optional<Role>> roles_;
  std::vector<bool> are_bare_names_;  // participations of persons whose name is their key, told without anything else
};

}  // namespace entente
