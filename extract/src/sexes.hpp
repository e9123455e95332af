#pragma once

#include "persons.hpp"

#include <vector>

namespace entente::extract {

/// What the word of respect before the name says: "Mrs.", "Prince".
[[nodiscard]] Sex told_sex(const Document& document, const NameMention& name);

/// Sets the sex of the persons, which pronouns are resolved by: from the word of respect, else from the pronouns that
/// follow where nobody else is named.
void find_sexes(const Document& document, const std::vector<NameMention>& names, std::vector<Person>& persons);

}  // namespace entente::extract
