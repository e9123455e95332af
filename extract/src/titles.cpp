#include "titles.hpp"

#include <algorithm>
#include <array>

namespace entente::extract {
namespace {

constexpr std::uint32_t longest_title = 40;

bool is_possessive(const Document& document, std::uint32_t i) { return document.is(i, "'s") || document.is(i, "'"); }

bool is_dash(const Document& document, std::uint32_t i) {
  if (document.tokens[i].line_before) return false;  // a bullet
  return document.is(i, "-") || document.is(i, "–") || document.is(i, "—");
}

/// The begin of a phrase of `tag` that ends directly before `end`, the longest one; `end` where there is none.
std::uint32_t begin_of(const Document& document, std::uint32_t end, std::uint32_t limit, Tag tag) {
  if (!document.ends_before(end, tag)) return end;
  constexpr std::uint32_t longest = 8;
  auto best = end;
  for (std::uint32_t length = 1; length <= longest && limit + length <= end; ++length) {
    const auto begin = end - length;
    for (const auto& match : document.at(begin)) {
      if (match.entry.tag == tag && match.length == length) best = begin;
    }
  }
  return best;
}

/// "will host X", "to head X": a small word behind an auxiliary is a verb, and no office.
bool is_verb_here(const Document& document, std::uint32_t i, std::uint32_t limit) {
  if (document.tokens[i].capital || i == limit) return false;
  auto before = i - 1;
  if (before > limit && document.is_any(before, Word("also"), Word("then"), Word("later"))) --before;
  return document.is_any(before, Word("will"), Word("would"), Word("to"), Word("shall"), Word("should"), Word("may"),
                         Word("can"), Word("could"), Word("might"), Word("must"));
}

/// "Director of the Office of His Majesty X": whose office it is, and no style of X.
bool is_complement(const Document& document, std::uint32_t begin, std::uint32_t end, std::uint32_t limit) {
  return begin > limit + 1 && document.is_any(end - 1, Word("majesty"), Word("highness")) &&
         document.is_any(begin - 1, Word("of"), Word("to")) && document.tokens[begin - 2].capital;
}

bool has_head(const Document& document, std::uint32_t i) {
  return document.has(i, Tag::head) || document.has(i, Tag::plural_head);
}

/// Where the words before "(Political Affairs)" end: an office is followed by what part of it somebody has; `end` where
/// none stands there.
std::uint32_t before_branch(const Document& document, std::uint32_t end, std::uint32_t limit) {
  constexpr std::uint32_t longest = 5;
  if (end <= limit + 3 || !document.is(end - 1, ")")) return end;
  for (auto i = end - 2; i > limit && i + longest + 2 > end; --i) {
    if (document.is(i, "(")) return document.tokens[i - 1].capital && has_head(document, i - 1) ? i : end;
    if (!document.tokens[i].capital && !document.is_any(i, Word("and"), Word("&"), Word("of"))) break;
  }
  return end;
}

/// Where the words before "(COAS)" end: an office or body is followed by its abbreviation; `end` where none stands
/// there.
std::uint32_t before_abbreviation(const Document& document, std::uint32_t end, std::uint32_t limit) {
  constexpr std::uint32_t longest = 4;  // "the Cooperation Council of Turkic-Speaking States (Turkic Council)"
  if (end > limit + 3 && document.is(end - 1, ")")) {
    auto open = end - 1;
    while (open > limit + 1 && open + longest >= end - 1 && document.tokens[open - 1].capital) --open;
    if (open < end - 1 && document.is(open - 1, "(") && (document.tokens[open].upper || open + 1 < end - 1))
      return open - 1;
  }
  return before_branch(document, end, limit);
}

/// A word that may stand inside a title: of the lexicon, or capitalised.
bool belongs_inside(const Document& document, std::uint32_t i) {
  const auto& token = document.tokens[i];
  if (token.kind == TokenKind::number) return document.length(i) <= 4;
  if (token.kind == TokenKind::punctuation) return document.is(i, "&") || is_possessive(document, i);
  if (token.capital) return !document.has(i, Tag::weekday) && !(document.has(i, Tag::month) && !document.is(i, "may"));
  return document.has(i, Tag::modifier) || document.has(i, Tag::thing);
}

/// A word that may stand before the head of a title.
bool belongs_before_head(const Document& document, std::uint32_t i) {
  const auto& token = document.tokens[i];
  if (token.kind == TokenKind::punctuation) return is_possessive(document, i);
  if (document.has(i, Tag::head) && is_verb_here(document, i, 0)) return false;
  if (document.has(i, Tag::modifier) || document.has(i, Tag::adjective) || document.has(i, Tag::organisation) ||
      document.has(i, Tag::seat) || document.has(i, Tag::country)) {
    return true;
  }
  if (document.has(i, Tag::head)) return true;
  if (!token.capital) return false;
  return !document.has(i, Tag::weekday) && !document.has(i, Tag::month) && !document.has(i, Tag::common) &&
         !document.has(i, Tag::verb) && !document.has(i, Tag::given);
}

/// "Foreign", "Affairs": of the field of an office.
bool is_field_word(const Document& document, std::uint32_t i) {
  return document.tokens[i].capital && (document.has(i, Tag::modifier) || document.is(i, "affairs")) &&
         !has_head(document, i) && !document.has_any(i, bit(Tag::given) | bit(Tag::rank) | bit(Tag::common));
}

/// "received in Rabat French President X": the name of a place ends before a word of nationality.
bool follows_place(const Document& document, std::uint32_t begin) {
  if (!document.has(begin, Tag::adjective)) return false;
  constexpr auto of_office =
      bit(Tag::modifier) | bit(Tag::adjective) | bit(Tag::organisation) | bit(Tag::country) | bit(Tag::head);
  const auto before = begin - 1;
  if (document.tokens[before].kind != TokenKind::word || !document.tokens[before].capital) return false;
  return document.has_any(before, bit(Tag::city) | bit(Tag::seat)) || !document.has_any(before, of_office);
}

/// "received in Riyadh President X": the city before the office says where, unless it is an office of cities.
bool is_scene_of(const Document& document, std::uint32_t begin, std::uint32_t limit) {
  return begin > limit + 1 && document.has_any(begin - 1, bit(Tag::seat) | bit(Tag::city)) &&
         document.is_any(begin - 2, Word("in"), Word("at")) &&
         document.is_any(begin, Word("president"), Word("prime"), Word("minister"), Word("foreign"), Word("secretary"),
                         Word("chancellor"), Word("king"), Word("defence"), Word("defense"), Word("ambassador"));
}

/// True if the office of `title`, whose words begin at `begin` and end before `end`, is held abroad: what stands behind
/// "to" or "in" is where its holder was sent ("ambassador in Washington", "Head of the Mission to NATO").
bool is_sent(const Document& document, const Title& title, std::uint32_t begin, std::uint32_t end) {
  static constexpr std::string_view sent[] = {"ambassador",        "envoy",
                                              "representative",    "attaché",
                                              "attache",           "consul",
                                              "consul general",    "chargé d'affaires",
                                              "delegate",          "emissary",
                                              "commissioner",      "plenipotentiary",
                                              "defense attaché",   "military attaché",
                                              "charge d'affaires", "high commissioner",
                                              "chargé d’affaires", "diplomat"};
  for (const auto& head : title.heads) {
    if (std::find(std::begin(sent), std::end(sent), head) != std::end(sent)) return true;
  }
  for (auto i = begin; i < end; ++i) {
    if (document.is_any(i, Word("mission"), Word("representation"), Word("delegation"), Word("embassy"),
                        Word("consulate"))) {
      return true;
    }
  }
  return false;
}

/// "of the National Crisis Authority": the capitalised words since "the", of which `i` is the next one, name a body.
bool in_body(const Document& document, std::uint32_t i, std::uint32_t head) {
  auto begin = i;
  while (begin > head && document.tokens[begin - 1].capital && !country_at(document, begin - 1)) --begin;
  return begin > head + 2 && begin < i && document.is(begin - 1, "the") &&
         document.is_any(begin - 2, Word("of"), Word("for"), Word("at"));
}

/// "African Cooperation and Moroccan Expatriates": the last fields of an office of several.
bool fields_follow(const Document& document, std::uint32_t begin, std::uint32_t end) {
  for (auto i = begin + 1; i + 1 < end; ++i) {
    if (document.is_any(i, Word("and"), Word("&"))) return document.tokens[begin].capital;
  }
  return false;
}

/// Where the field begins that stands before the comma at `comma`: "Foreign Affairs" of "Minister of Foreign Affairs,
/// African Cooperation and Moroccan Expatriates", or one between commas; `comma` where none does.
std::uint32_t field_before(const Document& document, std::uint32_t comma, std::uint32_t limit) {
  auto begin = comma;
  while (begin > limit && document.tokens[begin - 1].capital && !document.has(begin - 1, Tag::given) &&
         !has_head(document, begin - 1))
    --begin;
  if (begin == comma || begin < limit + 2) return comma;
  const auto link = document.is(begin - 1, "the") ? begin - 1 : begin;
  const bool is_first =
      link > limit + 1 && document.is_any(link - 1, Word("of"), Word("for")) && has_head(document, link - 2);
  return is_first || (document.is(begin - 1, ",") && field_before(document, begin - 1, limit) < begin - 1) ? begin
                                                                                                           : comma;
}

/// "General (Retd.) X": where the bracket begins that ends at `end` and says so; `end` where none does.
std::uint32_t before_retired(const Document& document, std::uint32_t end, std::uint32_t limit) {
  const bool retired = end >= limit + 4 && document.is(end - 1, ")") && document.is(end - 3, "(") &&
                       document.is_any(end - 2, Word("retd"), Word("ret"), Word("rtd"), Word("retired"), Word("r"));
  return retired ? end - 3 : end;
}

/// "from the Slovak Republic" at tokens [from, end): "his counterpart from the Slovak Republic, X".
bool is_from_state(const Document& document, std::uint32_t from, std::uint32_t end) {
  if (!document.is(from, "from")) return false;
  const auto state = document.is(from + 1, "the") ? from + 2 : from + 1;
  const auto country = country_at(document, state);
  return country && !country->adjective && state + country->length == end;
}

/// True if the office at tokens [begin, end) is one of a government: no town is part of it, as of "ambassador in".
bool serves_at_home(const Document& document, std::uint32_t begin, std::uint32_t end) {
  bool home = false;
  for (auto i = begin; i < end; ++i) {
    if (document.is_any(i, Word("ambassador"), Word("envoy"), Word("representative"), Word("consul"), Word("embassy"),
                        Word("mission"), Word("delegation"), Word("bureau"), Word("office"), Word("first")))
      return false;
    home = home || document.is_any(i, Word("minister"), Word("president"), Word("secretary"), Word("chancellor"),
                                   Word("premier"), Word("pm"), Word("king"));
  }
  return home;
}

/// A capitalised word that titles are made of, in contrast to names.
bool known_in_titles(const Document& document, std::uint32_t i) {
  for (const auto& match : document.at(i)) {
    switch (match.entry.tag) {
      case Tag::modifier:
      case Tag::thing:
      case Tag::head:
      case Tag::plural_head:
      case Tag::link:
      case Tag::country:
      case Tag::adjective:
      case Tag::organisation:
      case Tag::seat:
      case Tag::city:
      case Tag::phrase:
      case Tag::common:
        return true;
      default:
        break;
    }
  }
  return false;
}

/// Where ", Health and Social Affairs" ends that stands behind "Minister of Labour" at `comma`; `comma` where none
/// does.
std::uint32_t further_fields_end(const Document& document, std::uint32_t comma, std::uint32_t limit) {
  auto end = comma + 1;
  std::uint32_t words = 0;
  bool joined = false;
  for (; end < limit; ++end) {
    if (document.is_any(end, Word(","), Word("and"), Word("&"))) {
      if (document.is(end, ",") && (joined || end + 1 >= limit || !document.tokens[end + 1].capital)) break;
      joined = joined || !document.is(end, ",");
      continue;
    }
    if (!is_field_word(document, end) && !document.has(end, Tag::thing)) break;
    if (!document.tokens[end].capital || document.has_any(end, bit(Tag::given) | bit(Tag::head))) break;
    ++words;
  }
  const bool ends = end >= limit || !document.tokens[end].capital;
  return joined && words > 1 && ends && document.tokens[end - 1].capital &&
                 field_before(document, comma, comma > longest_title ? comma - longest_title : 0) < comma
             ? end
             : comma;
}

/// "the Foreign Intelligence Service X Y": two words or more behind a body that no title is made of.
bool begins_name(const Document& document, std::uint32_t i, std::uint32_t limit) {
  if (i == 0 || !document.tokens[i].capital || known_in_titles(document, i) || !document.tokens[i - 1].capital)
    return false;
  if (!document.has(i - 1, Tag::thing) && !document.ends_before(i, Tag::country) &&
      !document.ends_before(i, Tag::organisation))
    return false;
  auto end = i;
  while (end < limit && document.tokens[end].kind == TokenKind::word && document.tokens[end].capital) {
    if (known_in_titles(document, end)) return false;
    ++end;
  }
  return end >= i + 2;
}

}  // namespace

const Match& longest_country(const Document& document, std::uint32_t token) {
  const Match* best = nullptr;
  for (const auto& match : document.at(token)) {
    const auto tag = match.entry.tag;
    const bool country = tag == Tag::country || tag == Tag::organisation || tag == Tag::seat || tag == Tag::adjective;
    if (!country ||
        (best != nullptr && match.length <= best->length && !(tag == Tag::country && match.length == best->length)))
      continue;
    best = &match;
  }
  return *best;
}

void read_office(const Document& document, std::uint32_t begin, std::uint32_t end, Title& title) {
  // What leads to the office: articles, "his", the country it is an office of.
  std::string front;
  while (begin < end) {
    if (document.is(begin, "the") || document.is(begin, "a") || document.is(begin, "an") ||
        is_possessive(document, begin) || document.is(begin, "of") || document.is(begin, "and") ||
        document.is(begin, "for") || document.is(begin, "to") || document.is(begin, "in") || document.is(begin, "at") ||
        document.is(begin, "on") || document.is(begin, "&") || is_dash(document, begin) ||
        (document.is(begin, "new") && !country_at(document, begin)) || document.is(begin, "visiting") ||
        document.is(begin, "country's")) {
      ++begin;
    } else if (document.is(begin, "his") || document.is(begin, "her") || document.is(begin, "their") ||
               document.is(begin, "its")) {
      title.possessive = true;
      ++begin;
    } else if (const auto country = country_at(document, begin);
               country && begin + country->length < end && !document.has(begin, Tag::head)) {
      if (front.empty()) front = country->code;
      // A house that is part of the office's name stays in it: "Pentagon Press Secretary", "NATO Secretary General".
      begin += country->length;
    } else {
      break;
    }
  }
  std::string inside;
  std::uint32_t complement = end;
  bool foreign = false;
  bool complements = false;  // "Adviser to the President": whose office the first head belongs to
  for (auto i = begin; i < end; ++i) {
    if (document.is_any(i, Word("to"), Word("in"), Word("at")) && is_sent(document, title, begin, i)) foreign = true;
    if (document.is(i, "of")) foreign = false;
    if (document.is_any(i, Word("of"), Word("to"), Word("for"))) complements = !title.heads.empty();
    if (document.is_any(i, Word("and"), Word(","), Word("&")) || is_dash(document, i)) complements = false;
    // "the president's adviser", but not "director of the minister's office"
    if (is_possessive(document, i) && !complements) {
      for (auto k = i + 1; k < end; ++k) {
        if (has_head(document, k)) title.heads.clear();
      }
    }
    if (const auto country = country_at(document, i)) {
      // "Foreign Minister and OSCE Chairman-in-Office": a second office of an organisation is held for the state.
      const bool second =
          document.has(i, Tag::organisation) && !title.heads.empty() && i > 0 && document.is(i - 1, "and");
      const bool own = (!foreign && !second) || title.heads.empty() || document.is(i + country->length, "'s");
      if (own && (inside.empty() || !country->adjective)) inside = country->code;
      i += country->length - 1;
      continue;
    }
    if (const auto* body = document.find(i, Tag::phrase);
        body != nullptr && body->length > 1 && i + body->length <= end) {
      i += body->length - 1;
      continue;
    }
    const auto* head = document.find(i, Tag::head);
    const auto* plural = document.find(i, Tag::plural_head);
    if (plural != nullptr && (head == nullptr || plural->length >= head->length)) {
      if (!complements) {
        title.heads.push_back(document.lexicon->head(plural->entry.value));
        title.plural = title.plural || title.heads.size() == 1;
      }
      i += plural->length - 1;
    } else if (head != nullptr && i + head->length <= end) {
      if (!complements) title.heads.push_back(document.lexicon->head(head->entry.value));
      i += head->length - 1;
    }
  }
  if (title.country.empty()) title.country = front.empty() ? inside : front;
  // "… of the Republic of X" at the end says whose office it is and is no part of its name.
  for (auto i = begin + 1; i < end; ++i) {
    if (!document.is_any(i, Word("of"), Word("from"))) continue;
    auto j = i + 1;
    if (document.is(j, "the")) ++j;
    // "Ambassador of the Republic of Guinea"
    if (document.is(j + 1, "of") && j + 2 < end &&
        document.is_any(j, Word("republic"), Word("kingdom"), Word("state"), Word("sultanate"), Word("commonwealth")) &&
        !country_at(document, j))
      j += 2;
    if (const auto country = country_at(document, j); country && !country->adjective && j + country->length == end) {
      complement = i;
      break;
    }
  }
  if (begin < complement) title.office = document.text_of(begin, complement);
}

Title title_before(const Document& document, std::uint32_t token, std::uint32_t limit) {
  Title title;
  title.begin = title.end = token;
  if (token > limit + longest_title) limit = token - longest_title;
  auto i = token;
  if (i > limit + 2 && document.is(i - 1, "interim") && document.is(i - 2, "ad")) i -= 2;
  // Honorifics and ranks, in any order: "Maj. Gen. Dr.", "the Rt Hon", "Gen. (ret.)".
  bool moved = true;
  auto noble_begin = token;
  auto noble_end = token;
  while (moved && i > limit) {
    moved = false;
    const auto head_here = begin_of(document, i, limit, Tag::head);
    if (const auto noble = begin_of(document, i, limit, Tag::noble);
        noble < i && head_here == noble && document.tokens[noble].capital && noble_begin == noble_end) {
      // "the Minister of Defence, Prince X": born or styled so, and what he is stands before.
      noble_begin = noble;
      noble_end = i;
      title.adjacent = true;
      i = noble;
      moved = true;
      continue;
    }
    const auto served = before_retired(document, i, limit);
    const auto head_served = served < i ? begin_of(document, served, limit, Tag::head) : head_here;
    if (const auto begin = begin_of(document, served, limit, Tag::rank); begin < served && head_served >= begin) {
      title.adjacent = true;
      if (title.rank.empty()) title.rank = document.text_of(begin, i);
      i = begin;
      moved = true;
    } else if (const auto respect = begin_of(document, i, limit, Tag::honorific);
               respect < i && head_here >= respect && !is_complement(document, respect, i, limit)) {
      title.honorific = true;
      title.adjacent = true;
      i = respect;
      moved = true;
    } else if (i > limit + 1 && document.is(i - 1, "the") && title.honorific) {
      --i;
      moved = true;
    }
  }
  title.begin = i;
  auto end = i;
  end = before_abbreviation(document, end, limit);
  bool comma = false;
  if (end > limit &&
      (document.is(end - 1, ",") || (is_dash(document, end - 1) && document.tokens[end - 1].space_before)) &&
      !document.is(end - 1, "—")) {
    end = before_abbreviation(document, end - 1, limit);
    comma = true;
  }
  // "the Leaders' Retreat": what belongs to an office is no name.
  if (end > limit && is_possessive(document, end - 1)) comma = false;
  const bool possessor = end > limit && is_possessive(document, end - 1);
  title.comma = comma;
  // Right to left: complement, head, what stands before the head; and on where "of", "to" or "and" hang the office on
  // another head.
  auto begin = end;
  bool head = false;
  auto office_begin = end;
  while (begin > limit && !possessor) {
    const auto previous = begin - 1;
    auto head_begin = begin_of(document, begin, limit, Tag::head);
    if (const auto plural = begin_of(document, begin, limit, Tag::plural_head); plural < head_begin)
      head_begin = plural;
    // "the speaker of the House of Representatives, X": a body whose name has a head in it.
    if (const auto body = begin_of(document, begin, limit, Tag::phrase); !head && body < head_begin) {
      begin = body;
      continue;
    }
    if (head_begin < begin) {
      if (document.is(head_begin, "general") && head_begin + 1 == begin) head_begin = begin;  // a rank
      // "to host United States Secretary of Defense X"
      if ((head || (begin == end && !comma)) && is_verb_here(document, head_begin, limit)) break;
    }
    if (head_begin < begin) {
      if (!head && begin == end && !comma) title.adjacent = true;
      head = true;
      begin = head_begin;
      // Before the head.
      while (begin > limit) {
        // "Foreign and European Affairs Minister"
        if (begin > limit + 1 && document.is(begin - 1, "and") && document.tokens[begin].capital &&
            is_field_word(document, begin - 2)) {
          begin -= 2;
          continue;
        }
        // "United Nations Secretary-General"
        const auto body = std::min(begin_of(document, begin, limit, Tag::organisation),
                                   begin_of(document, begin, limit, Tag::country));
        if (body == begin && !belongs_before_head(document, begin - 1)) break;
        // "received in Riyadh US Ambassador X": the city says where.
        constexpr auto states = bit(Tag::country) | bit(Tag::adjective) | bit(Tag::organisation);
        if (begin > limit + 1 && document.has(begin - 1, Tag::seat) && document.has_any(begin, states) &&
            document.is_any(begin - 2, Word("in"), Word("at"), Word("from"), Word("to")))
          break;
        if (body == begin && (follows_place(document, begin) || is_scene_of(document, begin, limit))) break;
        begin = std::min(body, begin - 1);
      }
      office_begin = begin;
      auto link = begin;
      if (link > limit &&
          (document.is(link - 1, "the") || document.is(link - 1, "its") || document.is(link - 1, "his") ||
           document.is(link - 1, "her") || document.is(link - 1, "their") || document.is(link - 1, "a"))) {
        --link;
        office_begin = link;
      }
      if (link > limit && (document.is(link - 1, "of") || document.is(link - 1, "to") || document.is(link - 1, "for") ||
                           document.is(link - 1, "at") || is_dash(document, link - 1) || document.is(link - 1, "and") ||
                           document.is(link - 1, "&"))) {
        const bool joint = document.is(link - 1, "and") || document.is(link - 1, "&");
        auto outer = begin_of(document, link - 1, limit, Tag::head);
        // "the special envoy of President X": X's office begins behind "of".
        const bool served =
            link == begin && !joint && outer < link - 1 &&
            document.is_any(link, Word("president"), Word("king"), Word("queen"), Word("emir")) &&
            document.is_any(link - 2, Word("envoy"), Word("adviser"), Word("advisor"), Word("aide"), Word("spokesman"),
                            Word("spokesperson"), Word("spokeswoman"), Word("cabinet"), Word("emissary"),
                            Word("assistant"), Word("wife"), Word("husband"));
        if (served) break;
        if (outer < link - 1 && (!joint || !document.is(link, "the"))) {
          begin = link - 1;
          continue;
        }
        const bool noun_before = link >= limit + 2 && document.is(link - 1, "of") &&
                                 document.has(link - 2, Tag::thing) && !document.has(link - 2, Tag::noun);
        if (is_dash(document, link - 1) || joint || noun_before) {
          // "First Deputy Minister of Defense – Chief of …", "Minister of Defence and Chief of …": a head further left.
          auto far = link - 1;
          std::uint32_t steps = 0;
          while (far > limit && steps < 10 &&
                 (belongs_inside(document, far - 1) || document.has(far - 1, Tag::link) ||
                  (noun_before && has_head(document, far - 1))) &&
                 !document.is(far - 1, "and")) {
            --far;
            ++steps;
            if (has_head(document, far) && !document.is(far, "general")) break;
          }
          const bool found = far < link - 1 && has_head(document, far);
          if (found && (!joint || !document.is(link, "the")) &&
              (noun_before || is_dash(document, link - 1) || document.has(far, Tag::head))) {
            begin = link - 1;
            continue;
          }
        }
      }
      break;
    }
    if (!head && begin < end && document.is(previous, ",") && fields_follow(document, begin, end)) {
      if (const auto field = field_before(document, previous, limit); field < previous) {
        begin = field;
        continue;
      }
    }
    if (!head && is_from_state(document, previous, end) && begin_of(document, previous, limit, Tag::head) < previous) {
      begin = previous;
      continue;
    }
    const bool led_by_link =
        begin == end && !comma && document.has(previous, Tag::link) && !document.tokens[previous].capital;
    if (!led_by_link && (belongs_inside(document, previous) || document.has(previous, Tag::link))) {
      // In front of a name that follows at once, the complement must be capitalised or known.
      if (document.has(previous, Tag::verb) && !document.tokens[previous].capital) break;
      begin = previous;
      continue;
    }
    break;
  }
  if (head) {
    if (comma && title.rank.empty() && !title.honorific && office_begin + 1 == end &&
        !document.tokens[office_begin].capital) {
      return title;
    }
    Title office;
    read_office(document, office_begin, end, office);
    if (!office.heads.empty()) {
      title.begin = begin_of(document, office_begin, limit, Tag::honorific);
      if (title.begin == office_begin && office_begin > limit && document.is(office_begin - 1, ",")) {
        // "His Highness, the Crown Prince X"
        const auto style = begin_of(document, office_begin - 1, limit, Tag::honorific);
        if (style + 1 < office_begin) title.begin = style;
      }
      title.office = office.office;
      title.country = office.country;
      title.heads = office.heads;
      title.plural = office.plural;
      title.possessive = office.possessive;
    }
  } else if (noble_begin < noble_end) {
    // The king of a country: "Jordan's King Abdullah", "the Amir Sheikh X".
    auto from = noble_begin;
    while (from > limit && belongs_before_head(document, from - 1)) --from;
    if (from > limit && document.is(from - 1, "the")) --from;
    Title office;
    read_office(document, from, noble_end, office);
    title.begin = from;
    title.comma = false;  // it stands before the style
    title.office = office.office;
    title.country = office.country;
    title.heads = office.heads;
    return title;
  } else if (!comma) {
    // "Azerbaijan's Hasanov", "US Gen. X", "China's Dong Jun"
    auto j = title.begin;
    if (j > limit && is_possessive(document, j - 1)) --j;
    for (std::uint32_t length = 1; length <= 4 && limit + length <= j; ++length) {
      const auto country = country_at(document, j - length);
      const bool bare =
          j == title.begin && !document.has(j - length, Tag::adjective) && !document.has(j - length, Tag::organisation);
      if (country && country->length == length && !bare) {
        title.country = country->code;
        title.begin = j - length;
      }
    }
  }
  return title;
}

Title title_after(const Document& document, std::uint32_t token, std::uint32_t limit) {
  Title title;
  title.begin = title.end = token;
  auto i = token;
  limit = std::min(limit, token + longest_title);
  // The first head must come before anything that is no part of a title.
  auto head = limit;
  for (auto j = i; j < std::min(limit, i + 12); ++j) {
    const auto* match = document.find(j, Tag::head);
    if (match != nullptr) {
      head = j;
      break;
    }
    const bool article = document.is(j, "the") || document.is(j, "a") || document.is(j, "an") ||
                         document.is(j, "its") || document.is(j, "his") || document.is(j, "her") ||
                         document.is(j, "their") || document.is(j, "formerly") || document.is(j, "then");
    if (!article && !belongs_before_head(document, j)) return title;
    if (document.has(j, Tag::rank) && !document.has(j, Tag::modifier)) return title;
  }
  if (head == limit) return title;
  auto end = head;
  while (end < limit) {
    const auto& token_here = document.tokens[end];
    if (const auto* match = document.find(end, Tag::head)) {
      end += match->length;
      continue;
    }
    // "of the International Atomic Energy Agency"
    if (const auto country = country_at(document, end);
        country && country->length > 1 && end + country->length <= limit) {
      end += country->length;
      continue;
    }
    if (document.is(end, ",")) {
      if (const auto fields = further_fields_end(document, end, limit); fields > end) {
        end = fields;
        continue;
      }
    }
    if (begins_name(document, end, limit)) break;
    if (token_here.kind == TokenKind::punctuation && !is_possessive(document, end) && !document.is(end, "&")) {
      // "for China, Taiwan, and Mongolia" is rare; " – Chief of Staff" is not.
      if (is_dash(document, end) && document.tokens[end].space_before && end + 1 < limit &&
          has_head(document, end + 1)) {
        ++end;
        continue;
      }
      break;
    }
    if (token_here.capital && !known_in_titles(document, end) && !document.has(end - 1, Tag::link) &&
        !(document.tokens[end - 1].capital && !known_in_titles(document, end - 1)) &&
        !(in_body(document, end, head) && !document.has(end, Tag::given))) {
      break;  // a name: the title is that of the next person
    }
    if (token_here.capital && (document.has(end, Tag::given) || token_here.initial) &&
        !document.has(end - 1, Tag::link) && !known_in_titles(document, end)) {
      break;
    }
    if (document.has(end, Tag::rank) && !document.has(end, Tag::modifier) && token_here.capital) break;
    if (belongs_inside(document, end) || document.has(end, Tag::link)) {
      if (document.is(end, "and") && end + 1 < limit) {
        auto after = end + 1;
        while (after < limit &&
               (document.is(after, "formerly") || document.is(after, "the") || document.is(after, "also")))
          ++after;
        const bool goes_on =
            after < limit && (document.has(after, Tag::head) || document.has(after, Tag::modifier) ||
                              document.has(after, Tag::thing) || country_at(document, after).has_value());
        const bool name = after + 1 < limit && document.tokens[after].capital && document.has(after, Tag::given);
        if (!goes_on || name) break;
      }
      if ((document.is(end, "in") || document.is(end, "on") || document.is(end, "at")) && end + 1 < limit &&
          (document.has(end + 1, Tag::weekday) || document.has(end + 1, Tag::month) ||
           document.tokens[end + 1].kind == TokenKind::number)) {
        break;
      }
      // "met with X, US Secretary of Defense in Brussels", "Chief of Materiel on areas of cooperation"
      if (document.is(end, "in") && end + 1 < limit && document.tokens[end + 1].capital &&
          !document.has(end + 1, Tag::country) && serves_at_home(document, token, end))
        break;
      if (document.is(end, "on") && document.is_any(end + 1, Word("areas"), Word("issues"), Word("matters"),
                                                    Word("topics"), Word("questions"), Word("ways")))
        break;
      // "Minister of Defence for about 80 minutes"
      if (document.is(end, "for") && end + 1 < limit &&
          (document.tokens[end + 1].kind == TokenKind::number ||
           document.is_any(end + 1, Word("about"), Word("around"), Word("over"), Word("nearly"), Word("almost"),
                           Word("more"), Word("some"), Word("a"), Word("an"), Word("talks"), Word("bilateral"))))
        break;
      if (document.has(end, Tag::attending_before) || document.has(end, Tag::verb)) {
        if (!document.tokens[end].capital) break;
      }
      ++end;
      continue;
    }
    // Small words go on where a link has led to them: "of the parliamentary commission".
    const bool led = end > token && (document.has(end - 1, Tag::link) || document.has(end - 1, Tag::modifier));
    const bool verb = document.has(end, Tag::verb) || document.has(end, Tag::light) || document.has(end, Tag::speech) ||
                      document.is(end, "is") || document.is(end, "was") || document.is(end, "were") ||
                      document.is(end, "are") || document.is(end, "who") || document.is(end, "that") ||
                      document.is(end, "which") || document.is(end, "to");
    if (!led || verb) break;
    ++end;
  }
  while (end > head + 1 && document.has(end - 1, Tag::link) && !document.has(end - 1, Tag::head)) --end;
  read_office(document, i, end, title);
  if (title.heads.empty()) {
    Title none;
    none.begin = none.end = token;
    return none;
  }
  title.end = end;
  return title;
}

}  // namespace entente::extract
