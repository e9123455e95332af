#include "countries.hpp"

#include <algorithm>
#include <map>

namespace entente::extract {
namespace {

/// "a Turkish delegation headed by X": the country of the delegation whose head is named at `begin`.
std::string delegation_country(const Document& document, std::uint32_t begin) {
  const auto from = begin > 12 ? begin - 12 : 0;
  bool led = false;
  for (auto i = begin; i-- > from;) {
    if (document.is(i, ".")) break;
    if (document.has(i, Tag::led) || document.is(i, "with")) led = true;
    if (!led || !document.has(i, Tag::delegations)) continue;
    for (std::uint32_t back = 1; back <= 3 && back <= i; ++back) {
      if (const auto country = country_at(document, i - back)) return country->code;
    }
    for (auto j = i + 1; j < std::min(document.size(), i + 12) && j < begin; ++j) {
      if (const auto country = country_at(document, j)) return country->code;
    }
  }
  return {};
}

bool is_peer(const Person& person) {
  return std::any_of(person.heads.begin(), person.heads.end(), [](const auto& head) {
    return head == "counterpart" || head == "colleague" || head == "predecessor";
  });
}

/// How often the text speaks of each country, and where.
struct CountryCounts {
  std::map<std::string, int> document;
  std::vector<std::pair<std::uint32_t, std::string>> places;  ///< token → code, in order
};

CountryCounts count_countries(const Document& document) {
  CountryCounts counts;
  for (std::uint32_t i = 0; i < document.size(); ++i) {
    std::string code;
    std::uint32_t length = 0;
    if (const auto country = country_at(document, i)) {
      if (document.has(i, Tag::organisation) && country->length == document.find(i, Tag::organisation)->length) {
        i += country->length - 1;
        continue;
      }
      code = country->code;
      length = country->length;
    } else if (const auto* city = document.find(i, Tag::city)) {
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

/// Whom the words beside the name do not place, by what the text says of the event: hosts are at home, partners come
/// from another country, and a text speaks most of the countries whose officials meet.
class CountryGuess {
 public:
  CountryGuess(const Document& document, const std::vector<NameMention>& names, std::vector<Person>& persons,
               const std::vector<Occasion>& occasions)
      : document_(document),
        names_(names),
        persons_(persons),
        occasions_(occasions),
        counts_(count_countries(document)) {}

  void guess() {
    // Twice: who is placed in the first round helps to place his partners.
    for (int round = 0; round < 2; ++round) {
      for (const auto& occasion : occasions_) {
        for (const auto person : occasion.persons) {
          auto& it = persons_[static_cast<std::size_t>(person)];
          if (it.country.empty()) it.country = best(occasion, person, round);
        }
      }
    }
  }

 private:
  std::string best(const Occasion& occasion, int index, int round) const {
    const auto& person = persons_[static_cast<std::size_t>(index)];
    std::map<std::string, int> score;
    for (const auto& [code, count] : counts_.document) score[code] = std::min(count, 6);
    const auto role = occasion.roles.find(index);
    const bool host = role != occasion.roles.end() && role->second == Role::host;
    const bool guest = role != occasion.roles.end() && role->second == Role::guest;
    const auto add = [&](const std::string& code, int points) {
      if (const auto it = score.find(code); it != score.end()) it->second += points;
    };
    const auto sentence_of = [&](std::uint32_t token) {
      return std::upper_bound(document_.sentences.begin(), document_.sentences.end(), token,
                              [](std::uint32_t t, const Sentence& s) { return t < s.begin; }) -
             1;
    };
    const auto& sentence = *sentence_of(names_[person.mentions.front()].begin);
    auto place =
        std::lower_bound(counts_.places.begin(), counts_.places.end(), std::pair(sentence.begin, std::string()));
    for (; place != counts_.places.end() && place->first < sentence.end; ++place) {
      add(place->second, 2);
      // "During his visit to Turkey, X was received by President Y", "in Ankara"
      const auto before = place->first;
      const bool to = before > 0 && (document_.is(before - 1, "to") || document_.is(before - 1, "in") ||
                                     document_.is(before - 1, "at") ||
                                     (document_.is(before - 1, "the") && before > 1 &&
                                      (document_.is(before - 2, "to") || document_.is(before - 2, "at"))));
      if (to && host) add(place->second, 8);
      if (to && guest) add(place->second, -6);
    }
    if (host) add(document_.home, 5);
    if (guest) add(document_.home, -5);
    if (!host && !guest && !person.heads.empty()) add(document_.home, 4);
    for (const auto other : occasion.persons) {
      const auto& partner = persons_[static_cast<std::size_t>(other)];
      if (other == index || partner.country.empty()) continue;
      const auto other_role = occasion.roles.find(other);
      const bool attends = role != occasion.roles.end() && role->second == Role::attendee;
      const bool other_attends = other_role != occasion.roles.end() && other_role->second == Role::attendee;
      if (!attends && !other_attends) add(partner.country, is_peer(person) || is_peer(partner) ? -20 : -7);
    }
    // One country has one foreign minister, one president.
    for (const auto other : occasion.persons) {
      const auto& rival = persons_[static_cast<std::size_t>(other)];
      if (other == index || rival.country.empty() || rival.heads.empty() || person.heads.empty()) continue;
      if (rival.heads.front() == person.heads.front() && (rival.office == person.office || is_peer(rival)))
        add(rival.country, -10);
    }
    std::string found;
    int points = round == 0 ? 5 : 3;
    for (const auto& [code, value] : score) {
      if (value > points) {
        points = value;
        found = code;
      }
    }
    return found;
  }

  const Document& document_;
  const std::vector<NameMention>& names_;
  std::vector<Person>& persons_;
  const std::vector<Occasion>& occasions_;
  CountryCounts counts_;
};

}  // namespace

void complete_countries(const Document& document, const std::vector<NameMention>& names, std::vector<Person>& persons) {
  for (auto& person : persons) {
    for (const auto mention : person.mentions) {
      if (!person.country.empty()) break;
      person.country = delegation_country(document, names[mention].outer_begin);
    }
  }
  // "its head", "his adviser": of the country of whoever was named before.
  for (std::size_t i = 1; i < names.size(); ++i) {
    if (names[i].person < 0 || names[i - 1].person < 0) continue;
    auto& person = persons[static_cast<std::size_t>(names[i].person)];
    const bool own = names[i].before.possessive || names[i].after.possessive;
    if (person.country.empty() && own && !is_peer(person)) {
      person.country = persons[static_cast<std::size_t>(names[i - 1].person)].country;
    }
  }
}

void guess_countries(const Document& document, const std::vector<NameMention>& names, std::vector<Person>& persons,
                     const std::vector<Occasion>& occasions) {
  CountryGuess(document, names, persons, occasions).guess();
}

}  // namespace entente::extract
