#include "epithets.hpp"
#include "person_list.hpp"
#include "reference_finder.hpp"

#include <algorithm>
#include <string_view>

namespace entente::extract {
namespace {

const std::string no_office;

/// Words of an office that tell one minister from another.
struct Domain {
  Word word;
  std::string_view name;
};
constexpr Domain domains[] = {{"defense", "defense"},   {"defence", "defense"}, {"foreign", "foreign"},
                              {"interior", "interior"}, {"prime", "prime"},     {"deputy", "deputy"},
                              {"vice", "vice"},         {"finance", "finance"}, {"transport", "transport"},
                              {"security", "security"}, {"energy", "energy"},   {"justice", "justice"},
                              {"trade", "trade"},       {"first", "first"},     {"state", "state"},
                              {"national", "national"}, {"crown", "crown"}};

}  // namespace

std::uint32_t ReferenceFinder::take_phrase(std::uint32_t i, std::uint32_t limit) {
  auto j = i;
  const bool starts = document_.is_any(j, Word("the"), Word("his"), Word("her"), Word("its"), Word("their"),
                                       Word("this"), Word("both"), Word("each"), Word("neither")) ||
                      country_at(document_, j).has_value();
  const bool bare = j == sentence_.begin || document_.tokens[j].capital;
  const bool indefinite = document_.is_any(j, Word("a"), Word("an"));
  // "called on army chief", as papers of South Asia word it
  const bool behind_verb = i > sentence_.begin && document_.ends_before(i, Tag::verb) &&
                           document_.has_any(i, bit(Tag::head) | bit(Tag::modifier)) &&
                           !document_.is_any(i, Word("two"), Word("three"), Word("four"), Word("five"));
  if (!starts && !bare && !indefinite && !behind_verb && !document_.is_any(j, Word("two"), Word("secretary")))
    return i + 1;
  bool article = behind_verb && !starts && !bare && !indefinite;
  bool his = false;
  bool both = false;
  std::string country;
  std::string domain;
  std::vector<std::string> countries;
  int number = 0;
  if (indefinite) {
    ++j;
    article = true;
  }
  if (!country_at(document_, j) && starts) {
    his = document_.is(j, "his") || document_.is(j, "her") || document_.is(j, "their") || document_.is(j, "its");
    both = document_.is(j, "both");
    article = true;
    ++j;
  }
  const auto stop = std::min(limit, j + 7);
  while (j < stop) {
    if (const auto code = country_at(document_, j); code && !document_.has(j, Tag::head)) {
      country = code->code;
      if (countries.empty() || countries.back() != country) countries.push_back(country);
      j += code->length;
      if (document_.is(j, "'s")) ++j;
      article = true;
      // "the Egyptian and Jordanian ministers", "the U.S. and Japanese envoys"
      const bool goes_on =
          (code->adjective || document_.is(j, "and")) && document_.is_any(j, Word("and"), Word(","), Word("&"));
      // "the Chinese and US defence chiefs"
      const auto holds = [&](std::uint32_t k) {
        return document_.has_any(k, bit(Tag::modifier) | bit(Tag::plural_head));
      };
      const auto second = document_.is(j, "and") && document_.is(j + 1, "the") ? j + 2 : j + 1;
      if (const auto next = goes_on ? country_at(document_, second) : std::nullopt;
          next && (next->adjective || (code->adjective && holds(second + next->length))))
        j = second;
      continue;
    }
    const auto word = document_.word(j);
    // "the Group of Five"
    if (j > sentence_.begin + 1 && document_.is(j - 1, "of") && document_.is(j - 2, "group")) return i + 1;
    if (word == "two" || word == "three" || word == "four" || word == "five") {
      number = word == "two" ? 2 : word == "three" ? 3 : word == "four" ? 4 : 5;
      const auto after = j + 1;
      const bool noun_follows =
          after < stop &&
          (document_.has(after, Tag::all) || document_.has(after, Tag::plural_head) ||
           (document_.has(after, Tag::modifier) && !document_.is(after, "then") && !document_.is(after, "late")) ||
           document_.has(after, Tag::guests) || document_.has(after, Tag::hosts) || document_.has(after, Tag::head));
      if (!noun_follows) break;
      ++j;
      continue;
    }
    if (document_.has(j, Tag::guests) || document_.has(j, Tag::hosts) || document_.has(j, Tag::delegations)) break;
    if (document_.has(j, Tag::all) && !document_.has(j, Tag::modifier) && stands_alone(j)) break;
    const auto* head = document_.find(j, Tag::head);
    const auto* plural = document_.find(j, Tag::plural_head);
    const bool modifier = document_.has(j, Tag::modifier);
    const bool modifies = modifier && j + 1 < stop &&
                          (document_.has(j + 1, Tag::head) || document_.has(j + 1, Tag::plural_head) ||
                           document_.has(j + 1, Tag::modifier));
    // "the AFRICOM chief"
    if (head == nullptr && document_.tokens[j].upper && starts && j + 1 < stop && document_.has(j + 1, Tag::head)) {
      ++j;
      continue;
    }
    if ((head != nullptr || plural != nullptr) && !(modifies && head != nullptr && head->length == 1)) break;
    if (!modifier && !(starts_body(j, stop) && (article || starts))) break;
    if (document_.is_any(j, Word("late"), Word("former"), Word("previous"), Word("then"), Word("ex")))
      domain = document_.spelling(j);
    for (const auto& known : domains) {
      if (word == known.word) domain = known.name;
    }
    ++j;
  }
  if (j >= limit) return i + 1;
  const bool couple = document_.is(j, "couple");
  if (number == 0 && article) {
    if (document_.is_any(j, Word("pair"), Word("couple"), Word("duo"))) number = 2;
    if (document_.is(j, "trio")) number = 3;
    if (document_.is(j, "quartet")) number = 4;
  }
  Reference reference;
  reference.begin = i;
  const auto* head = document_.find(j, Tag::head);
  const auto* plural = document_.find(j, Tag::plural_head);
  const auto* rank = document_.find(j, Tag::rank);
  const bool introduced = article || document_.tokens[j].capital;
  if (document_.has(j, Tag::delegations) && document_.is(j + 1, "of") &&
      document_.tokens[std::min(j + 2, document_.size() - 1)].kind == TokenKind::number) {
    return i + 1;  // "the delegations of 35 states"
  }
  const bool national_side =
      document_.is(j, "side") && !country.empty() &&
      (i == sentence_.begin || !document_.is_any(i - 1, Word("on"), Word("from"), Word("by"), Word("the")));
  if (national_side && i > sentence_.begin) {
    reference.kind = ReferenceKind::group;
    reference.end = j + 1;
    reference.plural = true;
    reference.persons = antecedents_.delegation(country, false, j);
  } else if (document_.has(j, Tag::delegations) && (article || j > i)) {
    reference.kind = ReferenceKind::group;
    reference.plural = true;
    reference.end = j + 1;
    reference.persons = antecedents_.delegation(country, his, j);
    if (reference.persons.empty()) reference.persons = led_later(country);
  } else if (document_.tokens[j].capital && end_of_named_thing(j + 1, limit) > 0 && document_.has(j, Tag::guests)) {
    return end_of_named_thing(j + 1, limit);  // "the Guest House"
  } else if (document_.has(j, Tag::guests) && article && !indefinite) {
    reference.kind = ReferenceKind::group;
    reference.end = j + 1;
    if (document_.is(reference.end, "from")) {
      if (const auto from = country_at(document_, reference.end + 1)) country = from->code;
    }
    const bool named = document_.is(reference.end, ",") && limit == reference.end + 1;  // "The visitor, X, …"
    if (!named) reference.persons = antecedents_.guests(country, document_.ends_with(j, "s"));
    const auto* possessor = his && !references_.empty() ? &references_.back() : nullptr;
    const bool of_host = possessor != nullptr && possessor->persons.size() == 1 && !focus_.guests.empty() &&
                         contains(focus_.hosts, possessor->persons.front()) && document_.ends_with(j, "s");
    if (of_host && !named) {
      reference.persons = focus_.guests;  // "attended by the President and his guests"
    } else if (his && !named) {
      auto others = antecedents_.others(antecedents_.subject_here(), country);
      const bool plural_noun = document_.ends_with(j, "s");
      if (others.size() == 1 || (plural_noun && !others.empty()) || reference.persons.empty())
        reference.persons = std::move(others);
      if (!plural_noun && reference.persons.size() > 1) reference.persons.clear();
    }
  } else if (document_.has(j, Tag::hosts) && article) {
    reference.kind = ReferenceKind::group;
    reference.end = j + 1;
    reference.persons = his ? antecedents_.others(antecedents_.subject_here()) : antecedents_.hosts();
    // "where X was their host": one, whoever he is
    const bool predicate = i > sentence_.begin && document_.is_any(i - 1, Word("was"), Word("is"));
    if (document_.is(j, "host") && (predicate || reference.persons.size() > 1)) reference.persons.clear();
  } else if (!indefinite && (plural != nullptr || (document_.has(j, Tag::all) && stands_alone(j)))) {
    const bool side = document_.is(j, "sides") || document_.is(j, "parties");
    if (!introduced && number == 0 && !both) return i + 1;
    // "the Council of Ministers"
    if (j == i && j > sentence_.begin + 1 && document_.is(j - 1, "of") && document_.tokens[j - 2].capital &&
        document_.has(j - 2, Tag::thing))
      return j + 1;
    reference.kind = ReferenceKind::group;
    reference.plural = true;
    reference.end = j + (plural != nullptr ? plural->length : 1);
    if (plural != nullptr && countries.size() > 1) {
      for (const auto& code : countries) {
        const auto person = antecedents_.office(document_.lexicon->head(plural->entry.value), code, domain, false, i);
        if (person >= 0) add_unique(reference.persons, person);
      }
    }
    // "A and B signed in the presence of the two presidents": others than those of the sentence.
    const bool witnesses =
        document_.ends_before(i, Tag::attending_after) || document_.is_any(i - 1, Word("joined"), Word("join"));
    if (plural != nullptr && countries.size() == 1 && !document_.is(reference.end, "of"))
      reference.persons =
          antecedents_.of_country(country, document_.lexicon->head(plural->entry.value), domain, number);
    if (!reference.persons.empty()) {
      // the ministers of one country
    } else if (country.empty() && !document_.is(reference.end, "of")) {
      reference.persons = couple && focus_.named.size() == 2
                              ? focus_.named
                              : antecedents_.group(number, both, side, plural, domain, witnesses);
      if (reference.persons.empty() && !side && (number > 1 || both))
        reference.persons = named_later(both ? 2 : number);
    } else if (auto listed = behind_colon(reference.end); listed.size() > 1) {
      reference.persons = std::move(listed);
    } else if (auto holders = in_brackets(reference.end); holders.size() > 1) {
      reference.persons = std::move(holders);
    } else if (const auto states = states_behind(reference.end, limit); number > 1 || states.size() > 1) {
      const auto& office = plural == nullptr ? no_office : document_.lexicon->head(plural->entry.value);
      reference.persons = antecedents_.of_states(states, office, domain);
      if (reference.persons.empty())
        reference.persons = named_later(number > 1 ? number : static_cast<int>(states.size()));
      if (std::any_of(reference.persons.begin(), reference.persons.end(),
                      [&](int person) { return !antecedents_.may_hold(person, office); }))
        reference.persons.clear();
    }
  } else if (indefinite) {
    return i + 1;
  } else if (head != nullptr) {
    if (!introduced) return i + 1;
    if (const auto end = end_of_named_thing(j + head->length, limit); end > j && document_.tokens[j].capital)
      return end;
    // "the official visit", "the head office"
    const auto behind = j + head->length;
    if (behind < limit && document_.has(behind, Tag::noun) && !document_.has(behind, Tag::verb)) return i + 1;
    if (behind < limit && document_.is(j, "official") &&
        document_.is_any(behind, Word("visit"), Word("welcome"), Word("talks"), Word("opening"), Word("welcoming")))
      return i + 1;
    reference.kind = ReferenceKind::office;
    reference.end = j + head->length;
    take_complement(reference, limit, country, domain);
    const auto office = office_of(reference, *head, country, domain);
    auto person = antecedents_.office(office, country, domain, his, i);
    const bool plain = country.empty() && domain.empty() && !his;
    if (plain && person >= 0 && persons_[static_cast<std::size_t>(person)].heads.empty())
      focus_.called[office] = person;
    else if (const auto known = focus_.called.find(office); plain && person < 0 && known != focus_.called.end())
      person = known->second;
    if (person < 0 && his && document_.is_any(j, Word("wife"), Word("husband"), Word("spouse")) &&
        !references_.empty() && references_.back().persons.size() == 1)
      person = antecedents_.spouse(references_.back().persons.front());
    if (person < 0 && domain == "former" && country.empty() && !his && document_.is(i, "the"))
      person = former_one(persons_, focus_, antecedents_);
    // "Leader of the Nation, President of the Republic X": a further office of whoever is named next.
    const bool of_next = !article && !his && document_.is(reference.end, ",") && limit == reference.end + 1;
    if (person >= 0 && !of_next) reference.persons = {person};
  } else if (rank != nullptr && article &&
             !document_.tokens[std::min(j + rank->length, document_.size() - 1)].capital) {
    reference.kind = ReferenceKind::office;
    reference.end = j + rank->length;
    if (focus_.subject.size() == 1 && !persons_[static_cast<std::size_t>(focus_.subject[0])].rank.empty())
      reference.persons = focus_.subject;
    // "the General": the one whom the text is about.
    if (focus_.topic >= 0 && bears_rank(focus_.topic, j)) reference.persons = {focus_.topic};
    for (const auto person : focus_.core) {
      if (reference.persons.empty() && !persons_[static_cast<std::size_t>(person)].rank.empty())
        reference.persons = {person};
    }
    for (const auto& [person, token] : antecedents_.by_recency()) {
      if (!reference.persons.empty()) break;
      if (!persons_[static_cast<std::size_t>(person)].rank.empty()) {
        reference.persons = {person};
        break;
      }
    }
  } else {
    return i + 1;
  }
  if (reference.end > limit) return i + 1;
  if (is_predicate(i)) return reference.end;
  // "the ministers attending the forum", "ministers from ten nations": those whom these words tell, and no others
  if (reference.kind == ReferenceKind::group && plural != nullptr && number == 0 &&
      document_.is_any(reference.end, Word("attending"), Word("participating"), Word("representing"), Word("from")))
    return reference.end;
  // "(hereinafter referred to as "Ministers")": a term, not a reference.
  if (reference.end - i == 1 && i > sentence_.begin && document_.is_any(i - 1, Word("“"), Word("\""), Word("‘")) &&
      document_.is_any(reference.end, Word("”"), Word("\""), Word("’")))
    return reference.end;
  // "the Trilateral Defence Ministers' Meeting", "the Defence Ministers' meeting": a title of an event.
  if (reference.kind == ReferenceKind::group && document_.is_any(reference.end, Word("'"), Word("'s")) &&
      reference.end + 1 < sentence_.end && document_.tokens[j].capital &&
      (document_.tokens[reference.end + 1].capital || document_.has(reference.end + 1, Tag::noun)))
    return reference.end;
  reference.possessive = document_.is(reference.end, "'s") || document_.is(reference.end, "'");
  reference.outside = stands_outside(document_, reference.begin, reference.end);
  references_.push_back(std::move(reference));
  return references_.back().end;
}

bool ReferenceFinder::is_predicate(std::uint32_t i) const {
  auto verb = i;
  while (verb > sentence_.begin && document_.is_any(verb - 1, Word("also"), Word("currently"), Word("now"))) --verb;
  return verb > sentence_.begin + 1 && document_.is_any(verb - 1, Word("is"), Word("was")) &&
         document_.is(verb - 2, "who");
}

bool ReferenceFinder::starts_body(std::uint32_t i, std::uint32_t limit) const {
  auto end = i;
  while (end < limit && document_.tokens[end].capital && !document_.has(end, Tag::delegations)) ++end;
  return end > i && end < limit && document_.has(end, Tag::delegations);
}

bool ReferenceFinder::bears_rank(int person, std::uint32_t token) const {
  const auto& rank = persons_[static_cast<std::size_t>(person)].rank;
  const auto& raw = document_.raw(token);
  return rank.size() >= raw.size() && raw.size() > 4 &&
         std::equal(raw.rbegin(), raw.rend(), rank.rbegin(), [](char a, char b) { return (a | 32) == (b | 32); });
}

std::string ReferenceFinder::office_of(const Reference& reference, const Match& head, std::string& country,
                                       std::string& domain) const {
  const auto& text = document_.lexicon->head(head.entry.value);
  if (text != "head" && text != "chief") return text;
  for (auto i = reference.begin; i < reference.end; ++i) {
    if (document_.is_any(i, Word("ministry"), Word("department")) && !domain.empty()) return "minister";
    // "the head of Turkish diplomacy"
    if (document_.is(i, "diplomacy")) {
      domain = "foreign";
      return "minister";
    }
    if (document_.is(i, "pentagon")) {
      country = "US";
      domain = "defense";
      return "secretary";
    }
    if (document_.is(i, "state") && document_.is(i + 1, "department")) {
      country = "US";
      domain.clear();
      return "secretary of state";
    }
  }
  return text;
}

std::uint32_t ReferenceFinder::end_of_named_thing(std::uint32_t i, std::uint32_t limit) const {
  for (auto end = i; end < std::min(limit, i + 5) && document_.tokens[end].capital; ++end) {
    if (document_.is_any(end, Word("airport"), Word("base"), Word("house"), Word("university"), Word("hospital"),
                         Word("stadium"), Word("bridge"), Word("square"), Word("street"), Word("mosque"), Word("hotel"),
                         Word("palace"), Word("hall"), Word("center"), Word("centre"), Word("foundation"),
                         Word("institute"), Word("academy"), Word("museum"), Word("library")))
      return end + 1;
  }
  return 0;
}

void ReferenceFinder::take_complement(Reference& reference, std::uint32_t limit, std::string& country,
                                      std::string& domain) const {
  auto i = reference.end;
  if (!document_.is_any(i, Word("of"), Word("for")) || i + 1 >= limit) return;
  ++i;
  if (document_.is(i, "the")) ++i;
  const auto code = country_at(document_, i);
  if (code && !code->adjective && i + code->length <= limit) {
    country = code->code;
    reference.end = i + code->length;
    return;
  }
  if (code && country.empty()) country = code->code;  // "of the Sri Lankan Army"
  auto end = i;
  const auto links = [&](std::uint32_t k) {
    return document_.is_any(k, Word("and"), Word("of"), Word("to"), Word("for"), Word("the"));
  };
  while (end < limit && end < i + 12 && document_.tokens[end].kind == TokenKind::word &&
         (document_.tokens[end].capital || document_.has(end, Tag::modifier) || links(end))) {
    for (const auto& known : domains) {
      if (domain.empty() && document_.word(end) == known.word) domain = known.name;
    }
    ++end;
  }
  while (end > i && links(end - 1)) --end;
  if (end == i) return;
  // "the President of the Riigikogu, X,"
  const bool names_holder = end + 1 == limit && document_.is(end, ",") && document_.tokens[i].capital;
  if (domain.empty() && !names_holder &&
      !document_.has_any(i, bit(Tag::thing) | bit(Tag::modifier) | bit(Tag::adjective)))
    return;
  reference.end = end;
}

Persons ReferenceFinder::led_later(const std::string& country) const {
  const auto next = static_cast<std::size_t>(&sentence_ - document_.sentences.data()) + 1;
  if (next >= document_.sentences.size()) return {};
  const auto& sentence = document_.sentences[next];
  if (!document_.is_any(sentence.begin, Word("it"), Word("the"), Word("leading"), Word("heading"))) return {};
  // "The Peruvian delegation was headed by A, and the Norwegian delegation by B": behind the one that is meant.
  auto from = sentence.begin;
  bool told = false;
  for (auto i = sentence.begin; i < sentence.end && !country.empty(); ++i) {
    const auto state = country_at(document_, i);
    if (!state || !document_.has(i + state->length, Tag::delegations)) continue;
    told = told || state->code == country;
    if (state->code == country) from = i;
    if (!told) from = sentence.end;
  }
  const auto name = std::lower_bound(names_.begin(), names_.end(), from,
                                     [](const NameMention& n, std::uint32_t token) { return n.begin < token; });
  if (name == names_.end() || name->begin >= sentence.end || name->person < 0) return {};
  // "The head of the Norwegian delegation, X, …"
  bool headed = document_.is_any(sentence.begin + 1, Word("head"), Word("leader"), Word("chief"));
  bool of_delegation = false;
  for (auto i = sentence.begin; i < name->begin; ++i) {
    if (document_.has(i, Tag::led) || document_.is_any(i, Word("leading"), Word("heading"))) return {name->person};
    of_delegation = of_delegation || document_.has(i, Tag::delegations);
  }
  if (headed && of_delegation && name->outer_begin <= sentence.begin + 14) return {name->person};
  return {};
}

std::vector<std::string> ReferenceFinder::states_behind(std::uint32_t i, std::uint32_t limit) const {
  std::vector<std::string> states;
  if (!document_.is(i, "of")) return states;
  for (++i; i < limit;) {
    if (document_.is_any(i, Word(","), Word("and"), Word("the"))) {
      ++i;
      continue;
    }
    const auto state = country_at(document_, i);
    if (!state) break;
    states.push_back(state->code);
    i += state->length;
  }
  return states;
}

Persons ReferenceFinder::in_brackets(std::uint32_t i) const {
  Persons out;
  while (i < sentence_.end) {
    if (document_.is_any(i, Word("of"), Word("the"), Word(","), Word("and"))) {
      ++i;
      continue;
    }
    const auto state = country_at(document_, i);
    if (!state || !document_.is(i + state->length, "(")) break;
    const auto opened = i + state->length;
    const auto name = std::lower_bound(names_.begin(), names_.end(), opened,
                                       [](const NameMention& n, std::uint32_t token) { return n.begin < token; });
    if (name == names_.end() || name->outer_begin != opened + 1 || name->person < 0 || !document_.is(name->end, ")"))
      break;
    add_unique(out, name->person);
    i = name->end + 1;
  }
  return out;
}

Persons ReferenceFinder::behind_colon(std::uint32_t i) const {
  constexpr std::uint32_t far = 8;
  auto colon = i;
  while (colon < std::min(sentence_.end, i + far) && !document_.is(colon, ":")) {
    if (document_.has_any(colon, bit(Tag::verb) | bit(Tag::light) | bit(Tag::speech))) return {};
    ++colon;
  }
  if (!document_.is(colon, ":")) return {};
  Persons out;
  auto name = std::lower_bound(names_.begin(), names_.end(), i,
                               [](const NameMention& n, std::uint32_t token) { return n.begin < token; });
  for (; name != names_.end() && name->begin < sentence_.end; ++name) {
    if (name->begin < colon) return {};
    if (name->person >= 0 && !document_.is(name->outer_begin - 1, "of")) add_unique(out, name->person);
  }
  return out;
}

Persons ReferenceFinder::named_later(int number) const {
  Persons out;
  // "three envoys presented their letters to President X": he is none of them.
  const auto told = [this](int person) {
    auto name = std::lower_bound(names_.begin(), names_.end(), sentence_.begin,
                                 [](const NameMention& n, std::uint32_t token) { return n.begin < token; });
    for (; name != names_.end() && name->begin < sentence_.end; ++name) {
      if (name->person == person) return true;
    }
    return false;
  };
  auto next = static_cast<std::size_t>(&sentence_ - document_.sentences.data()) + 1;
  for (int steps = 0; steps < 3 && next < document_.sentences.size(); ++steps, ++next) {
    const auto& sentence = document_.sentences[next];
    auto name = std::lower_bound(names_.begin(), names_.end(), sentence.begin,
                                 [](const NameMention& n, std::uint32_t token) { return n.begin < token; });
    for (; name != names_.end() && name->begin < sentence.end; ++name) {
      if (name->person >= 0 && !told(name->person) && !stands_outside(document_, name->outer_begin, name->end))
        add_unique(out, name->person);
    }
    if (static_cast<int>(out.size()) == number) return out;
    if (static_cast<int>(out.size()) > number) break;
  }
  return {};
}

bool ReferenceFinder::stands_alone(std::uint32_t i) const {
  if (!document_.is_any(i, Word("two"), Word("three"), Word("four"), Word("five"), Word("both"), Word("all"),
                        Word("six"), Word("seven"))) {
    return true;
  }
  const auto next = i + 1;
  if (next >= sentence_.end || document_.is_punctuation(next)) return true;
  constexpr auto verbal = bit(Tag::verb) | bit(Tag::light) | bit(Tag::speech) | bit(Tag::action) | bit(Tag::motion) |
                          bit(Tag::attending_before);
  const bool past = document_.ends_with(next, "ed") && next + 1 < sentence_.end &&
                    (document_.has(next + 1, Tag::link) || document_.is_punctuation(next + 1) ||
                     document_.is_any(next + 1, Word("that"), Word("how"), Word("by"), Word("with"), Word("about")));
  return document_.has_any(next, verbal) || past || document_.ends_with(next, "ly") ||
         document_.is_any(next, Word("were"), Word("are"), Word("have"), Word("had"), Word("also"), Word("then"),
                          Word("later"), Word("will"), Word("and"), Word("in"), Word("at"), Word("on"), Word("again"),
                          Word("would"), Word("first"), Word("last"), Word("did")) ||
         (document_.is(next, "of") && document_.is_any(next + 1, Word("them"), Word("us")));
}

}  // namespace entente::extract
