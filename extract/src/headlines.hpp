#pragma once

#include "persons.hpp"

#include <vector>

namespace entente::extract {

/// Completes what the text says of its persons by what its headlines say: "Tokayev receives US Secretary of State
/// Antony Blinken". Headlines name nobody whom the text does not.
void learn_from_headlines(const Document& document, std::vector<Person>& persons);

}  // namespace entente::extract
