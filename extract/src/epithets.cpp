#include "epithets.hpp"

#include "person_list.hpp"

#include <algorithm>

namespace entente::extract {
namespace {

/// True if the words end before `i`: no noun goes on behind them.
bool ends_phrase(const Document& document, std::uint32_t i) {
  if (i >= document.size()) return true;
  if (document.is_any(i, Word("-"), Word("–"))) return false;
  if (document.is_any(i, Word("'s"), Word("'"))) return true;
  if (document.is_punctuation(i)) {
    // "the Turkish, Russian and Iranian ministers"
    const auto next = document.is(i, ",") ? country_at(document, i + 1) : std::nullopt;
    return !next || !next->adjective;
  }
  if (document.is(i, "and")) {
    const auto next = country_at(document, document.is(i + 1, "the") ? i + 2 : i + 1);
    return !next || (document.is(i + 1, "the") && ends_phrase(document, i + 2 + next->length));
  }
  if (document.tokens[i].capital) return false;
  constexpr auto verbal = bit(Tag::light) | bit(Tag::speech) | bit(Tag::action) | bit(Tag::motion) | bit(Tag::verb) |
                          bit(Tag::attending_before);
  if (document.has(i, Tag::noun)) return false;
  return document.has_any(i, verbal) ||
         document.is_any(i, Word("was"), Word("is"), Word("had"), Word("has"), Word("did"), Word("would"), Word("will"),
                         Word("could"), Word("who"), Word("then"), Word("also"), Word("later"), Word("in"), Word("on"),
                         Word("at"), Word("to"), Word("for"), Word("from"), Word("with"), Word("by"), Word("as"),
                         Word("after"), Word("before"), Word("when"), Word("while"), Word("that"), Word("over"),
                         Word("during"), Word("about"), Word("himself"), Word("herself"), Word("again"), Word("but"),
                         Word("or"), Word("too"), Word("alone"));
}

/// The one among `list` whom `fits` allows, -1 for none or several.
template <typename Fits>
int only_one(const Persons& list, const Fits& fits) {
  int only = -1;
  for (const auto person : list) {
    if (!fits(person)) continue;
    if (only >= 0) return -1;
    only = person;
  }
  return only;
}

/// "the Colombian": the one of that country, of the last occasion or sentence first.
int national(const std::string& country, const std::vector<Person>& persons, const Focus& focus,
             const Antecedents& antecedents) {
  const auto here = antecedents.named_here();
  const auto of_country = [&](int person) {
    const auto& one = persons[static_cast<std::size_t>(person)];
    return one.country == country && (!one.only_outside || contains(focus.participants, person));
  };
  const auto own = [&](int person) { return of_country(person) && !contains(here, person); };
  for (const auto* among : {&focus.subject, &focus.named, &focus.core, &focus.participants}) {
    if (const auto person = only_one(*among, own); person >= 0) return person;
  }
  Persons seen;
  for (const auto& [person, token] : antecedents.by_recency()) seen.push_back(person);
  if (const auto person = only_one(seen, own); person >= 0) return person;
  for (const auto person : seen) {
    if (own(person) && person == focus.topic) return person;
  }
  // "X received Y; the Colombian said …": one of the same sentence.
  if (const auto person = only_one(here, of_country); person >= 0) return person;
  const bool none = std::none_of(seen.begin(), seen.end(), [&](int person) {
    return persons[static_cast<std::size_t>(person)].country == country;
  });
  if (!none) return -1;
  return only_one(focus.core, [&](int person) {
    return persons[static_cast<std::size_t>(person)].country.empty() && !contains(here, person);
  });
}

/// "the businessman", "the former guerrilla": whom the text goes on about, besides those of the sentence.
int of_kind(const std::vector<Person>& persons, const Focus& focus, const Antecedents& antecedents) {
  const auto here = antecedents.named_here();
  const auto fits = [&](int person) {
    return !contains(here, person) && !persons[static_cast<std::size_t>(person)].only_outside;
  };
  const bool met = focus.core.empty() || (focus.subject.size() == 1 && contains(focus.core, focus.subject[0]));
  if (focus.subject.size() == 1 && fits(focus.subject[0]) && met) return focus.subject[0];
  if (here.size() == 1 && contains(focus.core, here[0])) return only_one(focus.core, fits);
  if (focus.topic >= 0 && fits(focus.topic)) return focus.topic;
  for (const auto person : focus.core) {
    if (fits(person)) return person;
  }
  for (const auto person : focus.subject) {
    if (fits(person)) return person;
  }
  return -1;
}

}  // namespace

int former_one(const std::vector<Person>& persons, const Focus& focus, const Antecedents& antecedents) {
  const auto here = antecedents.named_here();
  const auto plain = [&](int person) {
    const auto& one = persons[static_cast<std::size_t>(person)];
    return one.heads.empty() && one.rank.empty() && !one.only_outside && !contains(here, person);
  };
  if (focus.subject.size() == 1 && plain(focus.subject[0])) return focus.subject[0];
  const bool subject_met = focus.subject.size() == 1 && contains(focus.core, focus.subject[0]);
  if (const auto person = only_one(focus.core, plain); person >= 0 && subject_met) return person;
  return of_kind(persons, focus, antecedents);
}

std::optional<Epithet> epithet_at(const Document& document, std::uint32_t begin, std::uint32_t limit,
                                  const std::vector<Person>& persons, const Focus& focus,
                                  const Antecedents& antecedents) {
  if (!document.is(begin, "the")) return std::nullopt;
  Epithet found;
  if (const auto code = country_at(document, begin + 1); code && code->adjective && code->length == 1 &&
                                                         document.tokens[begin + 1].capital && begin + 2 <= limit &&
                                                         ends_phrase(document, begin + 2)) {
    // "the Colombian, X, …": the name says who it is.
    if (document.is(begin + 2, ",") && limit == begin + 3) return std::nullopt;
    found.end = begin + 2;
    if (document.ends_with(begin + 1, "s")) found.persons = antecedents.delegation(code->code, false, begin + 1);
    if (found.persons.size() > 1) return found;
    const auto person = national(code->code, persons, focus, antecedents);
    found.persons = {person};
    return person >= 0 ? std::optional(found) : std::nullopt;
  }
  constexpr std::uint32_t longest = 5;
  for (auto i = begin + 1; i < std::min(limit, begin + longest); ++i) {
    if (const auto* match = document.find(i, Tag::epithet); match != nullptr) {
      const auto end = i + match->length;
      if (end > limit || (document.is(end, ",") && limit == end + 1) || !ends_phrase(document, end))
        return std::nullopt;
      const auto person = of_kind(persons, focus, antecedents);
      found.end = end;
      found.persons = {person};
      return person >= 0 ? std::optional(found) : std::nullopt;
    }
    const bool passes = document.has_any(i, bit(Tag::modifier) | bit(Tag::adjective)) ||
                        document.tokens[i].kind == TokenKind::number || document.is(i, "-") ||
                        document.ends_with(i, "-old") || document.ends_with(i, "-time") ||
                        document.is_any(i, Word("old"), Word("young"), Word("year"), Word("wily"), Word("ageing"),
                                        Word("aging"), Word("elderly"), Word("bearded"), Word("longtime"));
    if (!passes) return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace entente::extract
