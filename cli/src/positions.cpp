#include "positions.hpp"

#include <entente/analysis/layout.hpp>

#include <fmt/format.h>

namespace entente::cli {

void lay_out(const Session& session, NetworkDocument& document, Summary& summary) {
  const Study::Layout& layout = session.study.layout;
  switch (layout.method) {
    case LayoutMethod::forceatlas2:
      document.positions = force_atlas(document.network, layout.options, session.run);
      summary.layout =
          fmt::format("ForceAtlas2, {} iterations", layout.options.iterations > 0
                                                        ? layout.options.iterations
                                                        : force_atlas_iterations(document.network.num_persons()));
      return;
    case LayoutMethod::circular:
      document.positions = circular_layout(document.network, document.communities);
      summary.layout = "a circle, by community";
      return;
    case LayoutMethod::none:
      return;
  }
}

}  // namespace entente::cli
