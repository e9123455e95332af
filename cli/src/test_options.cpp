#include "test_options.hpp"

#include "material.hpp"

#include <algorithm>
#include <string_view>

namespace entente::cli {

TieTestOptions test_options(const Study& study, NullModel model) {
  const auto has = [&study](std::string_view stratum) {
    return std::ranges::find(study.testing.strata, stratum) != study.testing.strata.end();
  };
  return {.model = model,
          .tail = study.testing.tail,
          .correction = study.testing.correction,
          .by_year = has("year"),
          .by_type = has("type"),
          .samples = study.testing.samples,
          .seed = study.seed,
          .alpha = study.testing.alpha,
          .projection = projection_options(study)};
}

}  // namespace entente::cli
