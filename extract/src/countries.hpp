#pragma once

#include "events.hpp"
#include "persons.hpp"

namespace entente::extract {

/// Gives a country to those of whom the words around the name say it: the head of a national delegation, "X, for the
/// Indonesian government", "his adviser".
void complete_countries(const Document& document, const std::vector<NameMention>& names, std::vector<Person>& persons);

/// Gives a country to those who share it with others: "on the Iranian side: A and B", "accompanied by X", lists,
/// families.
void spread_countries(const Document& document, const std::vector<NameMention>& names, std::vector<Person>& persons);

/// Takes holders of a state's offices whose country no words tell for those of the document's own country. Returns
/// their indexes.
std::vector<std::size_t> place_at_home(const Document& document, std::vector<Person>& persons);

/// Gives a country to participants who are still without: the one that offices spoken of later ("the Chinese
/// minister"), their names, their part in the events and the countries that the text speaks of make likely.
/// Deterministic; ties leave it open.
void guess_countries(const Document& document, const std::vector<NameMention>& names, std::vector<Person>& persons,
                     const std::vector<Occasion>& occasions, const std::vector<Reference>& references);

/// True if the person's only office is that of somebody's equal: "his counterpart", "her colleague".
[[nodiscard]] bool is_peer(const Person& person);

}  // namespace entente::extract
