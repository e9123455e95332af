#pragma once

#include "community_colours.hpp"

#include <entente/analysis/layout.hpp>
#include <entente/core/ids.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

enum class ValueType : std::uint8_t { text, whole, number };

/// What a network file tells of nodes or of edges.
struct FileAttribute {
  std::string name;
  ValueType type;
  std::string id = {};  ///< not empty: for formats in which nodes and edges cannot have attributes of one name
};

/// What a network file tells of itself.
struct NetworkFacts {
  std::string description;
  std::string weight_method = {};  ///< empty: edges have no weights
  std::string ties = {};           ///< how many, and of how many
  std::size_t num_nodes = 0;
  std::size_t num_persons = 0;  ///< the nodes of the first mode, which come first; all of them unless there are events
  std::size_t num_edges = 0;
  bool has_colours = false;
  bool has_positions = false;
  std::vector<FileAttribute> of_nodes;
  std::vector<FileAttribute> of_edges;

  [[nodiscard]] bool has_weights() const { return !weight_method.empty(); }
  [[nodiscard]] bool has_events() const { return num_persons != num_nodes; }
};

/// The identifier of a node or an edge: a letter and a number, as `p17`. Letters tell nodes of a file from its edges.
struct ElementId {
  char letter;
  std::size_t number;
};

struct Node {
  ElementId id;
  std::size_t row;  ///< among all nodes
  std::string_view label;
  double size;  ///< radius in drawings
  std::optional<Colour> colour;
  std::optional<Position> position;
  std::span<const EventId> events;  ///< by date: when it is there
};

struct Edge {
  ElementId id;
  ElementId source;
  ElementId target;
  std::size_t source_row;  ///< among all nodes
  std::size_t target_row;
  double weight;
  double thickness;                 ///< for drawings
  std::span<const EventId> events;  ///< by date: what it stands on
};

/// A format of network files: what `walk_network` tells it, piece by piece, it writes. Values come between the
/// beginning and the end of their node or edge, in the order of the attributes; those that are not told are left out.
class NetworkSink {
 public:
  NetworkSink() = default;
  NetworkSink(const NetworkSink&) = delete;
  NetworkSink& operator=(const NetworkSink&) = delete;
  virtual ~NetworkSink() = default;

  /// What it needs not be told.
  struct Needs {
    bool nodes = true;
    bool edges = true;
    bool values = true;  ///< and the events that nodes and edges stand on
  };
  [[nodiscard]] virtual Needs needs() const { return {}; }

  virtual void begin(const NetworkFacts& facts) = 0;
  virtual void begin_node(const Node& node) = 0;
  virtual void end_node() = 0;
  /// Between the last node and the first edge.
  virtual void begin_edges() {}
  virtual void begin_edge(const Edge& edge) = 0;
  virtual void end_edge() = 0;
  virtual void end() = 0;

  /// Never empty.
  virtual void text(std::size_t attribute, std::string_view value) = 0;
  virtual void whole(std::size_t attribute, std::int64_t value) = 0;
  /// Always finite.
  virtual void number(std::size_t attribute, double value) = 0;
};

}  // namespace entente
