#include "persons.hpp"

#include "sexes.hpp"
#include "spelling.hpp"

#include <algorithm>
#include <iterator>
#include <span>

#include <boost/container/small_vector.hpp>
#include <boost/unordered/unordered_flat_map.hpp>

namespace entente::extract {
namespace {

using Parts = std::vector<std::string_view>;

bool is_initial(std::string_view part) { return part.size() == 1 || (part.size() >= 2 && part[1] == '.'); }

/// "assad" of "al-assad": agencies write such a family name with its article or without it.
std::string_view without_article(std::string_view part) {
  static constexpr std::string_view articles[] = {"al-", "el-", "ad-", "an-", "ar-", "as-", "ash-", "at-", "az-"};
  if (part.find('-') == std::string_view::npos) return part;
  for (const auto article : articles) {
    if (part.size() > article.size() + 2 && part.starts_with(article)) return part.substr(article.size());
  }
  return part;
}

Parts without_articles(const std::vector<std::string>& parts) {
  Parts out;
  out.reserve(parts.size());
  std::transform(parts.begin(), parts.end(), std::back_inserter(out), without_article);
  return out;
}

/// "m." and "mohammed", "m" and "m": two given names that may be one.
bool given_agree(std::string_view a, std::string_view b) {
  if (a == b) return true;
  if (a.empty() || b.empty()) return false;
  // "Ts." of "Tserenkhuu", "Kh." of "Khurelsukh"
  const auto begins = [](std::string_view part, std::string_view whole) {
    return part.size() == 2 && whole.starts_with(part);
  };
  return ((is_initial(a) || is_initial(b)) && a[0] == b[0]) || begins(a, b) || begins(b, a);
}

bool in_order(const Parts& inner, const Parts& outer) {
  std::size_t i = 0;
  for (const auto& part : outer) {
    if (i < inner.size() && inner[i] == part) ++i;
  }
  return i == inner.size();
}

/// True if one letter was left out, put in or replaced.
bool one_edit(std::string_view a, std::string_view b) {
  const auto& longer = a.size() >= b.size() ? a : b;
  const auto& shorter = a.size() >= b.size() ? b : a;
  if (longer.size() - shorter.size() > 1 || shorter.size() < 3) return false;
  std::size_t i = 0;
  while (i < shorter.size() && longer[i] == shorter[i]) ++i;
  const auto rest = longer.size() == shorter.size() ? i + 1 : i;
  return longer.substr(i + 1) == shorter.substr(rest);
}

bool shares_head(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::any_of(a.begin(), a.end(),
                     [&](const auto& head) { return std::find(b.begin(), b.end(), head) != b.end(); });
}

/// "Nicolae" of "Nicolae-Ionel".
bool is_half_of(std::string_view half, std::string_view whole) {
  return whole.size() > half.size() && whole.starts_with(half) && whole[half.size()] == '-';
}

/// Two names of two parts or more that are one person's.
bool same_name(const std::vector<std::string>& first, const std::vector<std::string>& second) {
  const auto a = without_articles(first);
  const auto b = without_articles(second);
  if (a == b) return true;
  if (in_order(a, b) || in_order(b, a)) {
    // "Khawaja Asif" and "Khawaja Muhammad Asif", but not "Salman bin Abdulaziz" and "Khalid bin Salman bin Abdulaziz".
    const auto& shorter = a.size() < b.size() ? a : b;
    const auto& longer = a.size() < b.size() ? b : a;
    const bool patronymic = std::find(longer.begin(), longer.end(), "bin") != longer.end() && shorter[0] != longer[0];
    // "bin Salman" of "Mohammed bin Salman bin Abdulaziz"
    const bool short_form = shorter.size() == 2 && shorter[0] == "bin" && longer[1] == "bin" && longer[2] == shorter[1];
    return !patronymic || short_form;
  }
  Parts x = a;
  Parts y = b;
  std::sort(x.begin(), x.end());
  std::sort(y.begin(), y.end());
  if (x == y) return true;
  if (a.back() == b.back()) {
    if (given_agree(a.front(), b.front()) || is_half_of(a.front(), b.front()) || is_half_of(b.front(), a.front())) {
      // Middle names may be missing, not differ; behind "bin" the father's counts.
      if (a.size() == 2 || b.size() == 2) return true;
      return given_agree(a[1], b[1]) && (a[1] != "bin" || b[1] != "bin" || a[2] == b[2]);
    }
    return false;
  }
  // "John Healey", "John Healy": a letter has been lost.
  if (a.size() == 2 && b.size() == 2 && a[0] == b[0] && a[1].size() != b[1].size() && one_edit(a[1], b[1]) &&
      std::min(a[1].size(), b[1].size()) > 4)
    return true;
  if (a.size() == b.size() && a.size() >= 3 && a.front() == b.front()) {
    std::size_t differing = 0;
    bool near = true;
    for (std::size_t i = 0; i < a.size(); ++i) {
      if (a[i] == b[i]) continue;
      ++differing;
      near = near && one_edit(a[i], b[i]);
    }
    return differing == 1 && near;
  }
  return false;
}

/// An office that only says whose equal somebody is, or how he is born.
bool relative_only(const std::string& office) {
  const auto text = folded(office);
  return text.ends_with("counterpart") || text.ends_with("colleague") || text == "prince" ||
         text.ends_with("predecessor");
}

constexpr std::ptrdiff_t most_bearers = 32;
constexpr std::size_t usual_bearers = 2;
constexpr std::size_t usual_persons = 24;

class PersonFinder {
 public:
  PersonFinder(const Document& document, std::vector<NameMention>& names) : document_(document), names_(names) {}

  std::vector<Person> find() {
    persons_.reserve(std::min(names_.size(), usual_persons));
    by_part_.reserve(2 * usual_persons);
    for (std::size_t i = 0; i < names_.size(); ++i) {
      if (names_[i].parts.size() > 1) join_full_name(i);
    }
    for (std::size_t i = 0; i < names_.size(); ++i) {
      if (names_[i].parts.size() == 1) join_short_name(i);
    }
    for (auto& person : persons_) finish(person);
    return std::move(persons_);
  }

 private:
  void add(std::size_t person, std::size_t mention) {
    names_[mention].person = static_cast<int>(person);
    persons_[person].mentions.push_back(mention);
    const auto& name = names_[mention];
    auto& known = persons_[person].heads;
    for (const auto* heads : {&name.before.heads, &name.after.heads, &name.heads}) {
      for (const auto& head : *heads) {
        if (std::find(known.begin(), known.end(), head) == known.end()) known.push_back(head);
      }
    }
    for (const auto& part : name.parts) {
      auto& bearers = by_part_[Word::of(without_article(part)).hash()];
      // The last bearers suffice: a name borne by hundreds tells nobody from another.
      if (std::find(bearers.end() - std::min<std::ptrdiff_t>(std::ssize(bearers), most_bearers), bearers.end(),
                    person) == bearers.end()) {
        bearers.push_back(person);
      }
    }
  }

  std::size_t create(std::size_t mention) {
    Person person;
    person.parts = names_[mention].parts;
    persons_.push_back(std::move(person));
    add(persons_.size() - 1, mention);
    return persons_.size() - 1;
  }

  void join_full_name(std::size_t mention) {
    const auto& parts = names_[mention].parts;
    std::vector<std::size_t> candidates;
    for (const auto& part : parts) {
      if (const auto found = by_part_.find(Word::of(without_article(part)).hash()); found != by_part_.end()) {
        const auto& bearers = found->second;
        candidates.insert(candidates.end(), bearers.end() - std::min<std::ptrdiff_t>(std::ssize(bearers), most_bearers),
                          bearers.end());
      }
    }
    std::sort(candidates.begin(), candidates.end());
    candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
    for (auto candidate = candidates.rbegin(); candidate != candidates.rend(); ++candidate) {
      auto& person = persons_[*candidate];
      if (same_name(parts, person.parts) || nickname(mention, person)) {
        if (parts.size() > person.parts.size()) person.parts = parts;
        add(*candidate, mention);
        return;
      }
    }
    create(mention);
  }

  /// "James N. Mattis", "Jim Mattis": another given name with the same first letter, far from each other.
  bool nickname(std::size_t mention, const Person& person) const {
    const auto& parts = names_[mention].parts;
    if (parts.back() != person.parts.back() || parts.front()[0] != person.parts.front()[0]) return false;
    if (parts.front().size() < 3 || person.parts.front().size() < 3) return false;
    const auto& last = names_[person.mentions.back()];
    const auto& name = names_[mention];
    const bool untitled = name.before.empty() && name.after.heads.empty();
    return untitled && name.begin - last.begin > 30 && person.mentions.size() > 1;
  }

  /// Whom the text introduced first bears the bare surname, and relatives are told by more: the first whose last part
  /// it is, else the first whose first part it is, as where the family name comes first ("Kim" of "Kim Jong-un").
  std::size_t first_bearer(const std::vector<std::size_t>& candidates, std::string_view part) const {
    const auto ends = [&](std::size_t p) { return without_article(persons_[p].parts.back()) == part; };
    const auto begins = [&](std::size_t p) { return without_article(persons_[p].parts.front()) == part; };
    auto found = std::find_if(candidates.begin(), candidates.end(), ends);
    if (found == candidates.end()) found = std::find_if(candidates.begin(), candidates.end(), begins);
    return found == candidates.end() ? persons_.size() : *found;
  }

  void join_short_name(std::size_t mention) {
    const auto& name = names_[mention];
    const auto part = without_article(name.parts[0]);
    const auto found = by_part_.find(Word::of(part).hash());
    int best = -1;
    int best_score = -1'000'000;
    if (found != by_part_.end()) {
      const auto& bearers = found->second;
      std::vector<std::size_t> candidates(bearers.end() - std::min<std::ptrdiff_t>(std::ssize(bearers), most_bearers),
                                          bearers.end());
      std::sort(candidates.begin(), candidates.end());
      candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
      const auto first = first_bearer(candidates, part);
      for (const auto candidate : candidates) {
        int score = fit(mention, persons_[candidate]);
        if (candidate == first) score += 2 * 400;
        if (score > best_score) {
          best_score = score;
          best = static_cast<int>(candidate);
        }
      }
    }
    if (best >= 0 && best_score > -12 * 400) {
      add(static_cast<std::size_t>(best), mention);
      return;
    }
    if (name.before.adjacent && !document_.has(name.begin, Tag::thing) && part.size() > 1) create(mention);
    if (vouched_behind(name)) create(mention);
  }

  /// "on the visit to Brussels, the minister": a place.
  bool stands_behind_place_word(std::uint32_t token) const {
    return token > 0 && document_.is_any(token - 1, Word("to"), Word("in"), Word("at"), Word("from"), Word("of"),
                                         Word("near"), Word("outside"), Word("for"), Word("into"), Word("the"));
  }

  /// "Sugiono, the foreign minister, …": a single name that an apposition makes a person's.
  bool vouched_behind(const NameMention& name) const {
    constexpr std::size_t shortest = 4;
    constexpr auto known = ~bit(Tag::given);
    const auto& title = name.after;
    return name.parts.front().size() >= shortest && !title.heads.empty() && !title.plural && name.before.empty() &&
           document_.is(name.end, ",") && (document_.tags[name.begin] & known) == 0 &&
           !document_.tokens[name.begin].upper && !stands_behind_place_word(name.begin) &&
           document_.is_any(name.end + 1, Word("a"), Word("an"), Word("the"), Word("his"), Word("her"), Word("its"),
                            Word("their"));
  }

  /// True if the name has an office of the person's, be it as its letters: "PM Holm" and "Prime Minister Lars Holm".
  bool shares_office(const NameMention& name, const Person& person) const {
    if (shares_head(name.before.heads, person.heads)) return true;
    return std::any_of(name.before.heads.begin(), name.before.heads.end(), [&](const auto& head) {
      return (head == "pm" || head == "fm" || head == "vp") &&
             shares_head(document_.lexicon->synonyms(head), person.heads);
    });
  }

  bool differ_in_sex(std::size_t mention, const Person& person) const {
    const auto own = told_sex(document_, names_[mention]);
    if (own == Sex::unknown) return false;
    const auto count = std::min<std::size_t>(person.mentions.size(), 8);
    return std::any_of(person.mentions.begin(), person.mentions.begin() + static_cast<std::ptrdiff_t>(count),
                       [&](std::size_t other) {
                         const auto sex = told_sex(document_, names_[other]);
                         return sex != Sex::unknown && sex != own;
                       });
  }

  /// How well a short name fits a person.
  int fit(std::size_t mention, const Person& person) const {
    const auto& name = names_[mention];
    int score = 0;
    const auto part = without_article(name.parts[0]);
    if (without_article(person.parts.back()) == part)
      score += 3;
    else if (without_article(person.parts.front()) == part)
      score += 2;
    else if (name.weak && person.parts.size() > 2)
      score += 1;
    if (!name.before.heads.empty()) score += shares_office(name, person) ? 6 : -2;
    const auto recent = std::span(person.mentions).last(std::min<std::size_t>(person.mentions.size(), 24));
    // "Prince Khalid" is the one whom the text has called a prince.
    if (name.begin > 0 && document_.has(name.begin - 1, Tag::noble)) {
      const bool noble = std::any_of(recent.begin(), recent.end(), [&](std::size_t other) {
        const auto begin = names_[other].begin;
        return begin > 0 && document_.word(begin - 1) == document_.word(name.begin - 1);
      });
      score += noble ? 4 : -2;
    }
    if (!name.before.rank.empty()) {
      bool ranked = false;
      for (const auto other : recent) ranked = ranked || !names_[other].before.rank.empty();
      score += ranked ? 4 : -1;
    }
    if (!name.before.country.empty()) {
      for (const auto other : recent) {
        const auto& country = names_[other].before.country;
        if (!country.empty()) score += country == name.before.country ? 2 : -2;
      }
    }
    if (differ_in_sex(mention, person)) score -= 20;
    // Relatives are named in passing.
    for (const auto& head : person.heads) {
      if (head == "wife" || head == "husband" || head == "spouse" || head == "daughter" || head == "brother")
        score -= 2;
    }
    if (person.mentions.size() > 3) score += 1;
    // Who was last spoken of.
    bool outside = true;
    std::uint32_t nearest = 0;
    bool before = false;
    for (const auto other : recent) {
      if (names_[other].begin < name.begin) {
        before = true;
        nearest = std::max(nearest, names_[other].begin);
      }
      // "X told President Y": who is told something is spoken to, not of.
      const auto begin = names_[other].outer_begin;
      const bool told = begin > 0 && document_.is(begin - 1, "told");
      outside = outside && !told && stands_outside(document_, begin, names_[other].outer_end);
    }
    if (outside) score -= 6;
    if (!before) score -= 3;
    // "President Carter … his wife, Rosalynn Carter": who is named later without the office is somebody else.
    if (!before && !name.before.heads.empty() && !shares_office(name, person)) score -= 20;
    // Recency decides between namesakes, and no more than that.
    const auto distance = before ? std::min<std::uint32_t>(name.begin - nearest, 300) : 300;
    return score * 400 - static_cast<int>(distance);
  }

  void finish(Person& person) const {
    std::sort(person.mentions.begin(), person.mentions.end());
    std::size_t best = 0;
    for (const auto mention : person.mentions) {
      const auto& name = names_[mention];
      const auto full = static_cast<std::size_t>(
          std::count_if(name.parts.begin(), name.parts.end(), [](const auto& part) { return !is_initial(part); }));
      const auto [begin, end] = document_.bytes(name.begin, name.end);
      if (full * 1000 + (end - begin) > best) {
        auto text = document_.text_of(name.begin, name.end);
        if (const auto weight = full * 1000 + text.size(); weight > best) {
          best = weight;
          person.name = std::move(text);
        }
      }
      if (person.rank.empty()) person.rank = name.before.rank;
      for (const auto* office : {&name.before.office, &name.after.office, &name.office}) {
        // "his Turkish counterpart" is told better by any other office.
        if (person.office.empty() || (!office->empty() && relative_only(person.office) && !relative_only(*office)))
          person.office = *office;
      }
      for (const auto* country : {&name.before.country, &name.after.country, &name.country}) {
        if (person.country.empty()) person.country = *country;
      }
      person.only_outside = person.only_outside && stands_outside(document_, name.outer_begin, name.outer_end);
    }
  }

  const Document& document_;
  std::vector<NameMention>& names_;
  std::vector<Person> persons_;
  /// From the hash of a part of a name to those who bear it.
  boost::unordered_flat_map<std::uint64_t, boost::container::small_vector<std::size_t, usual_bearers>> by_part_;
};

}  // namespace

std::vector<Person> find_persons(const Document& document, std::vector<NameMention>& names) {
  auto persons = PersonFinder(document, names).find();
  find_sexes(document, names, persons);
  return persons;
}

/// "the monuments to A, B and X" where X stands at `token`.
static bool listed_with_the_dead(const Document& document, std::uint32_t token) {
  auto i = token;
  while (i > 0 && token - i < 16 && (document.is_any(i - 1, Word(","), Word("and")) || document.tokens[i - 1].capital))
    --i;
  if (i == token || i < 2 || !document.is_any(i - 1, Word("to"), Word("of"))) return false;
  return document.is_any(i - 2, Word("monument"), Word("monuments"), Word("grave"), Word("graves"), Word("tomb"),
                         Word("tombs"), Word("statue"), Word("statues"), Word("bust"), Word("busts"), Word("portraits"),
                         Word("memory"), Word("memorials"));
}

bool stands_outside(const Document& document, std::uint32_t begin, std::uint32_t end) {
  if (end + 1 < document.size() && (document.is(end, "'s") || document.is(end, "'"))) {
    for (auto i = end + 1; i < std::min(document.size(), end + 5); ++i) {
      if (document.has(i, Tag::delegations) || document.has(i, Tag::noun))
        return document.has(i, Tag::outside_noun) && !document.has(i, Tag::noun);
      if (document.is(i, "turn")) return false;
      if (document.has(i, Tag::outside_noun) || document.has(i, Tag::thing)) return true;
      if (document.is_punctuation(i)) break;
    }
    return true;
  }
  auto i = begin;
  while (i > 0 && (document.is(i - 1, "the") || document.is(i - 1, "both") || document.is(i - 1, "late") ||
                   document.is(i - 1, "his") || document.is(i - 1, "her") || document.is(i - 1, "their") ||
                   document.is(i - 1, "own"))) {
    --i;
  }
  if (i == 0) return false;
  // "the newly appointed ambassador X" was appointed by somebody else.
  if (i > 1 && document.is(i - 1, "appointed") && document.is_any(i - 2, Word("newly"), Word("recently"))) {
    i -= 2;
    while (i > 0 && document.is_any(i - 1, Word("the"), Word("a"))) --i;
    if (i == 0) return false;
  }
  // "with allies as well as X"
  if (i > 2 && document.is(i - 1, "as") && document.is(i - 2, "well") && document.is(i - 3, "as")) return false;
  // "received credentials from ambassador X": the preposition belongs to a verb of meeting.
  if (document.is(i - 1, "from") && document.ends_before(i, Tag::verb)) return false;
  if (document.ends_before(i, Tag::outside_preposition)) {
    // "as X looked on", "before Y arrived" begin a clause.
    constexpr auto verbal = bit(Tag::verb) | bit(Tag::light) | bit(Tag::speech) | bit(Tag::action) | bit(Tag::motion);
    const bool conjunction =
        document.is_any(i - 1, Word("as"), Word("before"), Word("after"), Word("since"), Word("until"));
    // "since X and Y met": the verb stands behind the whole list.
    auto last = end;
    bool listed = false;
    constexpr auto of_title = bit(Tag::modifier) | bit(Tag::head) | bit(Tag::adjective);
    while (last + 1 < document.size() && last < end + 16 &&
           (document.is_any(last, Word("and"), Word(","), Word("his"), Word("her"), Word("the")) ||
            document.tokens[last].capital || (listed && document.has_any(last, of_title)))) {
      listed = listed || document.is(last, "and");
      ++last;
    }
    if (!listed || !document.is_any(end, Word("and"), Word(","))) last = end;
    const bool verb = last < document.size() &&
                      (document.has_any(last, verbal) || document.ends_with(last, "ed") ||
                       document.is_any(last, Word("was"), Word("were"), Word("had"), Word("has"), Word("is")));
    return !(conjunction && verb);
  }
  if (document.ends_before(i, Tag::outside_verb) || listed_with_the_dead(document, i)) return true;
  // "the special envoy of President X", "Chef de Cabinet to Secretary-General Y"
  if (i > 2 && document.is_any(i - 1, Word("of"), Word("to")) &&
      document.is_any(i - 2, Word("envoy"), Word("adviser"), Word("advisor"), Word("aide"), Word("assistant"),
                      Word("spokesman"), Word("spokesperson"), Word("spokeswoman"), Word("cabinet"), Word("emissary"),
                      Word("wife"), Word("husband"), Word("widow"), Word("son"), Word("daughter"), Word("brother"),
                      Word("sister"), Word("predecessor"), Word("successor")))
    return true;
  const auto before = i - 1;
  if (document.is(before, "of") && before > 0 &&
      document.is_any(before - 1, Word("funeral"), Word("burial"), Word("death"), Word("passing")))
    return true;
  if (document.is(before, "of") || document.is(before, "to") || document.is(before, "for") ||
      document.is(before, "on")) {
    for (std::uint32_t back = 1; back <= 2 && back <= before; ++back) {
      const auto noun = before - back;
      if (document.has(noun, Tag::outside_noun) && !(document.has(noun, Tag::noun) && !document.is(before, "for"))) {
        // "a visit to President X" is paid to him, "a visit of" is his.
        return !(document.is(before, "to") && (document.is(noun, "visit") || document.is(noun, "call")));
      }
      if (document.has(noun, Tag::all) || document.has(noun, Tag::noun)) break;
    }
  }
  return false;
}

}  // namespace entente::extract
