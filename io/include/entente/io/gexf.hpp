#pragma once

#include <entente/io/network_document.hpp>

#include <cstdint>
#include <optional>
#include <ostream>
#include <vector>

namespace entente {

/// Stretches of the calendar that weights are told for.
enum class GexfWindow : std::uint8_t { year, quarter, month };

/// Whether weights are told over time.
struct GexfOptions {
  std::optional<GexfWindow> window = {};   ///< with the weight of each tie in each window
  std::vector<double> event_weights = {};  ///< [num_events]: what an event adds to the weight of a tie; empty: 1 each
};

/// The person network as GEXF 1.3 (https://gexf.net): when each tie and person was there, as spells from the first to
/// the last day that the date of an event can mean (those that overlap are one), colours, sizes, thicknesses, and
/// positions where the document has them. Whoever has no event of a known year has no spell. With windows, the weight
/// is told for each window, as the sum over the events that surely lie in it, and the weight in all is the attribute
/// `total_weight`. Streams: no copy of the network. Throws `Error` (`bad_option`) for event weights of another size.
void write_gexf(std::ostream& out, const NetworkDocument& document, const GexfOptions& options = {});

/// The bipartite graph of persons and events as GEXF 1.3; `kind` tells the two apart.
void write_gexf(std::ostream& out, const EventGraph& graph);

}  // namespace entente
