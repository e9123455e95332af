#pragma once

#include "names.hpp"

#include <string>
#include <vector>

namespace entente::extract {

/// A city or venue as worded, tokens [begin, end), and the word that makes it one ("in", "at", "visited").
struct PlaceWords {
  std::uint32_t governor = 0;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool venue = false;     ///< a house, ground or room
  bool city = false;      ///< a town, also one that no lexicon knows
  bool named = false;     ///< has a word with a capital
  bool pointing = false;  ///< "the capital", "the city": the one that the text is about
};

/// A verb whose object is a place that somebody comes to: "visited", "toured".
[[nodiscard]] inline bool is_verb_of_visit(const Document& document, std::uint32_t i) {
  return document.is_any(i, Word("visited"), Word("visiting"), Word("visits"), Word("reached"), Word("toured"),
                         Word("inspected"));
}

/// The cities and venues that tokens [begin, end) name, outside quotations, in order. A country alone, a people and an
/// organisation are none.
[[nodiscard]] std::vector<PlaceWords> places_in(const Document& document, std::uint32_t begin, std::uint32_t end);

/// The place as the document writes it; "the French capital" becomes the city of France that the document names, if
/// any. Empty for what only points to the city that the text is about.
[[nodiscard]] std::string place_text(const Document& document, const PlaceWords& place);

/// "BAKU" as "Baku"; a name with a full stop or letters beyond ASCII stays as it is.
[[nodiscard]] std::string recased(std::string name);

/// The city of a dateline, tokens [begin, end): its first words, if they are no country, agency or date.
[[nodiscard]] std::string dateline_place(const Document& document, std::uint32_t begin, std::uint32_t end);

}  // namespace entente::extract
