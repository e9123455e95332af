#pragma once

/// \file
/// `PersonNetwork` and `EventGraph` as models of the Boost.Graph concepts VertexListGraph, IncidenceGraph,
/// AdjacencyGraph and EdgeListGraph (undirected, no parallel edges), so that any algorithm of Boost.Graph runs on them
/// without a copy. A vertex is a dense index: of a `PersonId` in a network; in an event graph persons come first, then
/// events (`num_persons() + event`).

#include <entente/core/event_graph.hpp>
#include <entente/core/person_network.hpp>

#include <cstddef>
#include <utility>

#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/iterator/counting_iterator.hpp>
#include <boost/iterator/iterator_facade.hpp>
#include <boost/property_map/property_map.hpp>

namespace entente::boost_graph {

inline std::size_t size(const PersonNetwork& network) { return network.num_persons(); }
inline std::size_t num_links(const PersonNetwork& network) { return network.num_ties(); }
inline std::size_t degree_of(const PersonNetwork& network, std::size_t v) { return network.degree(PersonId(v)); }
inline std::size_t neighbour(const PersonNetwork& network, std::size_t v, std::size_t slot) {
  return network.neighbours_of(PersonId(v))[slot].index();
}

inline std::size_t size(const EventGraph& graph) { return graph.num_persons() + graph.num_events(); }
inline std::size_t num_links(const EventGraph& graph) { return graph.num_participations(); }
inline std::size_t degree_of(const EventGraph& graph, std::size_t v) {
  const std::size_t persons = graph.num_persons();
  return v < persons ? graph.events_of(PersonId(v)).size() : graph.participants_of(EventId(v - persons)).size();
}
inline std::size_t neighbour(const EventGraph& graph, std::size_t v, std::size_t slot) {
  const std::size_t persons = graph.num_persons();
  return v < persons ? persons + graph.events_of(PersonId(v))[slot].index()
                     : graph.participants_of(EventId(v - persons))[slot].index();
}

/// An edge as seen from `source`: the `slot`-th of its neighbours is `target`.
struct Edge {
  std::size_t source = 0;
  std::size_t target = 0;
  std::size_t slot = 0;

  friend bool operator==(const Edge& a, const Edge& b) {
    return (a.source == b.source && a.target == b.target) || (a.source == b.target && a.target == b.source);
  }
};

template <typename Graph>
class OutEdgeIterator
    : public boost::iterator_facade<OutEdgeIterator<Graph>, Edge, boost::random_access_traversal_tag, Edge> {
 public:
  OutEdgeIterator() = default;
  OutEdgeIterator(const Graph& graph, std::size_t vertex, std::size_t slot)
      : graph_(&graph), vertex_(vertex), slot_(slot) {}

 private:
  friend class boost::iterator_core_access;

  [[nodiscard]] Edge dereference() const { return {vertex_, neighbour(*graph_, vertex_, slot_), slot_}; }
  [[nodiscard]] bool equal(const OutEdgeIterator& other) const {
    return vertex_ == other.vertex_ && slot_ == other.slot_;
  }
  void increment() { ++slot_; }
  void decrement() { --slot_; }
  void advance(std::ptrdiff_t steps) { slot_ = static_cast<std::size_t>(static_cast<std::ptrdiff_t>(slot_) + steps); }
  [[nodiscard]] std::ptrdiff_t distance_to(const OutEdgeIterator& other) const {
    return static_cast<std::ptrdiff_t>(other.slot_) - static_cast<std::ptrdiff_t>(slot_);
  }

  const Graph* graph_ = nullptr;
  std::size_t vertex_ = 0;
  std::size_t slot_ = 0;
};

template <typename Graph>
class AdjacencyIterator : public boost::iterator_facade<AdjacencyIterator<Graph>, std::size_t,
                                                        boost::random_access_traversal_tag, std::size_t> {
 public:
  AdjacencyIterator() = default;
  AdjacencyIterator(const Graph& graph, std::size_t vertex, std::size_t slot) : edge_(graph, vertex, slot) {}

 private:
  friend class boost::iterator_core_access;

  [[nodiscard]] std::size_t dereference() const { return (*edge_).target; }
  [[nodiscard]] bool equal(const AdjacencyIterator& other) const { return edge_ == other.edge_; }
  void increment() { ++edge_; }
  void decrement() { --edge_; }
  void advance(std::ptrdiff_t steps) { edge_ += steps; }
  [[nodiscard]] std::ptrdiff_t distance_to(const AdjacencyIterator& other) const { return other.edge_ - edge_; }

  OutEdgeIterator<Graph> edge_;
};

/// Every edge once, from its smaller vertex.
template <typename Graph>
class EdgeIterator : public boost::iterator_facade<EdgeIterator<Graph>, Edge, boost::forward_traversal_tag, Edge> {
 public:
  EdgeIterator() = default;
  EdgeIterator(const Graph& graph, std::size_t vertex) : graph_(&graph), vertex_(vertex) { settle(); }

 private:
  friend class boost::iterator_core_access;

  [[nodiscard]] Edge dereference() const { return {vertex_, neighbour(*graph_, vertex_, slot_), slot_}; }
  [[nodiscard]] bool equal(const EdgeIterator& other) const { return vertex_ == other.vertex_ && slot_ == other.slot_; }
  void increment() {
    ++slot_;
    settle();
  }
  void settle() {
    for (; vertex_ < size(*graph_); ++vertex_, slot_ = 0) {
      for (; slot_ < degree_of(*graph_, vertex_); ++slot_) {
        if (neighbour(*graph_, vertex_, slot_) > vertex_) return;
      }
    }
  }

  const Graph* graph_ = nullptr;
  std::size_t vertex_ = 0;
  std::size_t slot_ = 0;
};

/// The strength of each tie as a readable property map.
struct WeightMap {
  using value_type = double;
  using reference = double;
  using key_type = Edge;
  using category = boost::readable_property_map_tag;
  const PersonNetwork* network = nullptr;
};

template <typename Graph>
struct Traits {
  using vertex_descriptor = std::size_t;
  using edge_descriptor = Edge;
  using directed_category = boost::undirected_tag;
  using edge_parallel_category = boost::disallow_parallel_edge_tag;
  struct traversal_category : virtual boost::incidence_graph_tag,
                              virtual boost::adjacency_graph_tag,
                              virtual boost::vertex_list_graph_tag,
                              virtual boost::edge_list_graph_tag {};
  using vertex_iterator = boost::counting_iterator<std::size_t>;
  using out_edge_iterator = OutEdgeIterator<Graph>;
  using adjacency_iterator = AdjacencyIterator<Graph>;
  using edge_iterator = EdgeIterator<Graph>;
  using in_edge_iterator = void;
  using vertices_size_type = std::size_t;
  using edges_size_type = std::size_t;
  using degree_size_type = std::size_t;
  static vertex_descriptor null_vertex() { return static_cast<std::size_t>(-1); }
};

template <typename Graph>
concept Ours = std::is_same_v<Graph, PersonNetwork> || std::is_same_v<Graph, EventGraph>;

}  // namespace entente::boost_graph

namespace boost {

template <>
struct graph_traits<entente::PersonNetwork> : entente::boost_graph::Traits<entente::PersonNetwork> {};
template <>
struct graph_traits<entente::EventGraph> : entente::boost_graph::Traits<entente::EventGraph> {};

template <entente::boost_graph::Ours Graph>
struct property_map<Graph, vertex_index_t> {
  using type = typed_identity_property_map<std::size_t>;
  using const_type = type;
};
template <>
struct property_map<entente::PersonNetwork, edge_weight_t> {
  using type = entente::boost_graph::WeightMap;
  using const_type = type;
};

}  // namespace boost

namespace entente {

/// All indices below `num_vertices`.
template <boost_graph::Ours Graph>
auto vertices(const Graph& graph) {
  using Iterator = boost::counting_iterator<std::size_t>;
  return std::pair(Iterator(0), Iterator(boost_graph::size(graph)));
}
/// Persons, and in an event graph events behind them.
template <boost_graph::Ours Graph>
std::size_t num_vertices(const Graph& graph) {
  return boost_graph::size(graph);
}
/// Every edge once. O(arcs) for the whole walk.
template <boost_graph::Ours Graph>
auto edges(const Graph& graph) {
  using Iterator = boost_graph::EdgeIterator<Graph>;
  return std::pair(Iterator(graph, 0), Iterator(graph, boost_graph::size(graph)));
}
/// Ties of a network, participations of an event graph.
template <boost_graph::Ours Graph>
std::size_t num_edges(const Graph& graph) {
  return boost_graph::num_links(graph);
}
/// The edges of a vertex, seen from it; random access.
template <boost_graph::Ours Graph>
auto out_edges(std::size_t vertex, const Graph& graph) {
  using Iterator = boost_graph::OutEdgeIterator<Graph>;
  return std::pair(Iterator(graph, vertex, 0), Iterator(graph, vertex, boost_graph::degree_of(graph, vertex)));
}
/// O(1).
template <boost_graph::Ours Graph>
std::size_t out_degree(std::size_t vertex, const Graph& graph) {
  return boost_graph::degree_of(graph, vertex);
}
/// The other ends of the edges of a vertex, ascending; random access.
template <boost_graph::Ours Graph>
auto adjacent_vertices(std::size_t vertex, const Graph& graph) {
  using Iterator = boost_graph::AdjacencyIterator<Graph>;
  return std::pair(Iterator(graph, vertex, 0), Iterator(graph, vertex, boost_graph::degree_of(graph, vertex)));
}
/// The end that the edge is seen from.
template <boost_graph::Ours Graph>
std::size_t source(const boost_graph::Edge& edge, const Graph&) {
  return edge.source;
}
/// The other end.
template <boost_graph::Ours Graph>
std::size_t target(const boost_graph::Edge& edge, const Graph&) {
  return edge.target;
}
/// A vertex is its own index.
template <boost_graph::Ours Graph>
auto get(boost::vertex_index_t, const Graph&) {
  return boost::typed_identity_property_map<std::size_t>();
}
/// A vertex is its own index.
template <boost_graph::Ours Graph>
std::size_t get(boost::vertex_index_t, const Graph&, std::size_t vertex) {
  return vertex;
}
/// The strength of each tie; what needs lengths must be given another map.
inline boost_graph::WeightMap get(boost::edge_weight_t, const PersonNetwork& network) { return {&network}; }

namespace boost_graph {
inline double get(const WeightMap& map, const Edge& edge) {
  return map.network->weights_of(PersonId(edge.source))[edge.slot];
}
}  // namespace boost_graph

}  // namespace entente
