#include "names.hpp"

#include <algorithm>

namespace entente::extract {
namespace {

constexpr std::uint32_t longest_name = 7;

/// "Kang Sun Nam": an abbreviation of a day or month without its full stop among other names is a name.
bool is_syllable(const Document& document, std::uint32_t i) {
  return document.has_any(i, bit(Tag::weekday) | bit(Tag::month)) && document.length(i) == 3 && i > 0 &&
         i + 1 < document.size() && document.tokens[i - 1].capital && !document.has(i - 1, Tag::common) &&
         document.tokens[i + 1].capital && document.tokens[i + 1].kind == TokenKind::word;
}

bool blocks_name(const Document& document, std::uint32_t i) {
  if (is_syllable(document, i)) return false;
  for (const auto& match : document.at(i)) {
    switch (match.entry.tag) {
      case Tag::country:
      case Tag::adjective:
      case Tag::organisation:
      case Tag::seat:
      case Tag::weekday:
      case Tag::month:
        return true;
      case Tag::phrase:
      case Tag::common:
      case Tag::thing:
      case Tag::honorific:
      case Tag::head:
      case Tag::plural_head:
        return true;
      case Tag::city:
        return true;
      case Tag::modifier:
        return !document.has(i, Tag::given);
      default:
        break;
    }
  }
  return false;
}

bool is_given(const Document& document, std::uint32_t i) { return document.has(i, Tag::given); }

/// A rank directly before a capitalised word that may be a name: not the name "Gen" of "Nakatani Gen".
bool is_rank_here(const Document& document, std::uint32_t i) {
  const auto* rank = document.find(i, Tag::rank);
  if (rank == nullptr) return false;
  const auto next = i + rank->length;
  if (document.tokens[next - 1].abbreviation) return true;
  return next < document.size() && document.tokens[next].capital && document.tokens[next].kind == TokenKind::word;
}

bool is_capital_word(const Document& document, std::uint32_t i) {
  if (i >= document.size()) return false;
  const auto& token = document.tokens[i];
  return token.capital && token.kind == TokenKind::word && !token.has_digit && document.outside[i] == 0;  // "C-130H"
}

/// "V. Gerasimov", "Gen V P Malik": a letter and no roman number.
bool is_bare_initial(const Document& document, std::uint32_t i) {
  return document.tokens[i].initial || (document.length(i) == 1 && is_capital_word(document, i + 1));
}

/// A participle or adverb at the beginning of a sentence ("Welcoming", "Separately").
bool opens_sentence(const Document& document, std::uint32_t i) {
  return (document.ends_with(i, "ing") || document.ends_with(i, "ly")) && document.length(i) > 4 &&
         !is_given(document, i);
}

/// The end of the name that begins at `i`; `i` where none does.
std::uint32_t name_end(const Document& document, std::uint32_t i, std::uint32_t sentence_end, bool titled) {
  auto end = i;
  bool given = false;
  const auto limit = std::min(sentence_end, i + longest_name);
  while (end < limit) {
    if (!is_capital_word(document, end)) {
      const auto raw = document.raw(end);
      // "Bashar al-Assad", "Hamad bin Faisal al-Tamimi"
      const auto hyphen = raw.find('-');
      if (end > i && !document.tokens[end].paragraph_before && hyphen != std::string_view::npos && hyphen <= 3 &&
          hyphen + 1 < raw.size() && raw[hyphen + 1] >= 'A' && raw[hyphen + 1] <= 'Z') {
        ++end;
        continue;
      }
      // "Roelof 'Pik' Botha"
      const auto quote = [&](std::uint32_t k) {
        return document.is_any(k, Word("'"), Word("\""), Word("“"), Word("”"), Word("‘"), Word("’"));
      };
      if (end > i && end + 3 < limit && quote(end) && is_capital_word(document, end + 1) && quote(end + 2) &&
          is_capital_word(document, end + 3) && !blocks_name(document, end + 3)) {
        end += 4;
        continue;
      }
      // "Valéry Giscard d'Estaing"
      if (end > i && raw.size() > 3 && (raw.starts_with("d'") || raw.starts_with("d’")) &&
          !document.tokens[end].paragraph_before) {
        ++end;
        continue;
      }
      // "Khalid bin Salman", "Ursula von der Leyen", "Cristina Fernández de Kirchner"
      auto particle = end;
      while (particle < limit && document.has(particle, Tag::particle) && !document.tokens[particle].capital &&
             document.tokens[particle].kind == TokenKind::word) {
        ++particle;
      }
      if (end > i && particle > end && is_capital_word(document, particle) && !blocks_name(document, particle) &&
          !(particle == end + 1 && document.is(end, "e"))) {
        end = particle + 1;
        continue;
      }
      break;
    }
    if (end > i && document.tokens[end].paragraph_before) break;
    if (document.has(end, Tag::suffix) && end > i) break;
    const auto& token = document.tokens[end];
    if (token.initial) {
      if (document.has(end, Tag::country) || document.has(end, Tag::adjective) || document.has(end, Tag::organisation))
        break;
      ++end;
      continue;
    }
    const bool only_honorific = end > i && document.has(end, Tag::honorific) && !token.abbreviation &&
                                !document.has(end, Tag::common) && !document.has(end, Tag::head) &&
                                !document.has(end, Tag::thing) && token.end - token.begin <= 4;
    // "Admiral Can Kaya", "Secretary General Jan Holm": behind a title a common word may begin a name.
    const bool titled_start = end == i && titled && !document.has(end, Tag::head) &&
                              !document.has(end, Tag::modifier) && !document.has(end, Tag::plural_head) &&
                              (!document.has(end, Tag::thing) || document.is(end, "park")) &&
                              !document.has(end, Tag::country) && !document.has(end, Tag::adjective) &&
                              !document.has(end, Tag::organisation) && !document.has(end, Tag::honorific) &&
                              end + 1 < limit && is_capital_word(document, end + 1) && !blocks_name(document, end + 1);
    if (blocks_name(document, end) && !only_honorific && !titled_start) {
      // A surname may be any word ("Josh Green", "Prime Minister Church") once a given name has come.
      const bool last = end + 1 >= limit || !is_capital_word(document, end + 1);
      const auto* phrase = document.find(end, Tag::phrase);
      const bool calendar = (document.has(end, Tag::month) || document.has(end, Tag::weekday)) &&
                            (end + 1 >= limit || document.tokens[end + 1].kind == TokenKind::number || !titled);
      const bool fixed = (document.has(end, Tag::head) && !document.has(end, Tag::honorific)) ||
                         (phrase != nullptr && phrase->length > 1) || calendar || document.has(end, Tag::country) ||
                         document.has(end, Tag::adjective);
      const bool thing =
          document.has(end, Tag::thing) && document.word(end) != "park" && document.word(end) != "church";
      const bool known_given =
          (end == i && document.is_any(end + 1, Word("bin"), Word("ibn")) && is_given(document, end)) ||
          (is_given(document, end) && !document.has(end, Tag::common) && !document.has(end, Tag::honorific));
      if (!known_given && !(end > i && (given || titled || end - i >= 2) && last && !fixed && !thing) &&
          !(document.has(end, Tag::city) && (given || titled) && !document.has(end, Tag::seat))) {
        if (!(document.word(end) == "a" && end > i && is_capital_word(document, end + 1))) break;
      }
    }
    if (is_rank_here(document, end) && !(end > i && end + 1 == limit)) break;
    given = given || is_given(document, end) || token.initial;
    ++end;
  }
  while (end > i && document.has(end - 1, Tag::particle) && !document.tokens[end - 1].capital) --end;
  return end;
}

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
  return document.tokens[i - 1].capital && document.has(i - 1, Tag::thing);
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
  if (is_given(document, i) || document.tokens[i].initial || i + 2 >= sentence_end) return false;
  return is_capital_word(document, i + 1) && is_given(document, i + 1) && is_capital_word(document, i + 2) &&
         !blocks_name(document, i + 2) && !document.has(i, Tag::particle);
}

/// "General X, NI (M), Chief of …": where the letters of decorations behind a name end.
std::uint32_t behind_decorations(const Document& document, std::uint32_t i, std::uint32_t limit) {
  while (i + 5 < limit && document.is(i, ",") && document.tokens[i + 1].upper && document.length(i + 1) <= 4 &&
         document.is(i + 2, "(") && document.length(i + 3) == 1 && document.is(i + 4, ")"))
    i += 5;
  return i;
}

/// Where the name at `begin` begins behind a body whose head somebody is: "the CEO of Chevron Mike Wirth"; `begin`
/// where all words are the name's.
std::uint32_t behind_body(const Document& document, std::uint32_t begin, std::uint32_t sentence_end) {
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

/// "the Emperor of Japan, Naruhito,": whom a single name is enough for.
bool is_monarch(const Document& document, const Title& title, std::uint32_t end) {
  return document.is_any(end, Word(","), Word("and")) &&
         std::any_of(title.heads.begin(), title.heads.end(), [](const auto& head) {
           return head == "king" || head == "queen" || head == "emperor" || head == "empress" || head == "pope" ||
                  head == "patriarch";
         });
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
                          document.is_any(i - 1, Word("to"), Word("of")) && document.ends_before(i - 1, Tag::head) &&
                          i + 2 < sentence.end && is_capital_word(document, i + 2);
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
    if (const auto begin = behind_body(document, i, sentence.end); begin > i) {
      i = begin;
      continue;
    }
    auto title = title_before(document, i, free_from);
    if (!title.heads.empty() && !title.adjacent && continues_office(document, i, sentence.end)) {
      ++i;
      continue;
    }
    const auto end = name_end(document, i, sentence.end, !title.empty());
    if (end == i) {
      ++i;
      continue;
    }
    NameMention name;
    name.begin = i;
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
    if (end - i == 1 && titled && !title.adjacent && document.find(i, Tag::city) != nullptr) {
      i = next;
      continue;
    }
    if (before_thing(document, end, sentence.end) || (!titled && after_thing(document, i)) ||
        (all_upper(document, i, end) && !titled && (end - i == 1 || !is_given(document, i)))) {
      i = next;
      continue;
    }
    name.outer_begin = titled || !title.country.empty() ? title.begin : i;
    name.before = std::move(title);
    // Behind the name: ", Minister of …", "(Minister …)", "of Ukraine".
    auto after = behind_decorations(document, behind, sentence.end);
    if (after + 1 < sentence.end &&
        (document.is(after, ",") || document.is(after, "(") ||
         ((document.is(after, "–") || document.is(after, "—")) && document.tokens[after].space_before))) {
      name.after = title_after(document, after + 1, sentence.end);
      // A title with a name right behind it is that name's, unless this one has none: "A, Chief of Staff, B".
      if (!name.after.heads.empty() && name.after.end < sentence.end && is_capital_word(document, name.after.end) &&
          !blocks_name(document, name.after.end)) {
        name.after = {};
      }
      const bool comma_and_name = name.after.end + 1 < sentence.end && document.is(name.after.end, ",") &&
                                  is_capital_word(document, name.after.end + 1) &&
                                  !blocks_name(document, name.after.end + 1);
      if (!name.after.heads.empty() && comma_and_name && !name.before.heads.empty()) name.after = {};
      // Who has a title already gets a second one only where commas or brackets close it in.
      if (!name.after.heads.empty() && !name.before.heads.empty() && name.after.end < sentence.end &&
          !document.is_punctuation(name.after.end)) {
        name.after = {};
      }
      if (name.after.plural) name.after = {};
      if (!name.after.heads.empty() && ends_opening_phrase(document, sentence, name.begin, name.after.end))
        name.after = {};
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
          if (!apposition.heads.empty() && !apposition.plural) name.after = apposition;
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
    const bool evidence = titled || !name.after.heads.empty() || is_given(document, i) || document.tokens[i].initial ||
                          !name.country.empty() || !name.before.country.empty() ||
                          (name.parts.size() > 1 && (document.tokens[i + 1].initial || is_given(document, i + 1)));
    name.weak = !evidence;
    const bool person_words = followed_by_person_words(document, name.outer_end, sentence.end);
    const bool place = in_place(document, i);
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

/// True if the tokens between two names only list them.
bool lists(const Document& document, std::uint32_t begin, std::uint32_t end) {
  for (auto i = begin; i < end; ++i) {
    if (!document.is(i, ",") && !document.is(i, "and") && !document.is(i, "&") && !document.is(i, "as") &&
        !document.is(i, "well") && !document.is(i, "with") && !document.is(i, "both")) {
      return false;
    }
  }
  return true;
}

std::string singular(const Document& document, std::uint32_t begin, std::uint32_t end) {
  std::string out;
  for (auto i = begin; i < end; ++i) {
    if (i > begin && document.tokens[i].space_before) out.push_back(' ');
    auto word = document.text_of(i, i + 1);
    if (document.has(i, Tag::plural_head) && word.ends_with("s") && document.find(i, Tag::plural_head)->length == 1)
      word.pop_back();
    out += word;
  }
  return out;
}

/// "the defense ministers of A, B and C - X, Y and Z", "the A and B defense ministers, X and Y", "Presidents X and Y":
/// one office, and where there are as many countries as names, to each his own.
void share_plural_titles(const Document& document, std::vector<NameMention>& names) {
  for (const auto& sentence : document.sentences) {
    for (auto i = sentence.begin; i < sentence.end; ++i) {
      const auto* plural = document.find(i, Tag::plural_head);
      if (plural == nullptr) continue;
      const auto head_end = i + plural->length;
      auto begin = i;
      while (begin > sentence.begin && document.has(begin - 1, Tag::modifier)) --begin;
      std::vector<std::string> countries;
      auto left = begin;
      while (left > sentence.begin) {
        bool found = false;
        for (std::uint32_t length = 1; length <= 3 && sentence.begin + length <= left; ++length) {
          if (const auto country = country_at(document, left - length); country && country->length == length) {
            countries.insert(countries.begin(), country->code);
            left -= length;
            found = true;
            break;
          }
        }
        if (found) continue;
        if (!countries.empty() && (document.is(left - 1, ",") || document.is(left - 1, "and"))) {
          --left;
          continue;
        }
        break;
      }
      auto end = head_end;
      auto office_end = head_end;
      std::uint32_t shared = 0;  // where "of the two states" ends
      while (end < sentence.end) {
        if (const auto country = country_at(document, end)) {
          if (countries.empty()) office_end = end;
          if (left == begin || countries.empty() || end > head_end) countries.push_back(country->code);
          end += country->length;
        } else if (document.has(end, Tag::modifier) || document.is(end, "of") || document.is(end, "the") ||
                   document.is(end, "for") || document.is(end, "and") || document.has(end, Tag::organisation) ||
                   (document.is(end, ",") && country_at(document, end + 1) &&
                    !country_at(document, end + 1)->adjective)) {
          ++end;
        } else if (end > head_end && document.is_any(end, Word("two"), Word("three"), Word("four"), Word("both")) &&
                   document.is_any(end + 1, Word("countries"), Word("states"), Word("nations"), Word("sides"),
                                   Word("neighbours"), Word("neighbors"), Word("governments"), Word("parties"))) {
          end += 2;  // "the foreign ministers of the two states, X and Y"
          if (shared == 0) shared = end;
        } else if (document.is(end, "'s") || (document.has(end, Tag::thing) && document.tokens[end].capital)) {
          ++end;
        } else {
          break;
        }
      }
      if (countries.empty()) office_end = shared > 0 ? head_end : end;
      while (office_end > head_end &&
             (document.has(office_end - 1, Tag::link) || document.is_punctuation(office_end - 1)))
        --office_end;
      // The names begin within a mark of it.
      const auto found =
          std::lower_bound(names.begin(), names.end(), end,
                           [](const NameMention& name, std::uint32_t token) { return name.begin < token; });
      const auto first = static_cast<std::size_t>(found - names.begin());
      if (first == names.size() || names[first].begin >= sentence.end) continue;
      const auto gap = names[first].outer_begin > end ? names[first].outer_begin - end : 0;
      bool plain = gap <= 2;
      for (auto k = end; k < std::min(names[first].outer_begin, end + 2); ++k)
        plain = plain && document.is_punctuation(k);
      if (!plain) continue;
      std::vector<std::size_t> listed{first};
      while (listed.back() + 1 < names.size() && names[listed.back() + 1].begin < sentence.end &&
             lists(document, names[listed.back()].outer_end, names[listed.back() + 1].outer_begin)) {
        if (!names[listed.back() + 1].before.heads.empty() && !names[listed.back() + 1].before.plural) break;
        listed.push_back(listed.back() + 1);
      }
      if (listed.size() < 2) continue;
      auto outer = left;
      while (outer > sentence.begin && document.is(outer - 1, "the")) --outer;
      if (outer < names[first].outer_begin) names[first].outer_begin = outer;
      const auto office = singular(document, begin, office_end);
      for (std::size_t k = 0; k < listed.size(); ++k) {
        auto& name = names[listed[k]];
        name.weak = false;
        if (name.office.empty()) name.office = office;
        name.heads.push_back(document.lexicon->head(plural->entry.value));
        if (countries.size() == listed.size())
          name.country = countries[k];
        else if (countries.size() == 1 && name.country.empty())
          name.country = countries[0];
        if (name.before.plural) name.before.country.clear();
        if (name.before.plural) name.before.office.clear();
      }
    }
  }
}

/// "Turkey's defense minister on Friday … . Hulusi Akar landed …": the first sentence tells the office of whom the next
/// one names without any.
void name_lead_office(const Document& document, std::vector<NameMention>& names) {
  const Sentence* lead = nullptr;
  for (const auto& sentence : document.sentences) {
    if (sentence.kind != SentenceKind::text) continue;
    if (lead == nullptr) {
      lead = &sentence;
      continue;
    }
    const auto title = title_after(document, lead->begin, lead->end);
    if (title.heads.empty() || title.plural || title.possessive || title.country.empty()) return;
    for (auto& name : names) {
      if (name.begin >= lead->begin && name.outer_begin <= title.end + 1) return;
      if (name.begin < sentence.begin) continue;
      if (name.begin != sentence.begin || name.parts.size() < 2 || !name.before.empty() || !name.after.empty()) return;
      name.office = title.office;
      name.heads = title.heads;
      name.country = title.country;
      name.weak = false;
      return;
    }
    return;
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
