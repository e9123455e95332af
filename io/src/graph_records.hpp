#pragma once

#include "delivery.hpp"

#include <entente/core/interner.hpp>
#include <entente/core/record.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
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
  void add_node(std::string_view id, GraphValues& values, std::uint64_t line);
  /// A participation; either end may be the person.
  void add_edge(std::string_view source, std::string_view target, std::string_view role, std::uint64_t line);
  /// Gives the events with participants as records, in the order in which they came.
  void deliver(Delivery& delivery);

 private:
  struct Event {
    Record record;  // without participants
    std::uint64_t line;
  };
  struct Node {
    bool is_event;
    std::uint32_t place;  // among persons or events
  };
  struct Participation {
    std::uint32_t event;
    std::uint32_t person;
    std::optional<Role> role;
  };

  [[noreturn]] void fail(std::uint64_t line, const std::string& message) const;
  void add_id(std::string_view id, Node node, std::uint64_t line);
  [[nodiscard]] const Node* node(std::uint32_t number) const;

  std::string source_;
  std::vector<Participant> persons_;
  std::vector<Event> events_;
  Interner ids_;
  std::vector<Node> nodes_;  // in the order of ids
  std::vector<Participation> participations_;
};

}  // namespace entente
