#include "command.hpp"
#include "material.hpp"
#include "output.hpp"
#include "result_tables.hpp"
#include "summary.hpp"

#include <entente/core/error.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace entente::cli {

ExitStatus show_ranking(Session& session) {
  const bool without_ties = session.request.without_ties;
  if (without_ties && session.study.network.backbone != Backbone::none) {
    throw Error(ErrorCode::bad_option, "a backbone is of ties, and --without-ties makes none", {},
                "leave out --backbone or --without-ties");
  }
  const ReadMaterial read = without_ties ? read_graph(session) : read_material(session);
  const Material& material = read.material;
  Summary summary = summarise(session, read.counts, material);
  summary.ties_made = !without_ties;
  const std::vector<std::string> usual =
      without_ties ? std::vector<std::string>{"pagerank", "strength", "eigenvector", "hits"}
                   : std::vector<std::string>{"pagerank", "degree", "strength", "betweenness"};
  const std::vector<const MeasureKind*> kinds = chosen_measures(session, material, usual, &summary.measures_left_out);
  const std::vector<MeasureColumn> measures = without_ties ? compute_measures_without_ties(session, material, kinds)
                                                           : compute_measures(session, material, kinds);
  std::vector<PersonId> order = measures.empty() ? std::vector<PersonId>() : ranked(measures.front().values);
  if (session.request.top) order.resize(std::min(order.size(), *session.request.top));
  write_table(session, ranking_table(material, measures, order), ranking_overview(material, measures, order));
  print_summary(session, summary);
  return status_of(read.counts);
}

}  // namespace entente::cli
