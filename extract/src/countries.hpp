#pragma once

#include "events.hpp"
#include "persons.hpp"

namespace entente::extract {

/// Gives a country to those of whom the text says it a little further off: the head of a national delegation, "his
/// adviser".
void complete_countries(const Document& document, const std::vector<NameMention>& names, std::vector<Person>& persons);

/// Gives a country to participants who are still without: the one that their part in the events and the countries
/// that the text speaks of make likely. Deterministic; ties go to the first code of the alphabet.
void guess_countries(const Document& document, const std::vector<NameMention>& names, std::vector<Person>& persons,
                     const std::vector<Occasion>& occasions);

}  // namespace entente::extract
