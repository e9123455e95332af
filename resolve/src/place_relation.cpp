// Without a gazetteer only the words tell whether a place is a town or a building: "Presidential Palace" may stand in
// Ankara, Baku does not.
#include "place_relation.hpp"

#include <entente/core/unicode.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>

namespace entente {

namespace {

constexpr std::array<std::string_view, 7> empty_words{"and", "at", "city", "in", "of", "on", "the"};

constexpr std::array<std::string_view, 77> venue_words{
    "academy",   "administration", "administrative", "airfield",   "airport", "arena",    "barracks",     "base",
    "border",    "bridge",         "building",       "camp",       "capitol", "castle",   "cathedral",    "cemetery",
    "center",    "centre",         "chancellery",    "church",     "club",    "command",  "complex",      "compound",
    "consulate", "court",          "cruiser",        "department", "embassy", "estate",   "facility",     "forum",
    "fort",      "garden",         "gate",           "guesthouse", "hall",    "harbour",  "headquarters", "hotel",
    "house",     "institute",      "kremlin",        "library",    "mansion", "memorial", "military",     "ministries",
    "ministry",  "monument",       "mosque",         "museum",     "office",  "palace",   "park",         "parliament",
    "pentagon",  "port",           "range",          "residence",  "resort",  "room",     "school",       "secretariat",
    "senate",    "ship",           "site",           "square",     "stadium", "staff",    "station",      "street",
    "temple",    "theater",        "theatre",        "university", "villa"};

bool starts_small(std::string_view place) { return !place.empty() && 'a' <= place.front() && place.front() <= 'z'; }

bool is_venue_word(std::string_view word) { return std::ranges::find(venue_words, word) != venue_words.end(); }

// Port Louis, Port Said, Port-au-Prince: a harbour is the port *of* a town.
bool is_called_port(std::string_view folded) {
  constexpr std::string_view port = "port ";
  if (!folded.starts_with(port)) return false;
  const std::string_view rest = folded.substr(port.size());
  const std::string_view next = rest.substr(0, rest.find(' '));
  return rest == "of spain" || (std::ranges::find(empty_words, next) == empty_words.end() && !is_venue_word(next));
}

// What tells one ministry from another.
bool has_a_name(const ToldPlace& place) { return !std::ranges::all_of(place.words, is_venue_word); }

}  // namespace

ToldPlace read_place(std::string_view place) {
  ToldPlace told;
  const std::string folded = fold(place);
  const bool called_port = !starts_small(place) && is_called_port(folded);
  for (std::size_t begin = 0; begin < folded.size();) {
    const std::size_t end = std::min(folded.find(' ', begin), folded.size());
    const std::string_view word = std::string_view(folded).substr(begin, end - begin);
    if (word.size() > 1 && std::ranges::find(empty_words, word) == empty_words.end()) told.words.emplace_back(word);
    told.venue = told.venue || (is_venue_word(word) && !(called_port && word == "port"));
    begin = end + 1;
  }
  told.venue = told.venue || starts_small(place);
  std::ranges::sort(told.words);
  const auto repeated = std::ranges::unique(told.words);
  told.words.erase(repeated.begin(), repeated.end());
  return told;
}

PlaceRelation relate(const ToldPlace& a, const ToldPlace& b) {
  if (a.words.empty() || b.words.empty()) return PlaceRelation::untold;
  std::vector<std::string> shared;
  std::ranges::set_intersection(a.words, b.words, std::back_inserter(shared));
  if (shared.size() == std::min(a.words.size(), b.words.size())) {
    return a.venue && b.venue ? PlaceRelation::same_venue : PlaceRelation::same_town;
  }
  const bool names_shared = !std::ranges::all_of(shared, is_venue_word);
  if (!shared.empty() && (names_shared || !has_a_name(a) || !has_a_name(b))) return PlaceRelation::similar;
  if (a.venue != b.venue) return PlaceRelation::venue_and_town;
  return a.venue ? PlaceRelation::other_venue : PlaceRelation::other_town;
}

}  // namespace entente
