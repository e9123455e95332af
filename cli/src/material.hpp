#pragma once

#include "corpus.hpp"
#include "session.hpp"

#include <entente/analysis/communities.hpp>
#include <entente/analysis/measure.hpp>
#include <entente/core/event_graph.hpp>
#include <entente/core/person_network.hpp>
#include <entente/core/projection.hpp>
#include <entente/core/selection.hpp>
#include <entente/io/network_document.hpp>
#include <entente/resolve/resolved_records.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace entente::cli {

/// What analyses look at: the graph of the chosen events, of persons or of what the study looks at them by, and its
/// network.
struct Material {
  EventGraph graph;
  PersonNetwork network;
  SelectionCounts selection;
  LargeEventCounts large_events = {};                ///< as they were read
  std::optional<std::uint64_t> ties_projected = {};  ///< before the backbone was kept, where one was
};

/// The same, with what became of the input.
struct ReadMaterial {
  ReadCounts counts;
  Material material;
  std::vector<Identity> identities;                   ///< where it was found out who is the same person
  std::shared_ptr<const Pseudonyms> pseudonyms = {};  ///< null where names are names
};

/// All stages from the inputs to the network. Where persons are taken as told, records go from the file to the graph
/// without a stop.
[[nodiscard]] ReadMaterial read_material(const Session& session);

/// The stages up to the graph; the network is left empty.
[[nodiscard]] ReadMaterial read_graph(const Session& session);

/// The stages from resolved records to the network.
[[nodiscard]] Material build_material(const Session& session, const ResolvedRecords& resolved);

/// The measures that the study asks for; where it says `auto`, those of `usual` (empty: all) that are not too slow.
/// `left_out` receives the names of those that are.
[[nodiscard]] std::vector<const MeasureKind*> chosen_measures(const Session& session, const Material& material,
                                                              const std::vector<std::string>& usual,
                                                              std::vector<std::string>* left_out = nullptr);

[[nodiscard]] std::vector<MeasureColumn> compute_measures(const Session& session, const Material& material,
                                                          const std::vector<const MeasureKind*>& kinds);

/// Of the network that the study asks for, whose ties are not made. Throws `Error` (`bad_option`) for measures that
/// need them.
[[nodiscard]] std::vector<MeasureColumn> compute_measures_without_ties(const Session& session, const Material& material,
                                                                       const std::vector<const MeasureKind*>& kinds);

[[nodiscard]] Communities find_communities(const Session& session, const Material& material);

/// The network that files hold where it is not the whole one: above a million ties the backbone, unless the study asks
/// for all.
[[nodiscard]] std::optional<PersonNetwork> network_for_files(const Session& session, const Material& material);

/// How the study makes ties. Who asks for co-mentions by type wants them to count, which they do not by default.
[[nodiscard]] ProjectionOptions projection_options(const Study& study);

/// The name of the weight that the study asks for.
[[nodiscard]] std::string weight_name(const Study& study);

}  // namespace entente::cli
