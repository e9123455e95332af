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

/// Offices that later sentences give to persons without a country: "The Chinese minister said …".
void place_by_references(const Document& document, std::vector<Person>& persons,
                         const std::vector<Reference>& references) {
  std::map<int, std::map<std::string, int>> votes;
  for (const auto& reference : references) {
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
    if (host) add(scores, document_.home, 4);
    if (guest) add(scores, document_.home, -5);
    if (!guest && !person_at(index).heads.empty()) add(scores, document_.home, 4);
    const auto origins = document_.lexicon->origins(person_at(index).parts);
    for (auto& [code, points] : scores) points += std::clamp(origins.points(code), -most_origin, most_origin);
    add_partners(scores, occasion, index);
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

  /// The countries that the sentence of the first mention speaks of.
  void add_sentence(Scores& scores, const Person& person, bool host, bool guest) const {
    const auto token = names_[person.mentions.front()].begin;
    const auto sentence = *(std::upper_bound(document_.sentences.begin(), document_.sentences.end(), token,
                                             [](std::uint32_t t, const Sentence& s) { return t < s.begin; }) -
                            1);
    auto place =
        std::lower_bound(counts_.places.begin(), counts_.places.end(), std::pair(sentence.begin, std::string_view()));
    for (; place != counts_.places.end() && place->first < sentence.end; ++place) {
      add(scores, place->second, 2);
      // "During his visit to Turkey, X was received by President Y", "in Ankara"
      const bool to = is_visited(place->first);
      if (to && host) add(scores, place->second, 8);
      if (to && guest) add(scores, place->second, -6);
    }
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

  void add_partners(Scores& scores, const Occasion& occasion, int index) const {
    const auto& person = person_at(index);
    const bool core = occasion.core.empty() || contains(occasion.core, index);
    const bool attends = has_role(occasion, index, Role::attendee);
    Scores sides;
    for (const auto other : occasion.persons) {
      const auto& partner = person_at(other);
      if (other == index || partner.country.empty()) continue;
      ++sides[partner.country];
      // One country has one foreign minister, one president.
      const bool rival = !partner.heads.empty() && !person.heads.empty() &&
                         partner.heads.front() == person.heads.front() &&
                         (partner.office == person.office || is_peer(partner) || is_peer(person));
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
  CountryCounts counts_;
  Travels travels_;
};

}  // namespace

void guess_countries(const Document& document, const std::vector<NameMention>& names, std::vector<Person>& persons,
                     const std::vector<Occasion>& occasions, const std::vector<Reference>& references) {
  place_by_references(document, persons, references);
  const bool any = std::any_of(occasions.begin(), occasions.end(), [&](const Occasion& occasion) {
    return std::any_of(occasion.persons.begin(), occasion.persons.end(),
                       [&](int person) { return persons[static_cast<std::size_t>(person)].country.empty(); });
  });
  if (any) CountryGuess(document, names, persons, occasions).guess();
}

}  // namespace entente::extract
