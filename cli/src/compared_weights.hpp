#pragma once

#include "material.hpp"

#include <entente/io/table.hpp>

#include <string>

namespace entente::cli {

/// Where the first pairs by any weight stand by each.
struct ComparedWeights {
  Table table;
  std::string sentences;  ///< a line a weight: how alike the orders are, how many of the first pairs stay
};

/// Of each weight the first `top` pairs.
[[nodiscard]] ComparedWeights compared_weights(const Session& session, const Material& material, std::size_t top);

}  // namespace entente::cli
