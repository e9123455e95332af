#pragma once

#include <entente/io/network_document.hpp>

#include <cstddef>
#include <cstdint>
#include <ostream>

namespace entente {

/// For whom a DOT file is written: Graphviz' renderers, or also Gephi's narrow importer (no default statements, no
/// graph attributes).
enum class DotProfile : std::uint8_t { graphviz, gephi };

/// For whom, and how much of the network.
struct DotOptions {
  DotProfile profile = DotProfile::graphviz;
  std::size_t max_persons = 0;  ///< draw only those of greatest strength and the ties between them; 0: all
  bool clusters = false;        ///< Graphviz: communities as boxes, which it places itself; positions are not used
};

/// The person network as DOT: communities as colours, weight as pen width, strength as size.
void write_dot(std::ostream& out, const NetworkDocument& document, const DotOptions& options = {});

}  // namespace entente
