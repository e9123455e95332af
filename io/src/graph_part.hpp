#pragma once

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

/// What stands in a part of a file that entente wrote of its graph of persons and events. Throws `ReadFailure` for what
/// such a file does not have.
class GraphPart {
 public:
  struct Node {
    std::string id;
    std::uint64_t line;
    bool is_event;
  };
  struct Edge {
    std::string source;
    std::string target;
    std::uint64_t line;
    std::optional<Role> role;
  };

  /// A person or an event, by its `kind`.
  void add_node(std::string_view id, GraphValues& values, std::uint64_t line);
  /// A participation; either end may be the person.
  void add_edge(std::string_view source, std::string_view target, std::string_view role, std::uint64_t line);

  std::vector<Node> nodes;
  std::vector<Participant> persons;  ///< in the order of their nodes
  std::vector<Record> events;        ///< in the order of their nodes; without participants
  std::vector<Edge> edges;

 private:
  [[nodiscard]] static Participant person_of(std::string_view id, GraphValues& values, std::uint64_t line);
  [[nodiscard]] static Record event_of(GraphValues& values, std::uint64_t line);
};

/// Throws `ReadFailure` of the line.
[[noreturn]] void fail_at(std::uint64_t line, const std::string& message);

}  // namespace entente
