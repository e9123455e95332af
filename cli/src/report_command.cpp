#include "command.hpp"
#include "corpus.hpp"
#include "material.hpp"
#include "output.hpp"
#include "positions.hpp"
#include "report_page.hpp"
#include "summary.hpp"

#include <entente/analysis/layout.hpp>

#include <filesystem>

namespace entente::cli {

ExitStatus write_report_page(Session& session) {
  if (!has_report_page()) {
    throw Error(ErrorCode::bad_usage, "this entente was built without the page", {},
                "build it where npm is installed: scripts/setup page, then configure and build again");
  }
  const ResolvedCorpus corpus = read_corpus(session);
  const Material material = build_material(session, corpus.resolved);
  Summary summary = summarise(session, corpus.counts, material);
  summary.records = corpus.resolved.size();
  summary.merging = merging_of(corpus.resolved);
  Communities found = find_communities(session, material);
  summary.communities = found.num_communities;
  summary.modularity = found.modularity;
  const std::optional<PersonNetwork> reduced = network_for_page(session, material);
  const PersonNetwork& shown = reduced ? *reduced : material.network;
  NetworkDocument document{.graph = material.graph,
                           .network = shown,
                           .measures = compute_measures(
                               session, material, chosen_measures(session, material, {}, &summary.measures_left_out)),
                           .communities = std::move(found.labels),
                           .weight = weight_name(session.study),
                           .ties_left_out = material.network.num_ties() - shown.num_ties(),
                           .quotes = session.study.evidence.quotes};
  lay_out(session, document, summary);
  if (document.positions.empty()) document.positions = circular_layout(document.network, document.communities);
  const auto folder = std::filesystem::absolute(session.request.output).parent_path();
  const ReportDocument report = report_of(session, material, corpus.resolved, document, summary, folder);
  write_output(session, [&](std::ostream& out) { write_report(out, report); });
  print_summary(session, summary);
  return status_of(corpus.counts);
}

}  // namespace entente::cli
