#pragma once

#include <entente/analysis/layout.hpp>
#include <entente/core/event_graph.hpp>
#include <entente/core/person_network.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace entente {

/// A figure of every person, to be written as an attribute.
struct MeasureColumn {
  std::string name;
  std::vector<double> values;  ///< [num_persons]
  bool integral = false;       ///< written as whole numbers (degree, core)
};

/// All that a network file tells: borrowed graph and network, and what the analyses found.
struct NetworkDocument {
  const EventGraph& graph;
  const PersonNetwork& network;
  std::vector<MeasureColumn> measures;
  std::vector<std::uint32_t> communities;  ///< [num_persons], or empty
  std::vector<Position> positions = {};    ///< [num_persons], or empty
  std::string weight = "count";            ///< how the weights were made
  std::uint64_t ties_left_out = 0;         ///< not 0: `network` is the backbone of one that has this many more
  bool quotes = true;                      ///< with the latest sentence of each tie
};

/// "all 13", or what the network was reduced to and how.
[[nodiscard]] std::string ties_told(const NetworkDocument& document);

/// What a tie stands on: its events by date (undated ones first), their documents, and the latest sentence.
struct TieEvidence {
  std::string events;     ///< identifiers, joined by " | "
  std::string documents;  ///< names, each once, joined by " | "
  std::uint32_t reports;  ///< the number of documents, over all events
  std::string sentence;   ///< at most 300 bytes; empty without quotes
};
/// Of the tie of `a` and `b`; the sentence is empty without `quotes`. O(events of the two).
[[nodiscard]] TieEvidence tie_evidence(const EventGraph& graph, PersonId a, PersonId b, bool quotes);

}  // namespace entente
