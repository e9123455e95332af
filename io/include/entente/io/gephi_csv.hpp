#pragma once

#include <entente/io/network_document.hpp>

#include <ostream>

namespace entente {

/// Whether the tables are for programs or may meet a spreadsheet.
struct GephiCsvOptions {
  bool raw =
      false;  ///< true: texts that a spreadsheet would run as a formula stay as they are, without a ' before them
};

/// The person network as the two tables that Gephi's spreadsheet importer reads, RFC 4180: nodes with `Id`, `Label`,
/// facts and `timeset`; edges with `Source`, `Target`, `Type`, `Id`, `Weight`, evidence and `timeset`. `timeset` are
/// the spells as in GEXF. Streams: no copy of the network.
void write_gephi_nodes(std::ostream& out, const NetworkDocument& document, const GephiCsvOptions& options = {});
/// The ties of `write_gephi_nodes`.
void write_gephi_edges(std::ostream& out, const NetworkDocument& document, const GephiCsvOptions& options = {});

/// The same for the bipartite graph of persons and events.
void write_gephi_nodes(std::ostream& out, const EventGraph& graph, const GephiCsvOptions& options = {});
/// The participations of `write_gephi_nodes`.
void write_gephi_edges(std::ostream& out, const EventGraph& graph, const GephiCsvOptions& options = {});

}  // namespace entente
