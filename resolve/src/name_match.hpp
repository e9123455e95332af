#pragma once

#include "name_parts.hpp"

#include <entente/resolve/name_comparison.hpp>

namespace entente {

/// `compare_names` for names that were taken to pieces already.
[[nodiscard]] NameComparison compare_parts(const NameParts& a, const NameParts& b, const PersonWeights& weights);

}  // namespace entente
