#include "random_records.hpp"

#include <entente/core/boost_graph.hpp>
#include <entente/core/projection.hpp>

#include <set>

#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/graph/graph_concepts.hpp>
#include <catch2/catch.hpp>

using namespace entente;
using namespace entente::test;

template <typename Graph>
void models_boost_graph() {
  BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<Graph>));
  BOOST_CONCEPT_ASSERT((boost::IncidenceGraphConcept<Graph>));
  BOOST_CONCEPT_ASSERT((boost::AdjacencyGraphConcept<Graph>));
  BOOST_CONCEPT_ASSERT((boost::EdgeListGraphConcept<Graph>));
}
template void models_boost_graph<PersonNetwork>();
template void models_boost_graph<EventGraph>();

TEST_CASE("Boost.Graph sees every tie once and every neighbour", "[core][boost]") {
  const PersonNetwork network = project(build_event_graph(random_records(20, 30, 4, 2)));
  std::size_t seen = 0;
  const auto ties = network.ties();
  for (auto [edge, end] = edges(network); edge != end; ++edge, ++seen) {
    REQUIRE(seen < ties.size());
    CHECK(source(*edge, network) == ties[seen].a.index());
    CHECK(target(*edge, network) == ties[seen].b.index());
    CHECK(get(get(boost::edge_weight, network), *edge) == ties[seen].weight);
  }
  CHECK(seen == num_edges(network));
  for (std::size_t v = 0; v < num_vertices(network); ++v) {
    std::set<std::size_t> neighbours;
    for (auto [u, end] = adjacent_vertices(v, network); u != end; ++u) neighbours.insert(*u);
    CHECK(neighbours.size() == out_degree(v, network));
  }
}

TEST_CASE("algorithms of Boost.Graph run on a network", "[core][boost]") {
  // a–b–c with strengths 2 and 3, d alone.
  const PersonNetwork network(4, {{PersonId(0), PersonId(1), 2}, {PersonId(1), PersonId(2), 3}});
  std::vector<std::size_t> component(4);
  CHECK(boost::connected_components(network, component.data()) == 2);
  CHECK(component == std::vector<std::size_t>{0, 0, 0, 1});
  std::vector<double> distance(4);
  boost::dijkstra_shortest_paths(network, std::size_t{0}, boost::distance_map(distance.data()));
  CHECK(distance[2] == 5);
}

TEST_CASE("algorithms of Boost.Graph run on an event graph", "[core][boost]") {
  const EventGraph graph = build_event_graph(meetings({{"a", "b"}, {"b", "c"}, {"d"}}));
  REQUIRE(num_vertices(graph) == 7);
  REQUIRE(num_edges(graph) == 5);
  std::vector<std::size_t> component(7);
  CHECK(boost::connected_components(graph, component.data()) == 2);
  CHECK(component == std::vector<std::size_t>{0, 0, 0, 1, 0, 0, 1});
}
