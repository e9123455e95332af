#include "command.hpp"
#include "material.hpp"
#include "output.hpp"
#include "result_tables.hpp"
#include "summary.hpp"

#include <algorithm>

namespace entente::cli {

ExitStatus show_communities(Session& session) {
  const ReadMaterial read = read_material(session);
  const Material& material = read.material;
  const Communities found = find_communities(session, material);
  Table full = communities_table(material, found);
  Table shown = communities_overview(material, found);
  if (session.request.top) {
    full.rows.resize(std::min(full.rows.size(), *session.request.top));
    shown.rows.resize(full.rows.size());
  }
  write_table(session, full, shown);
  Summary summary = summarise(session, read.counts, material);
  summary.communities = found.num_communities;
  summary.modularity = found.modularity;
  print_summary(session, summary);
  return status_of(read.counts);
}

}  // namespace entente::cli
