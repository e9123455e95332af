#include "command.hpp"
#include "material.hpp"
#include "network_files.hpp"
#include "positions.hpp"
#include "summary.hpp"

namespace entente::cli {

ExitStatus export_network(Session& session) {
  const ChosenFormat chosen = chosen_format(session);  // before anything is read
  const ReadMaterial read = read_material(session);
  const Material& material = read.material;
  Summary summary = summarise(session, read.counts, material);
  const std::optional<PersonNetwork> reduced = network_for_files(session, material);
  if (reduced) summary.ties_left_out = material.network.num_ties() - reduced->num_ties();
  NetworkDocument document{.graph = material.graph,
                           .network = reduced ? *reduced : material.network,
                           .measures = {},
                           .communities = {},
                           .weight = weight_name(session.study),
                           .ties_left_out = summary.ties_left_out,
                           .quotes = session.study.evidence.quotes};
  if (chosen.graph == ExportedGraph::persons) {
    document.measures =
        compute_measures(session, material, chosen_measures(session, material, {}, &summary.measures_left_out));
    Communities found = find_communities(session, material);
    summary.communities = found.num_communities;
    summary.modularity = found.modularity;
    document.communities = std::move(found.labels);
    if (needs_positions(session, chosen)) lay_out(session, document, summary);
  }
  write_network(session, chosen, document, read.identities);
  print_summary(session, summary);
  return status_of(read.counts);
}

}  // namespace entente::cli
