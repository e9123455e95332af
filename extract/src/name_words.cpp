#include "name_words.hpp"

#include "titles.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace entente::extract {
namespace {

/// "Kang Sun Nam": an abbreviation of a day or month without its full stop among other names is a name.
bool is_syllable(const Document& document, std::uint32_t i) {
  return document.has_any(i, bit(Tag::weekday) | bit(Tag::month)) && document.length(i) == 3 && i > 0 &&
         i + 1 < document.size() && document.tokens[i - 1].capital && document.tags[i - 1] == 0 &&
         !document.tokens[i].abbreviation && document.tokens[i + 1].kind != TokenKind::number;
}

/// "Jan Holm", "June Berg": a month that is a given name, and neither a date nor introduced as one.
bool is_namesake_of_month(const Document& document, std::uint32_t i) {
  if (!document.has(i, Tag::month) || !document.has(i, Tag::given) || document.tokens[i].abbreviation ||
      i + 1 >= document.size() || document.tokens[i + 1].paragraph_before || !is_capital_word(document, i + 1) ||
      blocks_name(document, i + 1))
    return false;
  if (i == 0) return true;
  return document.tokens[i - 1].kind != TokenKind::number &&
         !document.is_any(i - 1, Word("in"), Word("of"), Word("last"), Word("since"), Word("this"), Word("early"),
                          Word("late"), Word("mid"), Word("until"), Word("next"), Word("from"), Word("on"));
}

/// A thing that is a surname as well: "Prime Minister Church"; behind a given name, "Robert Hill".
bool is_landscape(const Document& document, std::uint32_t i, bool behind_given) {
  if (document.is(i, "park")) return true;
  return behind_given && document.is_any(i, Word("church"), Word("hill"), Word("hall"), Word("stone"), Word("banks"),
                                         Word("wells"), Word("marsh"), Word("lake"), Word("brooks"), Word("rivers"),
                                         Word("field"), Word("fields"), Word("woods"), Word("temple"));
}

/// A title that is a surname behind a given name: "Julie Bishop", "John Major".
bool is_surname_of_title(const Document& document, std::uint32_t i) {
  return document.is_any(i, Word("bishop"), Word("king"), Word("prince"), Word("pope"), Word("dean"), Word("major"),
                         Word("baron"), Word("duke"), Word("cardinal"), Word("abbott"), Word("marshall"));
}

bool is_patronymic(const Document& document, std::uint32_t i) {
  return document.is_any(i, Word("bin"), Word("ibn"), Word("bint"), Word("ben"), Word("ould"), Word("binti"));
}

bool ends_patronymic(const Document& document, std::uint32_t i) {
  return document.is_any(i, Word("oglu"), Word("oghlu"), Word("ogly"), Word("uulu"), Word("uly"), Word("kyzy"),
                         Word("qizi"), Word("gyzy"), Word("qyzy"));
}

}  // namespace

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
      case Tag::noun:
        // "Phone Call"
        if (match.length > 1) return true;
        break;
      case Tag::modifier:
        return !document.has(i, Tag::given);
      default:
        break;
    }
  }
  return false;
}

bool is_given(const Document& document, std::uint32_t i) { return document.has(i, Tag::given); }

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

bool is_bare_initial(const Document& document, std::uint32_t i) {
  return document.tokens[i].initial || (document.length(i) == 1 && is_capital_word(document, i + 1));
}

bool opens_sentence(const Document& document, std::uint32_t i) {
  return (document.ends_with(i, "ing") || document.ends_with(i, "ly")) && document.length(i) > 4 &&
         !is_given(document, i);
}

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
      // "Saken Ilyas uly": nothing has to stand behind who somebody's son is.
      if (end > i + 1 && particle == end + 1 && ends_patronymic(document, end) &&
          (particle == limit || !is_capital_word(document, particle)))
        return particle;
      // Behind "bin" any word is a name: "Khalid bin Sultan".
      const bool free = particle > end && particle < limit &&
                        (is_patronymic(document, particle - 1) || !blocks_name(document, particle) ||
                         (given && document.has(particle, Tag::city) && !document.has(particle, Tag::country)));
      if (end > i && free && is_capital_word(document, particle)) {
        end = particle + 1;
        continue;
      }
      break;
    }
    if (end > i && document.tokens[end].paragraph_before) break;
    // "Ismail Ould Cheikh Ahmed"
    if (end > i && is_patronymic(document, end) && end + 1 < limit && is_capital_word(document, end + 1) &&
        !document.tokens[end + 1].paragraph_before) {
      end += 2;
      continue;
    }
    // "Samir V Kamat" and not "Felipe V"
    const bool initial = is_bare_initial(document, end) && end + 1 < limit && !blocks_name(document, end + 1);
    if (document.has(end, Tag::suffix) && end > i && !initial) break;
    const auto& token = document.tokens[end];
    if (token.initial) {
      if (document.has(end, Tag::country) || document.has(end, Tag::adjective) || document.has(end, Tag::organisation))
        break;
      ++end;
      continue;
    }
    // "Hassan Sheikh Mohamud"
    const bool inner_title = end == i + 1 && titled && given &&
                             document.is_any(end, Word("sheikh"), Word("sheik"), Word("shaikh")) &&
                             is_capital_word(document, end + 1) && !blocks_name(document, end + 1);
    // "Zafrul Tengku Abdul Aziz"
    const bool inner_noble = end > i && titled &&
                             document.is_any(end, Word("tengku"), Word("tunku"), Word("syed"), Word("raja")) &&
                             end + 1 < limit && is_capital_word(document, end + 1) && !blocks_name(document, end + 1);
    const bool only_honorific = end > i && document.has(end, Tag::honorific) && !token.abbreviation &&
                                !document.has(end, Tag::common) && !document.has(end, Tag::head) &&
                                !document.has(end, Tag::thing) && token.end - token.begin <= 4;
    // "Admiral Can Kaya", "Secretary General Jan Holm": behind a title a common word may begin a name.
    const bool titled_start =
        end == i && titled && !document.has(end, Tag::head) && !document.has(end, Tag::modifier) &&
        !document.has(end, Tag::plural_head) && (!document.has(end, Tag::thing) || document.is(end, "park")) &&
        !document.has(end, Tag::country) && !document.has(end, Tag::adjective) &&
        !document.has(end, Tag::organisation) && !document.has(end, Tag::honorific) &&
        (document.find(end, Tag::noun) == nullptr || document.find(end, Tag::noun)->length == 1) && end + 1 < limit &&
        is_capital_word(document, end + 1) && !blocks_name(document, end + 1);
    if (blocks_name(document, end) && !only_honorific && !inner_title && !inner_noble && !titled_start) {
      // A surname may be any word ("Josh Green", "Prime Minister Church") once a given name has come.
      const bool last = end + 1 >= limit || !is_capital_word(document, end + 1);
      const auto* phrase = document.find(end, Tag::phrase);
      const bool calendar = (document.has(end, Tag::month) || document.has(end, Tag::weekday)) &&
                            (end + 1 >= limit || document.tokens[end + 1].kind == TokenKind::number || !titled ||
                             (document.has(end, Tag::weekday) && end - i >= 2));
      const bool surname = given && end == i + 1 && is_surname_of_title(document, end);
      const bool fixed = (document.has(end, Tag::head) && !document.has(end, Tag::honorific) && !surname) ||
                         (phrase != nullptr && phrase->length > 1) || calendar || document.has(end, Tag::country) ||
                         document.has(end, Tag::adjective);
      const bool thing = document.has(end, Tag::thing) && !is_landscape(document, end, given && end == i + 1);
      // "Deputy Attorney General Lisa Monaco"
      const auto state = country_at(document, end);
      const bool namesake = titled && end == i + 1 && given && last && state && state->length == 1 &&
                            !state->adjective && !document.is(end + 1, "'s");
      const bool known_given =
          (end == i && is_namesake_of_month(document, end)) ||
          (end == i && document.is_any(end + 1, Word("bin"), Word("ibn")) && is_given(document, end)) ||
          (is_given(document, end) && !document.has(end, Tag::common) && !document.has(end, Tag::honorific));
      // "Admiral André Silva Lima Mendes"
      const bool inner_city = document.has_any(end, bit(Tag::city) | bit(Tag::seat)) && titled &&
                              end > i + (given ? 1 : 2) && end + 1 < limit && is_capital_word(document, end + 1) &&
                              !blocks_name(document, end + 1);
      if (!known_given && !namesake && !inner_city &&
          !(end > i && (given || titled || end - i >= 2) && last && !fixed && !thing) &&
          !(document.has(end, Tag::city) && (given || titled) && !document.has(end, Tag::seat))) {
        if (!(document.word(end) == "a" && end > i && is_capital_word(document, end + 1))) break;
      }
    }
    // "Chairman DRDO Dr Samir Kamat": letters before a word of respect are a body's.
    if (only_honorific && end == i + 1 && !given && document.tokens[i].upper && !document.tokens[end].upper) break;
    if (is_rank_here(document, end) && !(end > i && end + 1 == limit)) break;
    given = given || is_given(document, end) || token.initial;
    ++end;
  }
  while (end > i && document.has(end - 1, Tag::particle) && !document.tokens[end - 1].capital) --end;
  return end;
}

bool is_abstract(const Document& document, std::uint32_t i) {
  static constexpr std::string_view endings[] = {"ation", "ition", "ection", "ment", "ence", "onse",
                                                 "ity",   "ship",  "ics",    "ness", "tive", "anism"};
  return document.length(i) > 5 && !is_given(document, i) &&
         std::any_of(std::begin(endings), std::end(endings),
                     [&](std::string_view ending) { return document.ends_with(i, ending); });
}

}  // namespace entente::extract
