#include "test_options.hpp"

#include "material.hpp"

#include <algorithm>
#include <string_view>

namespace entente::cli {

TieTestOptions test_options(const Study& study, NullModel model) {
  const auto has = [&study](std::string_view stratum) {
    return std::ranges::find(study.pairs.strata, stratum) != study.pairs.strata.end();
  };
  return {.model = model,
          .tail = study.pairs.tail,
          .correction = study.pairs.correction,
          .by_year = has("year"),
          .by_type = has("type"),
          .samples = study.pairs.samples,
          .seed = study.seed,
          .alpha = study.pairs.alpha,
          .projection = projection_options(study)};
}

}  // namespace entente::cli
