#pragma once

#include "names.hpp"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace entente::extract {

/// Person → countries that the text says he went to: "X travelled to Peru", "X's visit to Peru", "while in Peru, X met
/// Y". Nobody visits his own country.
using Travels = std::map<int, std::set<std::string>>;

[[nodiscard]] Travels find_travels(const Document& document, const std::vector<NameMention>& names);

}  // namespace entente::extract
