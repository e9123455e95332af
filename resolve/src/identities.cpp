// Names are folded once each; a person is an identifier that records brought along, or a folded name. Everything that
// is chosen (usual name, identifier, order of numbering) is chosen by counts and by the texts themselves, never by the
// order of the records.
#include <entente/core/unicode.hpp>
#include <entente/resolve/identities.hpp>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace entente {

namespace {

struct Person {
  std::string id;  // empty until given
  std::string usual;
  std::map<std::string, std::uint64_t> forms;
  std::map<std::string, std::uint64_t> countries;
  std::optional<Date> first;
  bool id_given = false;
};

// Most frequent, then the longest, then the first by letters.
std::string most_frequent(const std::map<std::string, std::uint64_t>& counts) {
  const auto best = std::ranges::max_element(counts, [](const auto& a, const auto& b) {
    return std::tuple(a.second, a.first.size(), std::string_view(b.first)) <
           std::tuple(b.second, b.first.size(), std::string_view(a.first));
  });
  return best == counts.end() ? std::string() : best->first;
}

std::string lower_ascii(std::string text) {
  std::ranges::transform(text, text.begin(),
                         [](char c) { return 'A' <= c && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return text;
}

class PersonRegister {
 public:
  explicit PersonRegister(const std::vector<Record>& records) {
    for (const Record& record : records) {
      for (const Participant& participant : record.participants) {
        if (!participant.id.empty()) bearers_[folded(participant.name)].insert(participant.id);
      }
    }
    for (const Record& record : records) {
      for (const Participant& participant : record.participants) enter(participant, record.date);
    }
    give_ids();
  }

  [[nodiscard]] const std::string& id_of(const Participant& participant) { return persons_.at(key_of(participant)).id; }

  [[nodiscard]] std::vector<Identity> identities() const {
    std::vector<Identity> rows;
    for (const auto& [key, person] : persons_) {
      for (const auto& [form, participations] : person.forms) {
        rows.push_back({person.id, form, person.usual, participations, 1.0, reason(person, form)});
      }
    }
    std::ranges::sort(rows, [](const Identity& a, const Identity& b) {
      return std::tie(a.person, a.form) < std::tie(b.person, b.form);
    });
    return rows;
  }

 private:
  // Identifiers given and folded names must not be taken for each other.
  using Key = std::pair<bool, std::string>;

  const std::string& folded(const std::string& name) {
    const auto [entry, inserted] = folded_.try_emplace(name);
    if (inserted) {
      entry->second = fold(name);
      if (entry->second.empty()) entry->second = name;
    }
    return entry->second;
  }

  Key key_of(const Participant& participant) {
    if (!participant.id.empty()) return {true, participant.id};
    const std::string& letters = folded(participant.name);
    const auto bearers = bearers_.find(letters);
    if (bearers != bearers_.end() && bearers->second.size() == 1) return {true, *bearers->second.begin()};
    return {false, letters};
  }

  void enter(const Participant& participant, const std::optional<Date>& date) {
    Key key = key_of(participant);
    Person& person = persons_[key];
    if (key.first) {
      person.id = key.second;
      person.id_given = true;
    }
    ++person.forms[participant.name];
    if (!participant.country.empty()) ++person.countries[participant.country];
    if (date && (!person.first || *date < *person.first)) person.first = date;
  }

  void give_ids() {
    std::set<std::string> taken;
    std::vector<Person*> nameless;
    for (auto& [key, person] : persons_) {
      person.usual = most_frequent(person.forms);
      if (person.id_given) {
        taken.insert(person.id);
      } else {
        nameless.push_back(&person);
      }
    }
    std::ranges::sort(nameless, [](const Person* a, const Person* b) {
      return std::tuple(!a->first, a->first, std::string_view(a->usual)) <
             std::tuple(!b->first, b->first, std::string_view(b->usual));
    });
    for (Person* person : nameless) {
      person->id = free_id(*person, taken);
      taken.insert(person->id);
    }
  }

  static std::string free_id(const Person& person, const std::set<std::string>& taken) {
    std::string id = slug(person.usual);
    if (!taken.contains(id)) return id;
    const std::string country = lower_ascii(most_frequent(person.countries));
    if (!country.empty()) id += "-" + country;
    if (!taken.contains(id)) return id;
    for (std::uint64_t number = 2;; ++number) {
      std::string numbered = id + "-" + std::to_string(number);
      if (!taken.contains(numbered)) return numbered;
    }
  }

  static std::string reason(const Person& person, const std::string& form) {
    if (form == person.usual) return person.id_given ? "identifier given, usual name" : "usual name";
    return person.id_given ? "identifier given, or the same letters as its bearer's name"
                           : "same letters but for case, diacritics and transliteration";
  }

  std::unordered_map<std::string, std::string> folded_;
  std::unordered_map<std::string, std::set<std::string>> bearers_;
  std::map<Key, Person> persons_;
};

void fill(std::string& told, std::string& other) {
  if (told.empty()) told = std::move(other);
}

// Joins participants with one id: the first one stays and learns what only the others tell.
void join_same_persons(std::vector<Participant>& participants) {
  std::unordered_map<std::string, std::size_t> place_of;
  std::vector<Participant> joined;
  joined.reserve(participants.size());
  for (Participant& participant : participants) {
    const auto [entry, inserted] = place_of.try_emplace(participant.id, joined.size());
    if (inserted) {
      joined.push_back(std::move(participant));
      continue;
    }
    Participant& same = joined[entry->second];
    fill(same.country, participant.country);
    fill(same.organisation, participant.organisation);
    fill(same.position, participant.position);
    fill(same.rank, participant.rank);
    if (!same.role) same.role = participant.role;
    same.spans.insert(same.spans.end(), participant.spans.begin(), participant.spans.end());
    std::ranges::sort(same.spans);
  }
  participants = std::move(joined);
}

}  // namespace

Resolution resolve_persons(std::vector<Record> records, const Run& run) {
  check_stop(run);
  PersonRegister persons(records);
  for (Record& record : records) {
    for (Participant& participant : record.participants) participant.id = persons.id_of(participant);
    join_same_persons(record.participants);
  }
  return {std::move(records), persons.identities()};
}

}  // namespace entente
