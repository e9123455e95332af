#include "countries.hpp"
#include "travels.hpp"

#include <algorithm>
#include <map>
#include <string_view>

#include <boost/container/flat_map.hpp>

namespace entente::extract {
namespace {

/// By the code of a country, which the lexicon or the document keeps.
using Scores = boost::container::flat_map<std::string_view, int>;

/// How often the text speaks of each country, and where.
struct CountryCounts {
  Scores document;
  std::vector<std::pair<std::uint32_t, std::string_view>> places;  ///< token → code, in order
};

CountryCounts count_countries(const Document& document) {
  CountryCounts counts;
  for (std::uint32_t i = 0; i < document.size(); ++i) {
    std::string_view code;
    std::uint32_t length = 0;
    if (const auto country = country_at(document, i)) {
      if (document.has(i, Tag::organisation) && country->length == document.find(i, Tag::organisation)->length) {
        i += country->length - 1;
        continue;
      }
      code = country->code;
      length = country->length;
    } else if (const auto* city = document.find(i, Tag::city);
               city != nullptr &&
               (!document.home.empty() || document.text_of(i, i + city->length) != document.dateline_city)) {
      code = document.lexicon->code(city->entry.value);
      length = city->length;
    }
    if (code.empty()) continue;
    ++counts.document[code];
    counts.places.emplace_back(i, code);
    i += length - 1;
  }
  return counts;
}

/// "The ministers of Peru and Norway met. A and B …": of each in this order, where nothing speaks against it.
void place_in_order(const Document& document, std::vector<Person>& persons, const Reference& reference) {
  std::vector<std::string> states;
  if (!document.is(reference.end, "of")) return;
  for (auto i = reference.end + 1; i < document.size();) {
    if (document.is_any(i, Word(","), Word("and"), Word("the"))) {
      ++i;
      continue;
    }
    const auto state = country_at(document, i);
    if (!state || state->adjective) break;
    states.push_back(state->code);
    i += state->length;
  }
  if (states.size() != reference.persons.size()) return;
  const auto country = [&](std::size_t k) -> std::string& {
    return persons[static_cast<std::size_t>(reference.persons[k])].country;
  };
  for (std::size_t k = 0; k < states.size(); ++k) {
    if (!country(k).empty() && country(k) != states[k]) return;
  }
  for (std::size_t k = 0; k < states.size(); ++k) country(k) = states[k];
}

/// Offices that later sentences give to persons without a country: "The Chinese minister said …".
void place_by_references(const Document& document, std::vector<Person>& persons,
                         const std::vector<Reference>& references) {
  std::map<int, std::map<std::string, int>> votes;
  for (const auto& reference : references) {
    if (reference.kind == ReferenceKind::group && reference.persons.size() > 1)
      place_in_order(document, persons, reference);
    if (reference.kind != ReferenceKind::office || reference.persons.size() != 1) continue;
    const auto person = reference.persons.front();
    if (!persons[static_cast<std::size_t>(person)].country.empty()) continue;
    for (auto i = reference.begin; i < std::min(reference.end, reference.begin + 4); ++i) {
      const auto country = country_at(document, i);
      if (!country || document.has(i, Tag::organisation)) continue;
      ++votes[person][country->code];
      break;
    }
  }
  for (const auto& [person, codes] : votes) {
    const auto best =
        std::max_element(codes.begin(), codes.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    persons[static_cast<std::size_t>(person)].country = best->first;
  }
}

/// Whose secretary-general somebody is of whom the text only says that he is one: of the organisation that it speaks of
/// most, else of the United Nations. The European Union has none.
std::string organisation_of_secretary(const Document& document) {
  Scores counts;
  for (std::uint32_t i = 0; i < document.size(); ++i) {
    const auto* body = document.find(i, Tag::organisation);
    if (body == nullptr) continue;
    const std::string_view code = document.lexicon->code(body->entry.value);
    if (code != "EU") ++counts[code];
    i += body->length - 1;
  }
  if (counts.empty() || counts.contains("UN")) return "UN";
  const auto best =
      std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return std::string(best->first);
}

void place_secretaries(const Document& document, std::vector<Person>& persons) {
  for (auto& person : persons) {
    if (person.country.empty() && (person.office == "Secretary-General" || person.office == "Secretary General"))
      person.country = organisation_of_secretary(document);
  }
}

/// True if the text begins beside a summit: the city of its dateline is nobody's home.
bool begins_beside_summit(const Document& document) {
  constexpr std::uint32_t beginning = 120;
  for (std::uint32_t i = 0; i < std::min(document.size(), beginning); ++i) {
    if (document.is_any(i, Word("sidelines"), Word("margins"))) return true;
  }
  return false;
}

/// Whom the words beside the name do not place, by what the text says of the event: hosts are at home, partners come
/// from another country, companions from the same, and a text speaks most of the countries whose officials meet.
class CountryGuess {
 public:
  CountryGuess(const Document& document, const std::vector<NameMention>& names, std::vector<Person>& persons,
               const std::vector<Occasion>& occasions)
      : document_(document),
        names_(names),
        persons_(persons),
        occasions_(occasions),
        home_(begins_beside_summit(document) ? std::string() : document.home),
        counts_(count_countries(document)),
        travels_(find_travels(document, names)) {}

  void guess() {
    // Three times, the surest first: who is placed in one round helps to place his partners in the next.
    for (const int points : {9, 6, 3}) {
      for (const auto& occasion : occasions_) {
        for (const auto index : occasion.persons) {
          auto& person = persons_[static_cast<std::size_t>(index)];
          if (person.country.empty()) person.country = best(occasion, index, points);
        }
      }
    }
  }

 private:
  static constexpr int most_origin = 6;
  static constexpr std::size_t most_persons = 60;
  static constexpr std::size_t most_occasions = 24;  ///< looked at for one person, so that time stays linear

  const Person& person_at(int index) const { return persons_[static_cast<std::size_t>(index)]; }

  static bool has_role(const Occasion& occasion, int index, Role role) {
    const auto found = occasion.roles.find(index);
    return found != occasion.roles.end() && found->second == role;
  }

  static void add(Scores& scores, std::string_view code, int points) {
    if (const auto found = scores.find(code); found != scores.end()) found->second += points;
  }

  std::string best(const Occasion& occasion, int index, int least) const {
    auto scores = counts_.document;
    for (auto& [code, points] : scores) points = std::min(points, 5);
    const bool host = has_role(occasion, index, Role::host);
    const bool guest = has_role(occasion, index, Role::guest);
    add_sentence(scores, person_at(index), host, guest);
    add_postings(scores, person_at(index));
    if (!host && !guest) add_hosts(scores, occasion, index);
    if (host) add(scores, home_, 4);
    if (guest) add(scores, home_, -5);
    if (!guest && !person_at(index).heads.empty()) add(scores, home_, 4);
    const auto origins = document_.lexicon->origins(person_at(index).parts);
    for (auto& [code, points] : scores) points += std::clamp(origins.points(code), -most_origin, most_origin);
    add_partners(scores, occasion, index);
    add_other_occasions(scores, occasion, index);
    add_namesakes_in_office(scores, index);
    add_travels(scores, occasion, index);
    std::string_view found;
    int points = least;
    int second = 0;
    for (const auto& [code, value] : scores) {
      if (value > points) {
        second = found.empty() ? second : points;
        points = value;
        found = code;
      } else {
        second = std::max(second, value);
      }
    }
    return points - second >= (least > 3 ? 2 : 1) ? std::string(found) : std::string();
  }

  const Sentence& sentence_of(std::uint32_t token) const {
    return *(std::upper_bound(document_.sentences.begin(), document_.sentences.end(), token,
                              [](std::uint32_t t, const Sentence& s) { return t < s.begin; }) -
             1);
  }

  /// The countries that the sentence of the first mention speaks of.
  void add_sentence(Scores& scores, const Person& person, bool host, bool guest) const {
    const auto token = names_[person.mentions.front()].begin;
    const auto& sentence = sentence_of(token);
    auto place =
        std::lower_bound(counts_.places.begin(), counts_.places.end(), std::pair(sentence.begin, std::string_view()));
    for (; place != counts_.places.end() && place->first < sentence.end; ++place) {
      add(scores, place->second, 2);
      // "During his visit to Turkey, X was received by President Y", "in Ankara"
      const bool to = is_visited(place->first);
      if (to && host) add(scores, place->second, 8);
      if (to && guest) add(scores, place->second, -6);
      if (!document_.is(behind_place(place->first), "side")) continue;
      // "attended by A and B; on the Peruvian side by C": A and B are of the other side; "A and B on the Peruvian side,
      // and C": they are of that one.
      const bool before = token < place->first;
      add(scores, place->second, begins_side(place->first) == before ? -12 : 8);
    }
  }

  /// "the ambassador to Peru, X": of any country but that one.
  void add_postings(Scores& scores, const Person& person) const {
    for (const auto mention : person.mentions) {
      const auto& name = names_[mention];
      for (const auto* title : {&name.before, &name.after}) {
        for (auto i = title->begin; i + 1 < title->end; ++i) {
          if (!document_.is_any(i, Word("ambassador"), Word("envoy"), Word("consul"), Word("attaché"))) continue;
          auto j = i + 1;
          if (!document_.is_any(j, Word("to"), Word("in"))) continue;
          if (document_.is(++j, "the")) ++j;
          if (const auto country = country_at(document_, j); country && !country->adjective)
            add(scores, country->code, -20);
        }
      }
    }
  }

  /// "In Peru the Norwegian minister met President X": who holds an office, and is met by a foreigner, is at home.
  void add_hosts(Scores& scores, const Occasion& occasion, int index) const {
    const auto& person = person_at(index);
    if (person.heads.empty() || !contains(occasion.core, index) || occasion.core.size() > 3) return;
    const auto& sentence = sentence_of(names_[person.mentions.front()].begin);
    if (!document_.is(sentence.begin, "in")) return;
    const auto place =
        std::lower_bound(counts_.places.begin(), counts_.places.end(), std::pair(sentence.begin, std::string_view()));
    if (place == counts_.places.end() || place->first != sentence.begin + 1) return;
    const bool foreigner = std::any_of(occasion.core.begin(), occasion.core.end(), [&](int other) {
      return other != index && !person_at(other).country.empty() && person_at(other).country != place->second;
    });
    if (foreigner) add(scores, place->second, 8);
  }

  /// True if "on the Peruvian side" stands before those of that side, and not behind them.
  bool begins_side(std::uint32_t country) const {
    auto i = country;
    while (i > 0 && document_.is_any(i - 1, Word("on"), Word("the"), Word("from"))) --i;
    return i == 0 || document_.is_punctuation(i - 1) ||
           document_.is_any(i - 1, Word("and"), Word("while"), Word("also"));
  }

  std::uint32_t behind_place(std::uint32_t i) const {
    const auto country = country_at(document_, i);
    return country ? i + country->length : i + 1;
  }

  bool went_to(int person, std::string_view code) const {
    const auto found = travels_.find(person);
    return found != travels_.end() && found->second.contains(std::string(code));
  }

  /// Nobody travels to his own country, and whom he meets there is at home.
  void add_travels(Scores& scores, const Occasion& occasion, int index) const {
    for (auto& [code, points] : scores) {
      if (went_to(index, code)) {
        points -= 15;
        continue;
      }
      const bool visited = std::any_of(occasion.core.begin(), occasion.core.end(), [&](int other) {
        return other != index && went_to(other, code) && !listed(index, other);
      });
      if (visited && contains(occasion.core, index)) points += 4;
    }
  }

  /// "to Turkey", "in Ankara", "at the Pentagon"
  bool is_visited(std::uint32_t i) const {
    if (i == 0) return false;
    if (document_.is_any(i - 1, Word("to"), Word("in"), Word("at"))) return true;
    return i > 1 && document_.is(i - 1, "the") && document_.is_any(i - 2, Word("to"), Word("at"));
  }

  /// Whose equal somebody is on another occasion acts for another country on this one, too.
  void add_other_occasions(Scores& scores, const Occasion& occasion, int index) const {
    const auto last = std::min(occasions_.size(), most_occasions);
    for (std::size_t e = 0; e < last; ++e) {
      const auto& other = occasions_[e];
      if (&other == &occasion || !contains(other.core, index)) continue;
      for (const auto partner : other.core) {
        const auto& code = person_at(partner).country;
        if (partner != index && !code.empty() && is_rival(person_at(index), person_at(partner))) add(scores, code, -20);
      }
    }
  }

  /// Of two presidents in one text the one is hardly of the other's country.
  void add_namesakes_in_office(Scores& scores, int index) const {
    const auto& person = person_at(index);
    if (person.office != "President" && person.office != "Prime Minister") return;
    const auto last = std::min(persons_.size(), most_persons);
    for (std::size_t other = 0; other < last; ++other) {
      const auto& holder = persons_[other];
      if (static_cast<int>(other) != index && !holder.country.empty() && holder.office == person.office)
        add(scores, holder.country, -6);
    }
  }

  /// One country has one foreign minister, one president.
  static bool is_rival(const Person& person, const Person& partner) {
    return (!partner.heads.empty() && !person.heads.empty() && partner.heads.front() == person.heads.front() &&
            (partner.office == person.office || is_peer(partner) || is_peer(person))) ||
           (leads_defence(partner) && leads_defence(person));
  }

  void add_partners(Scores& scores, const Occasion& occasion, int index) const {
    const auto& person = person_at(index);
    const bool core = occasion.core.empty() || contains(occasion.core, index);
    const bool attends = has_role(occasion, index, Role::attendee);
    Scores sides;
    for (const auto other : occasion.persons) {
      const auto& partner = person_at(other);
      if (other == index || partner.country.empty()) continue;
      ++sides[partner.country];
      const bool rival = is_rival(person, partner);
      if (rival || is_peer(person)) add(scores, partner.country, -20);
      const bool facing =
          core && !attends && contains(occasion.core, other) && !has_role(occasion, other, Role::attendee);
      if (facing && occasion.core.size() <= 3) add(scores, partner.country, -7);
      if (listed(index, other) && !rival) add(scores, partner.country, 5);
    }
    // Whoever attends belongs to one of those who meet.
    if (!attends && occasion.core.size() <= 3) return;
    for (const auto& [code, count] : sides) add(scores, code, 2);
  }

  /// "Defense Secretary", "minister of defence"
  static bool leads_defence(const Person& person) {
    const auto has = [&](std::string_view word) { return person.office.find(word) != std::string::npos; };
    const bool deputy = has("eputy") || has("ssistant") || has("nder");
    return !deputy && (has("efense") || has("efence")) && (has("inister") || has("ecretary"));
  }

  /// True if the two are named side by side: "A and B", "A, B".
  bool listed(int a, int b) const {
    for (const auto mention : person_at(a).mentions) {
      for (const auto near : {mention - 1, mention + 1}) {
        if (near >= names_.size() || names_[near].person != b) continue;
        const auto& first = names_[std::min(mention, near)];
        const auto& second = names_[std::max(mention, near)];
        if (second.outer_begin < first.outer_end || second.outer_begin - first.outer_end > 2) continue;
        bool lists = true;
        for (auto i = first.outer_end; i < second.outer_begin; ++i)
          lists = lists && document_.is_any(i, Word(","), Word("and"), Word("&"));
        if (lists) return true;
      }
    }
    return false;
  }

  const Document& document_;
  const std::vector<NameMention>& names_;
  std::vector<Person>& persons_;
  const std::vector<Occasion>& occasions_;
  std::string home_;  ///< of those whom no word places; empty where the text is at home nowhere
  CountryCounts counts_;
  Travels travels_;
};

}  // namespace

void guess_countries(const Document& document, const std::vector<NameMention>& names, std::vector<Person>& persons,
                     const std::vector<Occasion>& occasions, const std::vector<Reference>& references) {
  place_by_references(document, persons, references);
  place_secretaries(document, persons);
  const bool any = std::any_of(occasions.begin(), occasions.end(), [&](const Occasion& occasion) {
    return std::any_of(occasion.persons.begin(), occasion.persons.end(),
                       [&](int person) { return persons[static_cast<std::size_t>(person)].country.empty(); });
  });
  if (any) CountryGuess(document, names, persons, occasions).guess();
}

}  // namespace entente::extract
