#pragma once

#include "persons.hpp"

#include <vector>

namespace entente::extract {

/// Completes what the text says of its persons by what its headlines say: "Tokayev receives US Secretary of State
/// Antony Blinken". Nobody is added here whom the text does not name.
void learn_from_headlines(const Document& document, std::vector<Person>& persons);

/// Adds to `names` those whom only a headline names with an office, and the text calls by it: "Secretary X's call with
/// Y" above "The Secretary spoke with Y".
void add_office_holders(const Document& document, std::vector<NameMention>& names);

/// True if a headline speaks of a call.
[[nodiscard]] bool announces_call(const Document& document);

}  // namespace entente::extract
