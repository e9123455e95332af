#include "command.hpp"
#include "material.hpp"
#include "output.hpp"
#include "result_tables.hpp"
#include "summary.hpp"

#include <algorithm>

namespace entente::cli {

ExitStatus show_ranking(Session& session) {
  const ReadMaterial read = read_material(session);
  const Material& material = read.material;
  Summary summary = summarise(session, read.counts, material);
  const std::vector<const MeasureKind*> kinds =
      chosen_measures(session, material, {"pagerank", "degree", "strength", "betweenness"}, &summary.measures_left_out);
  const std::vector<MeasureColumn> measures = compute_measures(session, material, kinds);
  std::vector<PersonId> order = measures.empty() ? std::vector<PersonId>() : ranked(measures.front().values);
  if (session.request.top) order.resize(std::min(order.size(), *session.request.top));
  write_table(session, ranking_table(material, measures, order), ranking_overview(material, measures, order));
  print_summary(session, summary);
  return status_of(read.counts);
}

}  // namespace entente::cli
