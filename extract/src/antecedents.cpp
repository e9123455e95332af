#include "antecedents.hpp"

#include "person_list.hpp"

#include <algorithm>

namespace entente::extract {
namespace {

constexpr std::size_t most_members = 60;

std::string lower(const std::string& text) {
  std::string out = text;
  for (auto& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return out;
}

}  // namespace

void add_unique(std::vector<int>& list, int person) {
  if (list.size() < most_members && !contains(list, person)) list.push_back(person);
}

std::vector<int> Antecedents::object_pronoun() const {
  std::vector<int> subject;
  for (auto r = references_.size(); r-- > 0;) {
    subject.insert(subject.end(), references_[r].persons.begin(), references_[r].persons.end());
    if (r == 0) break;
    const auto gap_begin = references_[r - 1].end;
    bool listed = references_[r].begin <= gap_begin + 4;
    for (auto i = gap_begin; i < references_[r].begin && listed; ++i) {
      listed = document_.is(i, ",") || document_.is(i, "and") || document_.is(i, "by") || document_.is(i, "in") ||
               document_.has(i, Tag::seat);
    }
    if (!listed) break;
  }
  for (const auto& earlier : references_) {
    if (earlier.persons.size() == 1 && !contains(subject, earlier.persons[0]) && !earlier.outside)
      return earlier.persons;
  }
  if (focus_.subject.size() == 1 && !contains(subject, focus_.subject[0])) return focus_.subject;
  for (const auto person : focus_.participants) {
    if (!contains(subject, person)) return {person};
  }
  return {};
}

std::vector<int> Antecedents::others(const std::vector<int>& persons) const {
  std::vector<int> out;
  for (const auto person : focus_.participants) {
    if (!contains(persons, person)) out.push_back(person);
  }
  return out;
}

std::vector<int> Antecedents::guests(const std::string& country) const {
  std::vector<int> out;
  for (const auto person : focus_.guests) {
    if (country.empty() || persons_[static_cast<std::size_t>(person)].country == country) out.push_back(person);
  }
  if (!out.empty()) return out;
  if (focus_.subject.size() == 1 && focus_.participants.empty()) return focus_.subject;
  if (focus_.participants.empty() && focus_.seen.size() == 1) return {focus_.seen.begin()->first};
  return {};
}

std::vector<int> Antecedents::subject_here() const {
  for (const auto& reference : references_) {
    if (!reference.outside && !reference.persons.empty()) return reference.persons;
  }
  return focus_.subject;
}

std::vector<int> Antecedents::delegation(const std::string& country, bool his, std::uint32_t token) const {
  if (his && !references_.empty() && references_.back().persons.size() == 1) {
    const auto& person = persons_[static_cast<std::size_t>(references_.back().persons[0])];
    if (const auto found = focus_.delegations.find(person.country); found != focus_.delegations.end())
      return found->second;
    return references_.back().persons;
  }
  const bool all = document_.is(token, "delegations");
  if (all && country.empty()) {
    auto persons = focus_.participants;
    for (const auto& [code, members] : focus_.delegations) {
      for (const auto member : members) add_unique(persons, member);
    }
    return persons;
  }
  if (!country.empty()) {
    if (const auto found = focus_.delegations.find(country); found != focus_.delegations.end()) return found->second;
    std::vector<int> members;
    for (const auto person : focus_.participants) {
      if (persons_[static_cast<std::size_t>(person)].country == country) add_unique(members, person);
    }
    return members;
  }
  if (!focus_.last_delegation.empty()) return focus_.last_delegation;
  return focus_.guests;
}

std::vector<int> Antecedents::group(int number, bool both, bool side, const Match* plural) const {
  auto persons = focus_.participants;
  if (side || persons.empty()) return persons;
  if (plural != nullptr) {
    const auto& head = document_.lexicon->head(plural->entry.value);
    if (head == "counterpart" || head == "colleague") {
      auto rest = others(subject_here());
      if (number > 0 && static_cast<int>(rest.size()) != number) return {};
      return rest;
    }
    std::vector<int> fitting;
    for (const auto person : persons) {
      if (holds(person, head, "")) fitting.push_back(person);
    }
    const bool generic =
        head == "leader" || head == "official" || head == "head" || head == "chief" || head == "diplomat";
    if (fitting.size() >= 2 || (!generic && !fitting.empty())) persons = fitting;
  }
  const auto wanted = both ? 2 : number;
  if (wanted > 0 && static_cast<int>(persons.size()) != wanted) {
    for (const auto& [person, token] : by_recency()) {
      if (static_cast<int>(persons.size()) >= wanted) break;
      if (!persons_[static_cast<std::size_t>(person)].only_outside) add_unique(persons, person);
    }
    if (static_cast<int>(persons.size()) < wanted) return {};
    persons.resize(static_cast<std::size_t>(wanted));
  }
  return persons;
}

int Antecedents::office(const std::string& head, const std::string& country, const std::string& domain,
                        bool his) const {
  const bool peer = head == "counterpart" || head == "colleague" || head == "homologue" || head == "interlocutor";
  const auto subject = subject_here();
  const auto fits = [&](int person) {
    if (!country.empty() && persons_[static_cast<std::size_t>(person)].country != country) return false;
    if (peer) return !contains(subject, person);
    if (his && contains(subject, person)) return false;
    return holds(person, head, domain);
  };
  if (peer) {
    for (const auto person : focus_.participants) {
      if (fits(person)) return person;
    }
    if (country.empty()) {
      // The other one with the same office.
      for (const auto& [person, token] : by_recency()) {
        if (!fits(person) || subject.size() != 1) continue;
        const auto& own = persons_[static_cast<std::size_t>(subject[0])].heads;
        const auto& heads = persons_[static_cast<std::size_t>(person)].heads;
        if (std::any_of(own.begin(), own.end(),
                        [&](const auto& h) { return std::find(heads.begin(), heads.end(), h) != heads.end(); })) {
          return person;
        }
      }
      return -1;
    }
  }
  if (peer) {
    // "his French counterpart", of whom the text has not said before that he is French.
    for (const auto person : focus_.participants) {
      if (!contains(subject, person) && persons_[static_cast<std::size_t>(person)].country.empty()) return person;
    }
    return -1;
  }
  if (his) return -1;
  if (!country.empty()) {
    // Those whose country the text has not said may be of this one.
    bool known = false;
    for (const auto& [person, token] : focus_.seen) known = known || fits(person);
    if (!known) {
      for (const auto& [person, token] : by_recency()) {
        const auto& candidate = persons_[static_cast<std::size_t>(person)];
        if (candidate.country.empty() && !candidate.only_outside && holds(person, head, domain) &&
            !contains(subject, person))
          return person;
      }
    }
  }
  std::vector<int> here;
  for (const auto& reference : references_) here.insert(here.end(), reference.persons.begin(), reference.persons.end());
  if (focus_.subject.size() == 1 && !contains(here, focus_.subject[0]) && fits(focus_.subject[0]))
    return focus_.subject[0];
  for (const auto& [person, token] : by_recency()) {
    if (contains(focus_.participants, person) && fits(person)) return person;
  }
  for (const auto& [person, token] : by_recency()) {
    if (fits(person) && !persons_[static_cast<std::size_t>(person)].only_outside) return person;
  }
  // "Wang Yi keeps a full diary. … The Chinese foreign minister …"
  if (focus_.subject.size() == 1 && !country.empty() && references_.empty()) {
    const auto& person = persons_[static_cast<std::size_t>(focus_.subject[0])];
    if (person.heads.empty() && (person.country.empty() || person.country == country)) return focus_.subject[0];
  }
  return -1;
}

std::vector<std::pair<int, std::uint32_t>> Antecedents::by_recency() const {
  std::vector<std::pair<int, std::uint32_t>> order(focus_.seen.begin(), focus_.seen.end());
  std::sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  return order;
}

bool Antecedents::holds(int index, const std::string& head, const std::string& domain) const {
  const auto& person = persons_[static_cast<std::size_t>(index)];
  const auto& synonyms = document_.lexicon->synonyms(head);
  bool fits = std::find(person.heads.begin(), person.heads.end(), head) != person.heads.end();
  for (const auto& synonym : synonyms) {
    fits = fits || std::find(person.heads.begin(), person.heads.end(), synonym) != person.heads.end();
    fits = fits || lower(person.rank).find(synonym) != std::string::npos;
  }
  if (!fits) return false;
  if (domain.empty()) return true;
  const auto office = lower(person.office);
  const bool unknown = office.find("counterpart") != std::string::npos || office.find("colleague") != std::string::npos;
  return unknown || office.find(domain) != std::string::npos ||
         (domain == "defense" && office.find("defence") != std::string::npos);
}

}  // namespace entente::extract
