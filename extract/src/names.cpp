#include "names.hpp"

#include "name_words.hpp"
#include "shared_titles.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <string_view>

namespace entente::extract {
namespace {

/// ", Jr.", "III" belong to the name; "MP" does not but is stepped over.
std::uint32_t with_suffix(const Document& document, std::uint32_t end, std::uint32_t sentence_end, bool& in_name) {
  in_name = false;
  auto i = end;
  if (i < sentence_end && document.is(i, ",") && i + 1 < sentence_end && document.has(i + 1, Tag::suffix)) ++i;
  if (i < sentence_end && document.has(i, Tag::suffix)) {
    in_name =
        document.is_any(i, Word("jr"), Word("sr")) || document.spelling(i).find_first_not_of("iv") == std::string::npos;
    return i + 1;
  }
  return end;
}

bool after_thing(const Document& document, std::uint32_t i) {
  if (i == 0) return false;
  if (document.is_punctuation(i - 1)) return false;
  // "the command ship Blue Ridge"
  if (document.is_any(i - 1, Word("ship"), Word("frigate"), Word("destroyer"), Word("carrier"), Word("cruiser"),
                      Word("submarine"), Word("corvette"), Word("vessel"), Word("warship"), Word("yacht"),
                      Word("battleship"), Word("flagship")))
    return true;
  return document.tokens[i - 1].capital && document.has(i - 1, Tag::thing);
}

/// "Inter-Services Intelligence (ISI)": the letters in brackets are those that its words begin with.
bool is_abbreviated_body(const Document& document, std::uint32_t begin, std::uint32_t end, const Title& title) {
  if (end + 2 >= document.size() || !document.is(end, "(") || !document.is(end + 2, ")")) return false;
  if (!document.tokens[end + 1].upper || is_given(document, begin) || title.adjacent) return false;
  std::string letters;
  for (auto i = begin; i < end; ++i) {
    bool first = true;
    for (const char c : document.raw(i)) {
      if (first && c >= 'A' && c <= 'Z') letters.push_back(c);
      first = c == '-';
    }
  }
  return letters == document.raw(end + 1);
}

/// "X House, where the talks were held": a place.
bool is_scene(const Document& document, std::uint32_t end, std::uint32_t sentence_end) {
  return end + 1 < sentence_end && document.is(end, ",") && document.is(end + 1, "where");
}

/// A capitalised noun of a thing behind the name makes it a namesake: "Heydar Aliyev Center".
bool before_thing(const Document& document, std::uint32_t end, std::uint32_t sentence_end) {
  // "King Abdullah II Special Operations Training Center"
  for (auto i = end; i < std::min(sentence_end, end + 5) && document.tokens[i].capital; ++i) {
    if (document.is_any(i, Word("center"), Word("centre"), Word("airport"), Word("university"), Word("hospital"),
                        Word("foundation"), Word("institute"), Word("academy")))
      return true;
  }
  for (auto i = end; i < std::min(sentence_end, end + 2); ++i) {
    if (document.is_any(i, Word("airport"), Word("stadium"), Word("airfield"), Word("avenue"), Word("boulevard")))
      return true;
    if (!is_capital_word(document, i)) return false;
    if (document.has(i, Tag::thing) && !document.has(i, Tag::common)) return true;
    if (document.has(i, Tag::thing) && !document.has(i, Tag::head)) return true;
    if (!document.has(i, Tag::adjective) && !document.is(i, "international")) return false;
  }
  return false;
}

bool in_place(const Document& document, std::uint32_t i) {
  if (i == 0) return false;
  const auto before = document.word(i - 1);
  return before == "in" || before == "at" || before == "near" || before == "into" || before == "outside" ||
         before == "the" || before == "through" || before == "across" || before == "inside";
}

bool all_upper(const Document& document, std::uint32_t begin, std::uint32_t end) {
  for (auto i = begin; i < end; ++i) {
    if (!document.tokens[i].upper) return false;
  }
  return true;
}

bool followed_by_person_words(const Document& document, std::uint32_t end, std::uint32_t sentence_end) {
  if (end >= sentence_end) return false;
  return document.has(end, Tag::speech) || document.has(end, Tag::verb) || document.is(end, "who") ||
         (document.is(end, ",") && end + 1 < sentence_end && document.is(end + 1, "who"));
}

/// "Minister of Information and Broadcasting Marriyum Aurangzeb": a word of the office that no lexicon has.
bool continues_office(const Document& document, std::uint32_t i, std::uint32_t sentence_end) {
  // "Minister of Unification X Y", "Special Envoy for Drought Response X Y"
  for (const auto k : {i, i + 1}) {
    if (k + 2 < sentence_end && is_abstract(document, k) && is_capital_word(document, k + 1) &&
        is_capital_word(document, k + 2))
      return true;
  }
  static constexpr std::string_view endings[] = {"ing", "ion", "ions", "ment", "ity",  "ies", "ics", "nce", "ship",
                                                 "ry",  "ure", "age",  "ism",  "ings", "al",  "ces", "irs", "ers"};
  const bool noun = std::any_of(std::begin(endings), std::end(endings),
                                [&](std::string_view ending) { return document.ends_with(i, ending); });
  // "Minister of Energy and Mines X Y"
  const bool linked =
      i > 1 && document.is_any(i - 1, Word("and"), Word("of"), Word("for"), Word("&")) && document.ends_with(i, "s");
  if ((!noun && !linked) || is_given(document, i) || document.tokens[i].initial || i + 2 >= sentence_end) return false;
  return is_capital_word(document, i + 1) && is_given(document, i + 1) && is_capital_word(document, i + 2) &&
         !blocks_name(document, i + 2) && !document.has(i, Tag::particle);
}

/// "Minister of Foreign Affairs of": an office with what it is for ends before `of`.
bool ends_office(const Document& document, std::uint32_t of) {
  constexpr std::uint32_t longest = 8;
  for (auto i = of; i > 0 && i + longest > of; --i) {
    if (document.ends_before(i, Tag::head)) return true;
    if (!document.tokens[i - 1].capital && !document.has(i - 1, Tag::link)) return false;
  }
  return false;
}

/// "General X, NI (M), Chief of …": where the letters of decorations behind a name end.
std::uint32_t behind_decorations(const Document& document, std::uint32_t i, std::uint32_t limit) {
  if (i + 3 < limit && document.is(i, "(") && document.is(i + 2, ")") &&
      document.is_any(i + 1, Word("retired"), Word("retd"), Word("ret"), Word("r")))
    i += 3;
  while (i + 5 < limit && document.is(i, ",") && document.tokens[i + 1].upper && document.length(i + 1) <= 4 &&
         document.is(i + 2, "(") && document.length(i + 3) == 1 && document.is(i + 4, ")"))
    i += 5;
  return i;
}

/// "Head of the Intelligence Directorate of the Ministry of Defence": words of a body that no lexicon has.
bool is_part_of_body(const Document& document, std::uint32_t begin, std::uint32_t end, std::uint32_t sentence_end) {
  if (is_given(document, begin) || end + 2 >= sentence_end || !document.is(end, "of")) return false;
  const auto next = document.is(end + 1, "the") ? end + 2 : end + 1;
  return document.tokens[next].capital && document.has(next, Tag::thing);
}

/// Where the field of an office ends that begins at `begin`: "Indigenous Peoples" of "the minister of Indigenous
/// Peoples, X". A comma and somebody's name stand behind it; `begin` where it is none.
std::uint32_t field_end(const Document& document, std::uint32_t begin, std::uint32_t sentence_end) {
  if (begin < 2 || !document.is_any(begin - 1, Word("of"), Word("for")) || is_given(document, begin) ||
      !document.is_any(begin - 2, Word("minister"), Word("secretary"), Word("governor"), Word("commissioner"),
                       Word("director"), Word("undersecretary"), Word("chief"), Word("chairman"), Word("head")))
    return begin;
  auto end = begin;
  while (end < sentence_end &&
         (is_capital_word(document, end) ||
          (end > begin && document.is_any(end, Word("and"), Word("of"), Word("the"), Word("&"))))) {
    if (is_given(document, end) || document.tokens[end].initial || document.has(end, Tag::head)) return begin;
    ++end;
  }
  // "Minister of Energy Parviz Shahbazov, President X": his name stands behind the field already.
  if (end > begin + 2 && document.tags[end - 1] == 0 && document.tags[end - 2] == 0 && document.tags[end - 3] != 0 &&
      document.tokens[end - 2].capital)
    return begin;
  const bool name_follows =
      end + 2 < sentence_end && document.is(end, ",") && is_capital_word(document, end + 1) &&
      (!blocks_name(document, end + 1) || document.has(end + 1, Tag::honorific) || is_rank_here(document, end + 1));
  return name_follows && document.tokens[end - 1].capital ? end : begin;
}

/// Where the name at `begin` begins behind a body whose head somebody is: "the CEO of Chevron Mike Wirth"; `begin`
/// where all words are the name's.
std::uint32_t behind_body(const Document& document, std::uint32_t begin, std::uint32_t sentence_end) {
  // "Minister of Unification X"
  if (begin >= 2 && document.is_any(begin - 1, Word("of"), Word("for")) && is_abstract(document, begin) &&
      document.ends_before(begin - 1, Tag::head) && is_capital_word(document, begin + 1))
    return begin + 1;
  // "the Republic of Tatarstan Rustam Holm"
  if (begin >= 2 && document.is(begin - 1, "of") &&
      document.is_any(begin - 2, Word("republic"), Word("region"), Word("province"), Word("oblast"), Word("emirate")) &&
      !is_given(document, begin) && is_given(document, begin + 1) && is_capital_word(document, begin + 2))
    return begin + 1;
  if (begin < 2 || !document.is_any(begin - 1, Word("of"), Word("at")) || is_given(document, begin) ||
      !is_given(document, begin + 1) || !document.ends_before(begin - 1, Tag::head))
    return begin;
  const auto end = name_end(document, begin, sentence_end, true);
  if (end != begin + 3) return begin;
  for (auto i = begin; i < end; ++i) {
    if (!document.tokens[i].capital || document.has(i, Tag::particle)) return begin;
  }
  return begin + 1;
}

/// The part of a heading that says whose words the text is: "X" of "Statement by X following …".
Sentence author_part(const Document& document, const Sentence& heading) {
  bool statement = false;
  for (auto i = heading.begin; i + 1 < heading.end; ++i) {
    statement = statement || document.is_any(i, Word("statement"), Word("remarks"), Word("speech"), Word("address"),
                                             Word("message"), Word("comments"), Word("blog"), Word("statements"));
    if (!statement || !document.is_any(i, Word("by"), Word("of"))) continue;
    auto end = i + 1;
    while (end < heading.end && !document.is_any(end, Word("following"), Word("on"), Word("at"), Word("after"),
                                                 Word("during"), Word("in"), Word("to"), Word("before"), Word("with")))
      ++end;
    return {i + 1, end, heading.kind};
  }
  return {heading.begin, heading.begin, heading.kind};
}

/// True if a phrase that opens the sentence ends with the name, and what follows is the subject of its verb: "At the
/// meeting with X, the Minister spoke of …".
bool ends_opening_phrase(const Document& document, const Sentence& sentence, std::uint32_t name, std::uint32_t end) {
  constexpr auto verbal = bit(Tag::verb) | bit(Tag::light) | bit(Tag::speech) | bit(Tag::action);
  if (end >= sentence.end || (!document.has_any(end, verbal) && !document.ends_with(end, "ed"))) return false;
  if (!document.is_any(sentence.begin, Word("at"), Word("during"), Word("in"), Word("with"), Word("after"),
                       Word("following"), Word("before")))
    return false;
  for (auto i = sentence.begin; i < name; ++i) {
    if (document.is(i, ",")) return false;
  }
  return true;
}

/// Where the office ends that somebody has in the service of whom the title names next: "adviser" of "adviser to Prime
/// Minister Y"; the end of the title where it names nobody.
std::uint32_t own_office_end(const Document& document, const Title& title) {
  if (title.heads.empty() || title.end >= document.size() || !is_capital_word(document, title.end)) return title.end;
  for (auto i = title.begin + 1; i + 1 < title.end; ++i) {
    const bool serves =
        document.is_any(i - 1, Word("adviser"), Word("advisor"), Word("aide"), Word("envoy"), Word("spokesman"),
                        Word("spokesperson"), Word("spokeswoman"), Word("assistant")) ||
        (document.is(i - 1, "cabinet") && document.is(i, "to"));
    if (serves && document.is_any(i, Word("to"), Word("of")) && document.tokens[i + 1].capital) return i;
  }
  return title.end;
}

/// "the Emperor of Japan, Naruhito,": whom a single name is enough for.
bool is_monarch(const Document& document, const Title& title, std::uint32_t end) {
  return document.is_any(end, Word(","), Word("and")) &&
         std::any_of(title.heads.begin(), title.heads.end(), [](const auto& head) {
           return head == "king" || head == "queen" || head == "emperor" || head == "empress" || head == "pope" ||
                  head == "patriarch";
         });
}

/// "OSCE Chairman-in-Office, Foreign Minister X, …" that opens a sentence: both offices are X's.
void add_first_office(const Document& document, const Sentence& sentence, std::uint32_t limit, NameMention& name) {
  const auto begin = name.before.begin;
  if (limit > sentence.begin || begin < sentence.begin + 2 || !document.is(begin - 1, ",") ||
      document.tokens[begin - 1].kind == TokenKind::word)
    return;
  const auto first = title_before(document, begin, sentence.begin);
  const bool governed = first.begin > sentence.begin && document.is_any(first.begin - 1, Word("by"), Word("with"));
  if ((first.begin != sentence.begin && !governed) || first.heads.empty() || first.plural || !first.comma ||
      !document.tokens[first.begin].capital || document.is_any(first.begin, Word("the"), Word("a"), Word("his")))
    return;
  for (const auto& head : first.heads) name.before.heads.push_back(head);
  if (!first.country.empty()) name.before.country = first.country;
  name.outer_begin = name.before.begin = first.begin;
}

/// "received in Baku Chairwoman X": the town is where, and says nothing of her.
void leave_city(const Document& document, std::uint32_t begin, Title& title) {
  if (title.begin <= begin || title.begin >= title.end || !document.is(title.begin - 1, "in")) return;
  const auto* seat = document.find(title.begin, Tag::seat);
  const auto* city = seat != nullptr ? seat : document.find(title.begin, Tag::city);
  if (city == nullptr || title.begin + city->length >= title.end) return;
  if (title.country == document.lexicon->code(city->entry.value)) title.country.clear();
  title.begin += city->length;
}

void take_sentence(const Document& document, const Sentence& sentence, std::vector<NameMention>& names) {
  auto free_from = sentence.begin;  // titles may reach back to here
  for (auto i = sentence.begin; i < sentence.end;) {
    if (!is_capital_word(document, i) || (document.has(i, Tag::suffix) && !is_bare_initial(document, i))) {
      ++i;
      continue;
    }
    // Step over what is surely something else, as a whole.
    std::uint32_t skip = 0;
    for (const auto& match : document.at(i)) {
      switch (match.entry.tag) {
        case Tag::country:
        case Tag::adjective:
        case Tag::organisation:
        case Tag::phrase:
        case Tag::honorific:
        case Tag::head:
        case Tag::plural_head:
        case Tag::seat:
          skip = std::max(skip, match.length);
          break;
        case Tag::city:
          if (match.length > 1) skip = std::max(skip, match.length);
          break;
        case Tag::rank:
          if (is_rank_here(document, i)) skip = std::max(skip, match.length);
          break;
        default:
          break;
      }
    }
    if (skip > 0) {
      const bool patronymic = skip == 1 && i + 2 < sentence.end && is_given(document, i) &&
                              document.is_any(i + 1, Word("bin"), Word("ibn"), Word("bint")) &&
                              is_capital_word(document, i + 2);
      const bool given = patronymic || (skip == 1 && is_given(document, i) && i + 1 < sentence.end &&
                                        is_capital_word(document, i + 1) && !blocks_name(document, i + 1) &&
                                        !document.has(i, Tag::honorific) && !document.has(i, Tag::rank));
      // "Ambassador to Jordan Yael Holm": a country behind an office, though it is a given name, too.
      const bool posted = given && i > 1 && document.has(i, Tag::country) &&
                          document.is_any(i - 1, Word("to"), Word("of")) && i + 2 < sentence.end &&
                          is_capital_word(document, i + 2) &&
                          (document.ends_before(i - 1, Tag::head) || ends_office(document, i - 1));
      // "His Majesty Sultan Haitham bin Tarik": styled so, and not named so.
      const bool styled = given && document.has(i, Tag::noble) && document.ends_before(i, Tag::honorific) &&
                          i + 2 < sentence.end &&
                          (is_capital_word(document, i + 2) || document.has(i + 2, Tag::particle));
      if (!given || posted || styled) {
        i += skip;
        continue;
      }
    }
    if (i == sentence.begin && opens_sentence(document, i)) {
      ++i;
      continue;
    }
    if (const auto end = field_end(document, i, sentence.end); end > i) {
      i = end;
      continue;
    }
    if (const auto begin = behind_body(document, i, sentence.end); begin > i) {
      i = begin;
      continue;
    }
    auto title = title_before(document, i, free_from);
    if (!title.heads.empty() && !title.adjacent && !title.comma && continues_office(document, i, sentence.end)) {
      ++i;
      continue;
    }
    const auto end = name_end(document, i, sentence.end, !title.empty());
    if (end == i) {
      ++i;
      continue;
    }
    if (!title.heads.empty() && !title.adjacent && !title.comma && is_part_of_body(document, i, end, sentence.end)) {
      i = end;
      continue;
    }
    // "Ms von der Leyen", "von der Leyen said", "with bin Salman"
    auto begin = i;
    while (begin > free_from &&
           document.is_any(begin - 1, Word("von"), Word("van"), Word("der"), Word("den"), Word("zu"), Word("de"),
                           Word("la"), Word("da"), Word("di"), Word("del"), Word("bin"), Word("ibn"), Word("al")))
      --begin;
    const bool titled_particle =
        document.is_any(begin, Word("de"), Word("da"), Word("di"), Word("del")) &&
        (document.ends_before(begin, Tag::honorific) || document.ends_before(begin, Tag::head)) &&
        document.tokens[begin - 1].capital;
    if (begin < i && title.begin == i &&
        (titled_particle ||
         document.is_any(begin, Word("von"), Word("van"), Word("zu"), Word("bin"), Word("ibn"), Word("al"))))
      title = title_before(document, begin, free_from);
    else
      begin = i;
    NameMention name;
    name.begin = begin;
    name.end = end;
    const auto next = end;
    bool suffix_in_name = false;
    const auto behind = with_suffix(document, end, sentence.end, suffix_in_name);
    if (suffix_in_name) name.end = behind;
    if (end - i == 1 && is_monarch(document, title, behind)) {
      title.adjacent = true;
    } else if (title.comma && title.rank.empty() && !title.honorific && (title.possessive || end - i == 1) &&
               end - i == 1) {
      // "as its chief, Austin spoke": the comma ends a clause.
      title = {};
      title.begin = title.end = i;
    }
    const bool titled = !title.heads.empty() || !title.rank.empty() || title.honorific;
    // "Director of the Gender Policy Council X": a word of the office that no lexicon has.
    if (end - i == 1 && !title.heads.empty() && !title.adjacent && !title.comma && is_capital_word(document, end)) {
      i = next;
      continue;
    }
    if (end - i == 1 && titled && !title.adjacent && document.find(i, Tag::city) != nullptr) {
      i = next;
      continue;
    }
    // "the leader of Yemen's Ansarullah movement, X"
    const bool of_movement = end < sentence.end && !title.adjacent &&
                             document.is_any(end, Word("movement"), Word("party"), Word("group"), Word("militia"),
                                             Word("faction"), Word("rebels"), Word("coalition"), Word("bloc"));
    if (of_movement || before_thing(document, end, sentence.end) || (!titled && after_thing(document, i)) ||
        is_abbreviated_body(document, i, end, title) || (!titled && is_scene(document, end, sentence.end)) ||
        (end < sentence.end && document.is(end, "/")) ||
        (!titled && document.is_any(i, Word("st"), Word("saint")) && end > i + 1) ||
        (all_upper(document, i, end) &&
         ((end - i == 1 && document.length(i) < 3) || (!titled && (end - i == 1 || !is_given(document, i)))))) {
      i = next;
      continue;
    }
    leave_city(document, sentence.begin, title);
    name.outer_begin = titled || !title.country.empty() ? title.begin : name.begin;
    name.before = std::move(title);
    if (!name.before.heads.empty()) add_first_office(document, sentence, free_from, name);
    // Behind the name: ", Minister of …", "(Minister …)", "of Ukraine".
    auto after = behind_decorations(document, behind, sentence.end);
    if (after + 1 < sentence.end &&
        (document.is(after, ",") || document.is(after, "(") ||
         ((document.is(after, "–") || document.is(after, "—")) && document.tokens[after].space_before))) {
      name.after = title_after(document, after + 1, sentence.end);
      // "X, national security adviser to Prime Minister Y": Y's office begins behind "to".
      const auto own = own_office_end(document, name.after);
      const bool serves = own < name.after.end;
      if (serves) {
        name.after = title_after(document, after + 1, own);
        name.after.end = own;
      } else
        // A title with a name right behind it is that name's, unless this one has none: "A, Chief of Staff, B".
        if (!name.after.heads.empty() && name.after.end < sentence.end && is_capital_word(document, name.after.end) &&
            (!blocks_name(document, name.after.end) || document.has(name.after.end, Tag::honorific))) {
          name.after = {};
        }
      const auto next_name = name.after.end + 1;
      const bool comma_and_name = next_name < sentence.end && document.is(name.after.end, ",") &&
                                  is_capital_word(document, next_name) &&
                                  (!blocks_name(document, next_name) || document.has(next_name, Tag::honorific) ||
                                   is_rank_here(document, next_name));
      if (!name.after.heads.empty() && comma_and_name && !name.before.heads.empty()) name.after = {};
      // Who has a title already gets a second one only where commas or brackets close it in.
      if (!serves && !name.after.heads.empty() && !name.before.heads.empty() && name.after.end < sentence.end &&
          !document.is_punctuation(name.after.end)) {
        name.after = {};
      }
      if (name.after.plural) name.after = {};
      if (!name.after.heads.empty() && ends_opening_phrase(document, sentence, name.begin, name.after.end))
        name.after = {};
      // "From left: X (Estonia), Y (Germany)"
      const auto state = document.is(after, "(") ? country_at(document, after + 1) : std::nullopt;
      if (name.after.heads.empty() && state && !state->adjective && document.is(after + 1 + state->length, ")"))
        name.country = state->code;
    } else if (after + 1 < sentence.end &&
               (document.is(after, "of") || document.is(after, "for") || document.is(after, "from"))) {
      auto j = after + 1;
      if (document.is(j, "the")) ++j;
      if (const auto country = country_at(document, j); country && !country->adjective &&
                                                        j + country->length <= sentence.end &&
                                                        !document.is(j + country->length, "'s")) {
        name.country = country->code;
        after = j + country->length;
        if (document.is(after, ",")) {
          auto apposition = title_after(document, after + 1, sentence.end);
          const bool of_next = apposition.end < sentence.end && is_capital_word(document, apposition.end) &&
                               (!blocks_name(document, apposition.end) ||
                                document.has(apposition.end, Tag::honorific) || is_rank_here(document, apposition.end));
          if (!apposition.heads.empty() && !apposition.plural && !of_next) name.after = apposition;
        }
      } else if (document.is(after, "of")) {
        // "X of the anti-narcotics bureau": nobody's country, but no place either.
        after = behind;
      }
    }
    name.outer_end = name.after.heads.empty() ? std::max(after, behind) : name.after.end;
    if (name.after.heads.empty() && name.country.empty()) name.outer_end = behind;
    name.parts.reserve(end - name.begin);
    for (auto k = name.begin; k < end; ++k) name.parts.push_back(document.spelling(k));
    // "Chairman DRDO Dr X": letters before a word of respect are those of a body.
    if (name.parts.size() == 1 && document.tokens[i].upper && document.has(end, Tag::honorific) &&
        is_capital_word(document, end + 1)) {
      i = next;
      continue;
    }
    const bool evidence = titled || !name.after.heads.empty() || is_given(document, i) || document.tokens[i].initial ||
                          !name.country.empty() || !name.before.country.empty() ||
                          (name.parts.size() > 1 && (document.tokens[i + 1].initial || is_given(document, i + 1)));
    name.weak = !evidence;
    const bool person_words = followed_by_person_words(document, name.outer_end, sentence.end);
    const bool place = in_place(document, i);
    // "Historic Preservation", "Environmental Quality"
    bool abstract = false;
    for (auto k = name.begin; k < end && !evidence; ++k) abstract = abstract || is_abstract(document, k);
    if (abstract && !person_words && name.parts.size() > 1) {
      i = next;
      continue;
    }
    const bool keep =
        name.parts.size() > 1
            ? evidence ? !(place && !titled && name.country.empty() && !is_given(document, i)) : !place || person_words
            : true;
    if (keep && name.parts.size() <= longest_name) {
      // "the Special Envoy for the Sahel, X": a lone word may belong to the office of who follows.
      if (!name.weak || name.parts.size() > 1) free_from = name.outer_end;
      const auto resume = std::max(next, name.after.heads.empty() ? behind : name.end);
      names.push_back(std::move(name));
      i = resume;
      continue;
    }
    i = next;
  }
}

}  // namespace

std::vector<NameMention> find_names(const Document& document) {
  std::vector<NameMention> names;
  constexpr std::size_t usual_count = 32;
  names.reserve(usual_count);
  for (const auto& sentence : document.sentences) {
    if (sentence.kind == SentenceKind::text)
      take_sentence(document, sentence, names);
    else if (const auto author = author_part(document, sentence); author.begin < author.end)
      take_sentence(document, author, names);
  }
  share_plural_titles(document, names);
  name_lead_office(document, names);
  strip_abbreviated_offices(document, names);
  return names;
}

std::vector<NameMention> find_headline_names(const Document& document) {
  std::vector<NameMention> names;
  for (const auto& sentence : document.sentences) {
    if (sentence.kind == SentenceKind::headline && !all_upper(document, sentence.begin, sentence.begin + 1))
      take_sentence(document, sentence, names);
  }
  return names;
}

}  // namespace entente::extract
