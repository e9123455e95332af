#pragma once

#include "delivery.hpp"
#include "graph_part.hpp"

#include <entente/core/interner.hpp>
#include <entente/core/record.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace entente {

/// Puts records together from the nodes and edges of a file that entente wrote of its graph of persons and events.
class GraphRecords {
 public:
  explicit GraphRecords(std::string source) : source_(std::move(source)) {}

  /// What stands in the next part of the file. Throws `ReadFailure` for a node that stands twice, and for an edge whose
  /// ends are not a person and an event of this part or those before.
  void add(GraphPart&& part);
  /// Gives the events with participants as records, in the order in which they came.
  void deliver(Delivery& delivery, const Run& run);

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

  void add_nodes(GraphPart& part);
  void add_edges(const GraphPart& part);
  [[nodiscard]] const Node* node(std::uint32_t number) const;

  std::string source_;
  std::vector<Participant> persons_;
  std::vector<Event> events_;
  Interner ids_;
  std::vector<Node> nodes_;  // in the order of ids
  std::vector<Participation> participations_;
};

}  // namespace entente
