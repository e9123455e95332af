#include "places.hpp"

#include <algorithm>
#include <optional>

namespace entente::extract {
namespace {

constexpr std::uint32_t longest_place = 9;

bool is_determiner(const Document& document, std::uint32_t i) {
  return document.is_any(i, Word("the"), Word("a"), Word("an"), Word("his"), Word("her"), Word("its"), Word("their"),
                         Word("our"), Word("this"), Word("that"), Word("another"), Word("one"));
}

bool is_possessive_mark(const Document& document, std::uint32_t i) {
  return document.is_any(i, Word("'s"), Word("'"), Word("’s"), Word("’"));
}

/// A month, weekday, number or mark: what no name of a place goes over.
bool ends_place(const Document& document, std::uint32_t i) {
  const auto& token = document.tokens[i];
  if (token.paragraph_before) return true;
  if (token.kind == TokenKind::punctuation) return !is_possessive_mark(document, i) && !document.is(i, "-");
  if (token.kind == TokenKind::number) return true;
  return document.has(i, Tag::weekday) || (document.has(i, Tag::month) && token.capital);
}

/// A word in small letters that no noun phrase goes over.
bool is_function_word(const Document& document, std::uint32_t i) {
  constexpr auto tags = bit(Tag::light) | bit(Tag::verb) | bit(Tag::action) | bit(Tag::speech) | bit(Tag::day_words) |
                        bit(Tag::outside_preposition) | bit(Tag::attending_after) | bit(Tag::motion);
  if (document.tokens[i].capital) return false;
  if (is_determiner(document, i) || document.has_any(i, tags)) return true;
  return document.is_any(i, Word("of"), Word("in"), Word("at"), Word("on"), Word("to"), Word("with"), Word("for"),
                         Word("by"), Word("and"), Word("or"), Word("but"), Word("when"), Word("where"), Word("which"),
                         Word("who"), Word("while"), Word("is"), Word("are"), Word("was"), Word("were"), Word("be"),
                         Word("been"), Word("between"), Word("during"), Word("near"), Word("outside"));
}

/// The end of the venue's noun that begins at `i` or behind up to four words in small letters, 0 for none.
std::uint32_t venue_ahead(const Document& document, std::uint32_t i, std::uint32_t end) {
  for (auto j = i; j < std::min(end, i + 5); ++j) {
    if (ends_place(document, j) || is_function_word(document, j)) return 0;
    // "in the multilateral arena"
    if (document.is(j, "arena") && j > i && !document.tokens[j - 1].capital) return 0;
    if (const auto* venue = document.find(j, Tag::venue)) return j + venue->length;
    if (const auto* address = document.find(j, Tag::address)) return j + address->length;
  }
  return 0;
}

bool begins_person(const Document& document, std::uint32_t i) {
  return document.tokens[i].capital && document.has_any(i, bit(Tag::honorific) | bit(Tag::rank));
}

/// A small word within a name: "Palais des Nations", "Foz do Iguacu".
bool joins_names(const Document& document, std::uint32_t i, std::uint32_t end) {
  if (i + 1 >= end || !document.tokens[i + 1].capital) return false;
  return document.has(i, Tag::particle) || document.is_any(i, Word("des"), Word("du"), Word("do"), Word("dos"),
                                                           Word("della"), Word("del"), Word("la"), Word("el"));
}

/// The end of the capitalised words at `i`.
std::uint32_t name_end(const Document& document, std::uint32_t i, std::uint32_t end) {
  while (i < end && !ends_place(document, i) && !begins_person(document, i) &&
         (document.tokens[i].capital || joins_names(document, i, end) || is_possessive_mark(document, i))) {
    ++i;
  }
  return i;
}

/// The end of "in Makati", "on Avlabari Street" at `i`, which tell where a venue without a name is, or `i`.
std::uint32_t address_end(const Document& document, std::uint32_t i, std::uint32_t end) {
  if (i + 1 >= end || !document.is_any(i, Word("in"), Word("on")) || !document.tokens[i + 1].capital) return i;
  const auto last = name_end(document, i + 1, end);
  if (last == i + 1 || document.has_any(i + 1, bit(Tag::country) | bit(Tag::adjective))) return i;
  return document.is(i, "in") || document.has(last - 1, Tag::venue) || document.is(last - 1, "street") ? last : i;
}

/// The end of "of the Southern Zone", "of the American ambassador" at `i`, or `i`.
std::uint32_t complement_end(const Document& document, std::uint32_t i, std::uint32_t end) {
  if (!document.is(i, "of") || i + 1 >= end) return i;
  auto last = i + 1;
  while (last < end && is_determiner(document, last)) ++last;
  const auto first = last;
  last = name_end(document, last, end);
  for (auto j = last; j < std::min(end, last + 3) && !ends_place(document, j) && !is_function_word(document, j); ++j) {
    if (document.has_any(j, bit(Tag::venue) | bit(Tag::thing) | bit(Tag::head))) return j + 1;
  }
  return last > first ? last : i;
}

/// True if the first words are a people, an organisation or a country and nothing else.
bool is_no_place(const Document& document, std::uint32_t begin, std::uint32_t end) {
  if (document.has(begin, Tag::address)) return false;
  for (const auto tag : {Tag::country, Tag::adjective, Tag::organisation, Tag::agency, Tag::phrase, Tag::given}) {
    const auto* match = document.find(begin, tag);
    if (match != nullptr && begin + match->length >= end) return true;
  }
  return document.has(begin, Tag::common) && end == begin + 1;
}

/// The city of the lexicon that begins at `i`, null for none.
const Match* known_city(const Document& document, std::uint32_t i) {
  if (!document.tokens[i].capital) return nullptr;
  const auto* city = document.find(i, Tag::city);
  return city != nullptr ? city : document.find(i, Tag::seat);
}

/// Where "10" ends in "10 Downing Street" and "10, Downing Street"; `i` where no house of that number follows.
std::uint32_t behind_house_number(const Document& document, std::uint32_t i, std::uint32_t end) {
  constexpr std::uint32_t longest = 3;
  if (i + 1 >= end || document.tokens[i].kind != TokenKind::number || document.length(i) > longest) return i;
  const auto street = i + (document.is(i + 1, ",") ? 2U : 1U);
  const bool named = street < end && document.tokens[street].capital &&
                     (known_city(document, street) != nullptr || venue_ahead(document, street, end) != 0);
  return named ? street : i;
}

/// "in US-China relations", "in Lind sanctions": the capitalised words only say of what kind the next noun is.
bool qualifies_noun(const Document& document, std::uint32_t first, std::uint32_t end) {
  if (end >= document.size()) return false;
  const auto& next = document.tokens[end];
  if (next.kind != TokenKind::word || next.capital || next.paragraph_before || is_function_word(document, end))
    return false;
  if (document.has_any(end, bit(Tag::noun) | bit(Tag::thing))) return true;
  const bool compound = end == first + 1 && document.raw(first).find('-') != std::string_view::npos;
  return compound && !document.ends_with(end, "ly") && !document.ends_with(end, "ed");
}

/// The noun phrase at `first` as a place.
std::optional<PlaceWords> read_place(const Document& document, std::uint32_t governor, std::uint32_t first,
                                     std::uint32_t end) {
  const bool determined = first < end && is_determiner(document, first);
  while (first < end && is_determiner(document, first)) ++first;
  const auto street = behind_house_number(document, first, end);
  const bool house = street > first;
  first = street;
  PlaceWords place{.governor = governor, .begin = first, .end = first};
  bool address = false;
  bool known = false;
  auto i = first;
  const auto limit = std::min(end, first + longest_place);
  while (i < limit && !ends_place(document, i)) {
    if (const auto* city = known_city(document, i)) {
      known = true;
      place.named = true;
      place.venue = place.venue || house || document.has(i, Tag::venue);
      i += city->length;
      place.end = i;
      continue;
    }
    if (const auto* venue = document.find(i, Tag::venue)) {
      place.venue = true;
      place.named = place.named || document.tokens[i].capital;
      i += venue->length;
      place.end = i;
      continue;
    }
    if (const auto* noun = document.find(i, Tag::address); noun != nullptr) {
      address = true;
      place.named = place.named || document.tokens[i].capital;
      i += noun->length;
      place.end = i;
      continue;
    }
    const auto& token = document.tokens[i];
    if (i > first && begins_person(document, i)) break;
    if ((known || address) && token.capital && venue_ahead(document, i, limit) == 0) break;
    if (token.capital || joins_names(document, i, limit)) {
      place.named = place.named || token.capital;
      place.end = ++i;
      continue;
    }
    if (is_possessive_mark(document, i) || document.is(i, "-")) {
      ++i;
      continue;
    }
    const auto ahead = venue_ahead(document, i, limit);
    if (ahead == 0 || known || (place.venue && place.named)) break;
    ++i;
  }
  const auto noun_end = place.end;
  if (noun_end == first) return std::nullopt;
  for (int times = 0; times < 2; ++times) place.end = complement_end(document, place.end, end);
  const bool complement = place.end > noun_end;
  if (!place.named && !complement) place.pointing = address && !place.venue;
  if (place.venue) {
    // "at the center of attention", "in office" are no venues.
    if (!place.named && !determined && noun_end == first + 1) return std::nullopt;
    if (complement && document.is_any(noun_end - 1, Word("center"), Word("centre"), Word("site"), Word("range")) &&
        !document.tokens[noun_end - 1].capital)
      return std::nullopt;
    if (!place.named && document.is(noun_end - 1, "room")) return std::nullopt;
    if (!place.named) place.end = address_end(document, place.end, end);
    if (!place.named && place.end == first + 1 && document.is_any(first - 1, Word("a"), Word("an")))
      return std::nullopt;
    place.city = false;
    return place;
  }
  if (place.pointing && document.is_any(noun_end, Word("that"), Word("which"), Word("where"), Word("whose")))
    return std::nullopt;
  if (place.pointing) return determined || document.is(first, "town") ? std::optional(place) : std::nullopt;
  if (known || (address && (place.named || complement))) {
    place.city = true;
    return place;
  }
  if (!place.named || address) return std::nullopt;
  if (is_no_place(document, first, noun_end)) return std::nullopt;
  const auto last = noun_end - 1;
  constexpr auto others = bit(Tag::thing) | bit(Tag::noun) | bit(Tag::head) | bit(Tag::plural_head);
  if (document.has_any(last, others)) return std::nullopt;
  const bool upper = document.tokens[first].upper && noun_end == first + 1;
  if (upper || complement || qualifies_noun(document, first, noun_end)) return std::nullopt;
  place.city = document.is_any(governor, Word("in"), Word("outside"), Word("near"));
  place.venue = document.is(governor, "at");
  return place.city || place.venue ? std::optional(place) : std::nullopt;
}

/// A word of coming or of a visit up to five words before `i`.
bool comes_there(const Document& document, std::uint32_t begin, std::uint32_t i) {
  constexpr auto tags = bit(Tag::motion) | bit(Tag::arrival) | bit(Tag::attending_before);
  // "welcomed X, the president of Y, to the palace"
  for (auto j = i > begin + 20 ? i - 20 : begin; j < i; ++j) {
    if (document.is_any(j, Word("welcomed"), Word("welcomes"), Word("welcoming"))) return true;
  }
  for (auto j = i > begin + 5 ? i - 5 : begin; j < i; ++j) {
    if (document.has_any(j, tags) || document.is_any(j, Word("visit"), Word("trip"), Word("journey"), Word("tour")))
      return true;
  }
  return false;
}

bool is_governor(const Document& document, std::uint32_t i) {
  return document.is_any(i, Word("in"), Word("at"), Word("to"), Word("into"), Word("inside"), Word("outside"),
                         Word("near"), Word("aboard")) ||
         is_verb_of_visit(document, i);
}

/// "during the Munich Security Conference", "on the sidelines of the Doha Forum": the city behind the article, null
/// where none gives its name to a gathering.
const Match* namesake_of_gathering(const Document& document, std::uint32_t i, std::uint32_t end) {
  if (!document.is_any(i, Word("during"), Word("of")) || !document.is(i + 1, "the") || i + 3 >= end) return nullptr;
  const auto* city = known_city(document, i + 2);
  if (city == nullptr) return nullptr;
  for (auto k = i + 2 + city->length; k < std::min(end, i + 7) && document.tokens[k].capital; ++k) {
    if (document.is_any(k, Word("conference"), Word("forum"), Word("dialogue"), Word("summit"), Word("airshow")))
      return city;
  }
  return nullptr;
}

/// True if "to" or "into" names where somebody goes and not what something is for.
bool is_target(const Document& document, const PlaceWords& place, std::uint32_t begin) {
  const bool known = place.city && document.has_any(place.begin, bit(Tag::city) | bit(Tag::seat));
  return known || comes_there(document, begin, place.governor);
}

}  // namespace

std::vector<PlaceWords> places_in(const Document& document, std::uint32_t begin, std::uint32_t end) {
  std::vector<PlaceWords> out;
  for (auto i = begin; i + 1 < end; ++i) {
    if (document.quoted[i] != 0 || document.outside[i] != 0) continue;
    if (const auto* city = namesake_of_gathering(document, i, end)) {
      out.push_back({.governor = i, .begin = i + 2, .end = i + 2 + city->length, .city = true, .named = true});
      continue;
    }
    if (!is_governor(document, i)) continue;
    auto place = read_place(document, i, i + 1, end);
    if (!place) continue;
    if (document.is_any(i, Word("to"), Word("into")) && !is_target(document, *place, begin)) continue;
    out.push_back(*place);
    i = place->end - 1;
  }
  return out;
}

std::string place_text(const Document& document, const PlaceWords& place) {
  if (place.pointing) return {};
  const auto last = place.end - 1;
  if (const auto* people = document.find(place.begin, Tag::adjective);
      people != nullptr && document.is(last, "capital") && place.begin + people->length == last) {
    constexpr std::uint32_t head = 2000;
    for (std::uint32_t i = 0; i < std::min(head, document.size()); ++i) {
      const auto* seat = document.find(i, Tag::seat);
      if (seat != nullptr && seat->entry.value == people->entry.value)
        return recased(document.text_of(i, i + seat->length));
    }
    return {};
  }
  // "the tomb of", "the residence of" somebody: what goes on with his name says nothing without it.
  auto end = place.end;
  while (end > place.begin + 1 && document.is_any(end - 1, Word("of"), Word("the"), Word("and"))) --end;
  // "the Ministry of Foreign Affairs of the Republic", "the National Palace of the Guatemalan"
  if (end > place.begin + 4 && document.is(end - 2, "the") && document.is(end - 3, "of") &&
      (document.is(end - 1, "republic") || document.has(end - 1, Tag::adjective)))
    end -= 3;
  return document.text_of(place.begin, end);
}

std::string recased(std::string name) {
  const auto separates = [](char c) { return c == ' ' || c == '-'; };
  const bool plain =
      std::all_of(name.begin(), name.end(), [&](char c) { return (c >= 'A' && c <= 'Z') || separates(c); });
  for (std::size_t i = 1; plain && i < name.size(); ++i) {
    if (!separates(name[i]) && !separates(name[i - 1])) name[i] = static_cast<char>(name[i] - 'A' + 'a');
  }
  return name;
}

std::string dateline_place(const Document& document, std::uint32_t begin, std::uint32_t end) {
  if (document.is(begin, "(")) {
    while (begin < end && !document.is(begin, ")")) ++begin;
  }
  while (begin < end && document.is_punctuation(begin)) ++begin;
  auto last = begin;
  while (last < std::min(end, begin + 4) && document.tokens[last].capital &&
         (last == begin || !ends_place(document, last))) {
    ++last;
    if (last < end && document.is(last, "-") && !document.tokens[last].space_before) ++last;
  }
  while (last > begin + 1 && document.has(last - 1, Tag::agency)) --last;  // "Hong Kong CNN –"
  if (last == begin || last == end || is_no_place(document, begin, last)) return {};
  // "Secretary Lind:", "Read More": who speaks, what is to be done
  constexpr auto others = bit(Tag::head) | bit(Tag::plural_head) | bit(Tag::honorific) | bit(Tag::common) |
                          bit(Tag::verb) | bit(Tag::speech);
  for (auto i = begin; i < last; ++i) {
    if (document.has_any(i, others) && !document.has_any(i, bit(Tag::city) | bit(Tag::seat) | bit(Tag::address)))
      return {};
  }
  if (document.has(last - 1, Tag::thing) && !document.has_any(last - 1, bit(Tag::address) | bit(Tag::venue))) return {};
  if (document.tokens[last].kind == TokenKind::word && !document.has(last, Tag::month)) return {};
  return document.text_of(begin, last);
}

}  // namespace entente::extract
