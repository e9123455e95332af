#include "countries.hpp"

#include <algorithm>
#include <set>
#include <span>

namespace entente::extract {
namespace {

/// A country or organisation whose name or adjective begins at `i`, even where only an organisation's.
std::string code_at(const Document& document, std::uint32_t i) {
  const auto country = country_at(document, i);
  return country ? country->code : std::string();
}

/// True if the tokens between two names only list them.
bool only_lists(const Document& document, std::uint32_t begin, std::uint32_t end) {
  if (end < begin || end - begin > 4) return false;
  for (auto i = begin; i < end; ++i) {
    if (!document.is_any(i, Word(","), Word("and"), Word("&"), Word("as"), Word("well"), Word("the"), Word("by"),
                         Word("also"), Word(";"), Word("of"))) {
      return false;
    }
  }
  return true;
}

bool shares_first_head(const Person& a, const Person& b) {
  return !a.heads.empty() && !b.heads.empty() && a.heads.front() == b.heads.front();
}

/// Family words that say whose country somebody is of.
bool is_relative_only(const Person& person) {
  static constexpr std::string_view family[] = {"first lady", "wife",    "husband", "spouse",
                                                "daughter",   "brother", "sister",  "widow"};
  return std::all_of(person.heads.begin(), person.heads.end(), [](const auto& head) {
    return std::find(std::begin(family), std::end(family), head) != std::end(family);
  });
}

/// Reads what stands a little further off than the title beside a name. Each rule only fills what is empty.
class CountryWords {
 public:
  CountryWords(const Document& document, const std::vector<NameMention>& names, std::vector<Person>& persons)
      : document_(document), names_(names), persons_(persons) {}

  void complete() {
    for (std::size_t n = 0; n < names_.size(); ++n) read_surroundings(n);
    read_possessives();
  }

  void spread() {
    if (std::none_of(persons_.begin(), persons_.end(), [](const Person& person) { return person.country.empty(); }))
      return;
    find_cues();
    for (const auto& sentence : document_.sentences) {
      const auto sides = within(sides_, sentence);
      const auto groups = within(groups_, sentence);
      if ((sides.empty() && groups.empty()) || sentence.kind != SentenceKind::text || !names_stranger(sentence))
        continue;
      if (!sides.empty()) read_sides(sentence);
      read_groups(sentence, groups);
    }
    for (std::size_t s = 0; s < document_.sentences.size(); ++s) read_parallel_lists(s);
    for (int round = 0; round < 2; ++round) {
      for (const auto& sentence : document_.sentences) {
        const auto companions = within(companions_, sentence);
        if (!companions.empty() && sentence.kind == SentenceKind::text && names_stranger(sentence))
          read_companions(sentence, companions);
      }
      share_in_lists();
      read_possessives();
    }
    read_relatives();
  }

 private:
  using Tokens = std::vector<std::uint32_t>;

  /// Finds the words that rules about whole sentences begin with: hardly any sentence has one.
  void find_cues() {
    for (std::uint32_t i = 0; i < document_.size(); ++i) {
      if (document_.is_any(i, Word("side"), Word("one"), Word("part")))
        sides_.push_back(i);
      else if (document_.is_any(i, Word("represented"), Word("included"), Word("includes"), Word("comprised"),
                                Word("comprises"), Word("including"), Word("consisted")))
        groups_.push_back(i);
      else if (document_.is_any(i, Word("accompanied"), Word("flanked"), Word("escorted"), Word("assisted")))
        companions_.push_back(i);
    }
  }

  /// Those of `tokens`, which are in order, that belong to the sentence.
  static std::span<const std::uint32_t> within(const Tokens& tokens, const Sentence& sentence) {
    const auto first = std::lower_bound(tokens.begin(), tokens.end(), sentence.begin);
    return {first, std::lower_bound(first, tokens.end(), sentence.end)};
  }

  Person* person_of(std::size_t n) const {
    return n < names_.size() && names_[n].person >= 0 ? &persons_[static_cast<std::size_t>(names_[n].person)] : nullptr;
  }

  void give(std::size_t n, const std::string& code) {
    auto* person = person_of(n);
    if (person != nullptr && person->country.empty() && !code.empty()) person->country = code;
  }

  std::string country_of(std::size_t n) const {
    const auto* person = person_of(n);
    return person != nullptr ? person->country : std::string();
  }

  /// True if the sentence names somebody of no known country.
  bool names_stranger(const Sentence& sentence) const {
    for (auto n = name_from(sentence.begin); n < names_.size() && names_[n].begin < sentence.end; ++n) {
      const auto* person = person_of(n);
      if (person != nullptr && person->country.empty()) return true;
    }
    return false;
  }

  /// The first name that begins at `token` or later.
  std::size_t name_from(std::uint32_t token) const {
    return static_cast<std::size_t>(
        std::lower_bound(names_.begin(), names_.end(), token,
                         [](const NameMention& name, std::uint32_t t) { return name.outer_begin < t; }) -
        names_.begin());
  }

  bool lists_next(std::size_t n) const {
    return n + 1 < names_.size() && only_lists(document_, names_[n].outer_end, names_[n + 1].outer_begin);
  }

  /// Gives `code` to the name `n` and to those that are listed with it and end before `limit`.
  void give_list(std::size_t n, std::uint32_t limit, const std::string& code) {
    for (; n < names_.size() && names_[n].begin < limit; ++n) {
      give(n, code);
      if (!lists_next(n)) break;
    }
  }

  void read_surroundings(std::size_t n) {
    auto* person = person_of(n);
    if (person == nullptr || !person->country.empty()) return;
    const auto& name = names_[n];
    for (const auto rule : {&CountryWords::by_office, &CountryWords::by_delegation, &CountryWords::by_cause,
                            &CountryWords::by_clause, &CountryWords::by_lead}) {
      if (person->country.empty()) person->country = (this->*rule)(name);
    }
  }

  /// "Secretary of State X", "MHP leader Y": an office or a party that only one state has.
  std::string by_office(const NameMention& name) const {
    const auto end = std::max(name.outer_end, name.end);
    for (auto i = name.outer_begin; i < end; ++i) {
      if (const auto* office = document_.find(i, Tag::national_office); office != nullptr && i + office->length <= end)
        return document_.lexicon->code(office->entry.value);
      if (const auto* party = document_.find(i, Tag::party)) return document_.lexicon->code(party->entry.value);
    }
    return {};
  }

  /// "a Turkish delegation headed by X": the country of the delegation whose head the name is.
  std::string by_delegation(const NameMention& name) const {
    const auto begin = name.outer_begin;
    const auto from = begin > 12 ? begin - 12 : 0;
    bool led = false;
    for (auto i = begin; i-- > from;) {
      if (document_.is(i, ".")) break;
      if (document_.has(i, Tag::led)) led = true;
      if (document_.is(i, "with") && i > 0 && document_.has(i - 1, Tag::delegations)) led = true;
      if (!led || !document_.has(i, Tag::delegations)) continue;
      for (std::uint32_t back = 1; back <= 3 && back <= i; ++back) {
        if (auto code = code_at(document_, i - back); !code.empty()) return code;
      }
      for (auto j = i + 1; j < std::min(document_.size(), i + 12) && j < begin; ++j) {
        if (auto code = code_at(document_, j); !code.empty()) return code;
      }
    }
    return {};
  }

  /// "X, for the Indonesian government", "X for Ukraine": whom somebody signs or speaks for.
  std::string by_cause(const NameMention& name) const {
    auto i = std::max(name.outer_end, name.end);
    if (document_.is(i, ",")) ++i;
    if (!document_.is(i, "for") && !document_.is(i, "representing")) return {};
    const bool represents = document_.is(i, "representing");
    ++i;
    while (document_.is_any(i, Word("the"), Word("its"), Word("a"))) ++i;
    if (const auto* party = document_.find(i, Tag::party)) return document_.lexicon->code(party->entry.value);
    const auto country = country_at(document_, i);
    if (!country) return {};
    const auto next = i + country->length;
    if (!country->adjective &&
        (represents || next >= document_.size() || document_.is_punctuation(next) || document_.is(next, "and"))) {
      return country->code;
    }
    return document_.is_any(next, Word("government"), Word("side"), Word("party"), Word("delegation"), Word("army"),
                            Word("ministry"), Word("authorities"))
               ? country->code
               : std::string();
  }

  /// "X, who leads the US Southern Command": what the clause behind the name says he is at the head of.
  std::string by_clause(const NameMention& name) const {
    auto i = std::max(name.outer_end, name.end);
    if (document_.is(i, ",")) ++i;
    if (!document_.is(i, "who")) return {};
    ++i;
    if (!document_.is_any(i, Word("leads"), Word("heads"), Word("commands"), Word("runs"), Word("chairs"), Word("led"),
                          Word("headed"), Word("represents"), Word("represented"), Word("commanded"))) {
      return {};
    }
    for (auto j = i + 1; j < std::min(document_.size(), i + 6) && !document_.is_punctuation(j); ++j) {
      if (document_.is_any(j, Word("in"), Word("to"), Word("at"), Word("with"))) break;
      if (auto code = code_at(document_, j); !code.empty()) return code;
    }
    return {};
  }

  /// "X flew to Oslo to lead the Danish delegation": the country of the delegation that he leads.
  std::string by_lead(const NameMention& name) const {
    constexpr std::uint32_t far = 16;
    const auto from = std::max(name.outer_end, name.end);
    for (auto i = from; i < std::min(document_.size(), from + far) && !document_.is_any(i, Word("."), Word(";")); ++i) {
      if (!document_.is_any(i, Word("lead"), Word("leads"), Word("leading"), Word("led"), Word("head"), Word("heads"),
                            Word("headed"), Word("heading")) ||
          !document_.is_any(i + 1, Word("the"), Word("a"), Word("an")) || document_.tokens[i].capital)
        continue;
      std::string code;
      for (auto j = i + 2; j < std::min(document_.size(), i + 7) && !document_.is_punctuation(j); ++j) {
        if (document_.has(j, Tag::delegations)) return code;
        if (const auto country = country_at(document_, j)) code = country->code;
      }
    }
    return {};
  }

  /// The country of a side that is named at `i` ("Iranian side", "American one"), and nothing elsewhere.
  std::string side_at(std::uint32_t i, std::uint32_t begin) const {
    if (i < begin + 2) return {};
    for (std::uint32_t length = 1; length <= 3 && begin + length < i; ++length) {
      const auto country = country_at(document_, i - length);
      if (!country || country->length != length) continue;
      const bool article = document_.is(i - length - 1, "the");
      const auto before = i - length - (article ? 2 : 1);
      if (before >= begin && document_.is_any(before, Word("on"), Word("from"), Word("for"))) return country->code;
    }
    return {};
  }

  /// "on the Iranian side A and B; on the Turkish one C": each name belongs to the side named last before it. A side
  /// behind which nobody is named takes those before it.
  void read_sides(const Sentence& sentence) {
    auto n = name_from(sentence.begin);
    std::string code;
    bool used = true;
    auto earlier = n;
    for (auto i = sentence.begin; i < sentence.end; ++i) {
      if (document_.is_any(i, Word("side"), Word("one"), Word("part"))) {
        if (auto found = side_at(i, sentence.begin); !found.empty()) {
          code = std::move(found);
          used = false;
          earlier = n;
        }
      }
      for (; n < names_.size() && names_[n].outer_begin <= i && names_[n].begin < sentence.end; ++n) {
        if (code.empty()) continue;
        give(n, code);
        used = true;
      }
    }
    if (!code.empty() && !used && earlier > 0) {
      auto first = earlier - 1;
      while (first > 0 && names_[first - 1].begin >= sentence.begin && lists_next(first - 1)) --first;
      if (names_[first].begin >= sentence.begin) give_list(first, sentence.end, code);
    }
  }

  /// "Bucharest was represented by A and B", "the Turkish delegation included A", "X's team comprised B".
  void read_groups(const Sentence& sentence, std::span<const std::uint32_t> groups) {
    for (const auto i : groups) {
      if (i + 2 >= sentence.end) break;
      const bool represented = document_.is(i, "represented");
      if (represented && !document_.is(i + 1, "by")) continue;
      const auto code = group_before(sentence.begin, i, represented);
      if (code.empty()) continue;
      const auto first = name_from(i);
      if (first < names_.size() && names_[first].outer_begin <= i + 4) give_list(first, sentence.end, code);
    }
  }

  /// The country of the group that is the subject of the verb at `verb`.
  std::string group_before(std::uint32_t begin, std::uint32_t verb, bool represented) const {
    for (auto i = verb; i-- > begin && verb - i < 8;) {
      const bool group = document_.has(i, Tag::delegations) || document_.is(i, "team");
      if (represented) {
        if (auto code = code_at(document_, i); !code.empty()) return code;
      }
      if (!group) continue;
      for (std::uint32_t back = 1; back <= 3 && begin + back <= i; ++back) {
        if (auto code = code_at(document_, i - back); !code.empty()) return code;
      }
      const auto n = name_from(i);
      if (n > 0 && names_[n - 1].begin >= begin && names_[n - 1].end + 1 >= i - 1) return country_of(n - 1);
      return {};
    }
    return {};
  }

  /// "X, accompanied by A and B", "X was flanked by A": of X's country.
  void read_companions(const Sentence& sentence, std::span<const std::uint32_t> companions) {
    for (const auto i : companions) {
      if (i + 1 >= sentence.end) break;
      auto by = i + 1;
      while (by < std::min(sentence.end, i + 4) && !document_.is(by, "by")) ++by;
      if (!document_.is(by, "by")) continue;
      const auto next = name_from(i);
      const auto owner = companion_owner(sentence, i, next);
      if (next >= names_.size() || names_[next].outer_begin > by + 3) continue;
      if (owner.empty() && next > 0 && names_[next - 1].begin >= sentence.begin) give(next - 1, country_of(next));
      give_list(next, sentence.end, owner);
    }
  }

  /// The country of whoever is accompanied: he is named last before, or first in the sentence before.
  std::string companion_owner(const Sentence& sentence, std::uint32_t token, std::size_t next) const {
    if (next == 0) return {};
    if (names_[next - 1].begin >= sentence.begin) return country_of(next - 1);
    const bool pronoun = document_.is_any(sentence.begin, Word("he"), Word("she"), Word("they"));
    if (!pronoun || token > sentence.begin + 4) return {};
    const auto* before = &sentence - 1;
    return &sentence == &document_.sentences.front() ? std::string() : country_of(name_from(before->begin));
  }

  /// The distinct countries that a coordination lists at `i` ("Azerbaijan, Türkiye and Georgia"); `end` is moved
  /// behind it.
  std::vector<std::string> listed_countries(std::uint32_t i, std::uint32_t limit, std::uint32_t& end) const {
    std::vector<std::string> codes;
    while (i < limit) {
      const auto country = country_at(document_, i);
      if (!country || document_.has(i, Tag::organisation)) break;
      if (std::find(codes.begin(), codes.end(), country->code) != codes.end()) break;
      codes.push_back(country->code);
      i += country->length;
      end = i;
      while (i < limit &&
             document_.is_any(i, Word(","), Word("and"), Word("to"), Word("–"), Word("-"), Word("the"), Word("with"))) {
        ++i;
      }
      if (i == end) break;
    }
    return codes;
  }

  /// "the trilateral meeting of Azerbaijan, Türkiye and Georgia" beside "Foreign Ministers A, B and C": to each his
  /// own, in the order of both lists.
  void read_parallel_lists(std::size_t s) {
    const auto& sentence = document_.sentences[s];
    if (sentence.kind != SentenceKind::text || !names_stranger(sentence)) return;
    for (auto n = name_from(sentence.begin); n < names_.size() && names_[n].begin < sentence.end; ++n) {
      auto last = n;
      bool bare = country_of(n).empty();
      while (lists_next(last) && names_[last + 1].begin < sentence.end) {
        ++last;
        bare = bare && country_of(last).empty();
      }
      const auto count = last - n + 1;
      const bool plural = names_[n].before.plural || !names_[n].heads.empty();
      if (bare && count >= 2 && plural) give_in_order(s, n, count);
      n = last;
    }
  }

  void give_in_order(std::size_t s, std::size_t first, std::size_t count) {
    for (auto back = 0U; back <= 1 && back <= s; ++back) {
      const auto& sentence = document_.sentences[s - back];
      for (auto i = sentence.begin; i < sentence.end; ++i) {
        if (!country_at(document_, i)) continue;
        auto end = i;
        const auto codes = listed_countries(i, sentence.end, end);
        if (codes.size() == count && fits_in_order(first, codes)) {
          for (std::size_t k = 0; k < count; ++k) give(first + k, codes[k]);
          return;
        }
        if (end > i) i = end - 1;
      }
    }
  }

  /// False where the names speak against their countries: "Armenia and Türkiye" beside "A, the Turk, and B".
  bool fits_in_order(std::size_t first, const std::vector<std::string>& codes) const {
    int points = 0;
    for (std::size_t k = 0; k < codes.size(); ++k) {
      points += document_.lexicon->origins(names_[first + k].parts).points(codes[k]);
    }
    return points >= 0;
  }

  /// "Ukraine's President A, Prime Minister B and General C": further offices of a list are of the country of the
  /// first.
  void share_in_lists() {
    for (std::size_t n = 0; n < names_.size(); ++n) {
      if (names_[n].before.country.empty() || names_[n].before.heads.empty() || names_[n].before.plural) continue;
      const auto code = names_[n].before.country;
      if (code != country_of(n) || (!document_.home.empty() && code != document_.home)) continue;
      for (auto k = n; lists_next(k); ++k) {
        const auto* next = person_of(k + 1);
        if (next == nullptr || !next->country.empty() || shares_first_head(*next, *person_of(n)) ||
            names_[k + 1].before.plural || (next->heads.empty() && next->rank.empty())) {
          break;
        }
        give(k + 1, code);
      }
    }
  }

  /// "its head", "his adviser", "his predecessor": of the country of whoever was named before.
  void read_possessives() {
    for (std::size_t n = 1; n < names_.size(); ++n) {
      const auto* person = person_of(n);
      if (person == nullptr || names_[n].begin > names_[n - 1].end + 40) continue;
      const auto& title = names_[n].before.possessive ? names_[n].before : names_[n].after;
      if (!title.possessive || title.plural || is_peer(*person)) continue;
      give(n, country_of(n - 1));
    }
  }

  /// "Joe and Jill Biden", "First Lady Emine Erdogan": of the country of the only other bearer of the family name.
  void read_relatives() {
    const auto family = [](const Person& person) {
      std::string_view name = person.parts.back();
      if (name.size() > 5 && name.ends_with('a')) name.remove_suffix(1);
      return name;
    };
    for (auto& person : persons_) {
      if (!person.country.empty() || person.parts.size() < 2 || person.parts.back().size() < 4 ||
          !is_relative_only(person)) {
        continue;
      }
      std::set<std::string> codes;
      for (const auto& other : persons_) {
        if (!other.country.empty() && family(other) == family(person)) codes.insert(other.country);
      }
      if (codes.size() == 1) person.country = *codes.begin();
    }
  }

  const Document& document_;
  const std::vector<NameMention>& names_;
  std::vector<Person>& persons_;
  Tokens sides_;
  Tokens groups_;
  Tokens companions_;
};

}  // namespace

bool is_peer(const Person& person) {
  return std::any_of(person.heads.begin(), person.heads.end(), [](const auto& head) {
    return head == "counterpart" || head == "colleague" || head == "homologue" || head == "opposite number" ||
           head == "interlocutor";
  });
}

void complete_countries(const Document& document, const std::vector<NameMention>& names, std::vector<Person>& persons) {
  CountryWords(document, names, persons).complete();
}

void spread_countries(const Document& document, const std::vector<NameMention>& names, std::vector<Person>& persons) {
  CountryWords(document, names, persons).spread();
}

std::vector<std::size_t> place_at_home(const Document& document, std::vector<Person>& persons) {
  std::vector<std::size_t> placed;
  if (document.home.empty()) return placed;
  for (std::size_t index = 0; index < persons.size(); ++index) {
    auto& person = persons[index];
    if (!person.country.empty() || person.heads.empty() || is_peer(person)) continue;
    static constexpr std::string_view national[] = {"president", "prime minister", "minister", "king",  "emir",
                                                    "amir",      "speaker",        "premier",  "chief", "chairman"};
    if (std::find(std::begin(national), std::end(national), person.heads.front()) == std::end(national)) continue;
    // A name that is not borne at home is rather a visitor's.
    constexpr int foreign = -2;
    if (document.lexicon->origins(person.parts).points(document.home) <= foreign) continue;
    person.country = document.home;
    placed.push_back(index);
  }
  return placed;
}

}  // namespace entente::extract
