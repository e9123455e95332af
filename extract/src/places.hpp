#pragma once

#include "names.hpp"

#include <string>
#include <vector>

namespace entente::extract {

/// The city or venue that tokens [begin, end) name ("at the Defense Ministry", "in Ankara"), the nearest to `token`;
/// empty where there is none. A venue counts more than a city, a country alone not at all.
[[nodiscard]] std::string place_in(const Document& document, std::uint32_t begin, std::uint32_t end,
                                   std::uint32_t token);

}  // namespace entente::extract
