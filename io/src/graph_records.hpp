#pragma once

#include "delivery.hpp"

#include <entente/core/record.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace entente {

/// What a file of persons and events tells of a node or an edge that a record has too.
enum class GraphField : std::uint8_t {
  kind,
  label,
  name,
  person,
  country,
  organisation,
  position,
  rank,
  event,
  event_type,
  date,
  place,
  documents,
  sentence,
  role,
};
inline constexpr std::size_t num_graph_fields = 15;
/// By the name of an attribute or column.
[[nodiscard]] std::optional<GraphField> graph_field(std::string_view name);

/// The values of one node or edge; empty is "not told".
class GraphValues {
 public:
  [[nodiscard]] std::string& operator[](GraphField field) { return values_[static_cast<std::size_t>(field)]; }
  void clear() {
    for (std::string& value : values_) value.clear();
  }

 private:
  std::array<std::string, num_graph_fields> values_;
};

/// Puts records together from the nodes and edges of a file that entente wrote of its graph of persons and events.
/// Throws `ReadFailure` for what such a file does not have.
class GraphRecords {
 public:
  explicit GraphRecords(std::string source) : source_(std::move(source)) {}

  /// A person or an event, by its `kind`.
  void add_node(std::string id, GraphValues& values, std::uint64_t line);
  /// A participation; either end may be the person.
  void add_edge(const std::string& source, const std::string& target, std::string_view role, std::uint64_t line);
  /// Gives the events with participants as records, in the order in which they came.
  void deliver(Delivery& delivery);

 private:
  struct Event {
    Record record;
    std::uint64_t line;
  };

  [[noreturn]] void fail(std::uint64_t line, const std::string& message) const;

  std::string source_;
  std::vector<Participant> persons_;
  std::vector<Event> events_;
  std::unordered_map<std::string, std::size_t> person_of_node_;
  std::unordered_map<std::string, std::size_t> event_of_node_;
};

}  // namespace entente
