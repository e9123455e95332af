#pragma once

#include <entente/io/network_document.hpp>

#include <cstdint>
#include <ostream>

namespace entente {

/// Whose JSON: node-link of NetworkX and d3 (ties under `edges`), Cytoscape.js, or graphology (sigma.js, Gephi Lite).
enum class NetworkJson : std::uint8_t { node_link, cytoscape, graphology };

/// The person network as JSON, one person or tie a line, with sizes, colours, and positions where the document has them
/// (for Cytoscape.js y grows downwards). Streams: no copy of the network.
void write_network_json(std::ostream& out, const NetworkDocument& document, NetworkJson dialect);

/// The bipartite graph of persons and events as JSON; `kind` tells the two apart.
void write_network_json(std::ostream& out, const EventGraph& graph, NetworkJson dialect);

}  // namespace entente
