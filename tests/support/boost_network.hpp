#pragma once

#include <entente/core/person_network.hpp>

#include <boost/graph/adjacency_list.hpp>

namespace entente {

using BoostNetwork = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, boost::no_property,
                                           boost::property<boost::edge_weight_t, double>>;

/// The network as Boost.Graph has it; edge weights are lengths 1/w.
inline BoostNetwork boost_network(const PersonNetwork& net) {
  BoostNetwork graph(net.num_persons());
  for (const Tie& tie : net.ties()) boost::add_edge(tie.a.index(), tie.b.index(), 1 / tie.weight, graph);
  return graph;
}

}  // namespace entente
