#include "antecedents.hpp"

#include "person_list.hpp"

#include <algorithm>
#include <map>

namespace entente::extract {
namespace {

constexpr std::size_t most_members = 60;

/// True if the head is an abbreviation of the office: "COAS" of "Chief of Army Staff", "CNS" of "Chief of the Naval
/// Staff".
bool abbreviates(const std::string& head, const std::string& office) {
  if (head.size() < 3 || head.size() > 5) return false;
  std::string letters;
  std::string without;
  bool begins = true;
  std::string word;
  for (std::size_t i = 0; i <= office.size(); ++i) {
    const char c = i < office.size() ? office[i] : ' ';
    const char small = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    if (small >= 'a' && small <= 'z') {
      if (begins) word.clear();
      begins = false;
      word.push_back(small);
      continue;
    }
    if (!begins && word != "the") {
      letters.push_back(word.front());
      if (word != "of") without.push_back(word.front());
    }
    begins = true;
  }
  return head == letters || head == without;
}

std::string lower(const std::string& text) {
  std::string out = text;
  for (auto& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return out;
}

}  // namespace

void add_unique(Persons& list, int person) {
  if (list.size() < most_members && !contains(list, person)) list.push_back(person);
}

Persons Antecedents::object_pronoun(Sex sex) const {
  Persons subject;
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
  const auto fits = [&](int person) {
    const auto own = persons_[static_cast<std::size_t>(person)].sex;
    return !contains(subject, person) && (own == sex || own == Sex::unknown);
  };
  for (const auto& earlier : references_) {
    if (earlier.persons.size() == 1 && fits(earlier.persons[0]) && !earlier.outside) return earlier.persons;
  }
  if (focus_.centre >= 0 && fits(focus_.centre)) return {focus_.centre};
  // "X met A. B also met X, X said. C held talks with him": who was named last, and took part in both.
  if (focus_.named.size() == 1 && focus_.named[0] == focus_.common && fits(focus_.common)) return focus_.named;
  if (focus_.subject.size() == 1 && fits(focus_.subject[0])) return focus_.subject;
  for (auto n = focus_.named.size(); n-- > 0;) {
    if (fits(focus_.named[n])) return {focus_.named[n]};
  }
  for (const auto person : focus_.participants) {
    if (fits(person)) return {person};
  }
  return {};
}

Persons Antecedents::others(const Persons& persons, const std::string& country) const {
  Persons out;
  for (const auto person : focus_.participants) {
    const bool fits = country.empty() || persons_[static_cast<std::size_t>(person)].country == country;
    if (fits && !contains(persons, person)) out.push_back(person);
  }
  return out;
}

Persons Antecedents::guests(const std::string& country, bool plural) const {
  Persons out;
  if (plural && country.empty() && focus_.guests.empty() && focus_.last_delegation.size() > 1)
    return focus_.last_delegation;
  for (const auto person : focus_.guests) {
    if (country.empty() || persons_[static_cast<std::size_t>(person)].country == country) out.push_back(person);
  }
  // "X saw Y. In the afternoon the visitor …": the guests of before are those of another visit.
  const auto from = [&](int p) { return persons_[static_cast<std::size_t>(p)].country; };
  const bool stale = !plural && country.empty() && focus_.subject.size() == 1 && !from(focus_.subject[0]).empty() &&
                     from(focus_.subject[0]) != document_.home &&
                     std::none_of(out.begin(), out.end(), [&](int p) { return from(p) == from(focus_.subject[0]); }) &&
                     contains(focus_.core, focus_.subject[0]) && !contains(focus_.hosts, focus_.subject[0]) &&
                     std::none_of(out.begin(), out.end(), [&](int p) { return contains(focus_.participants, p); });
  if (!out.empty()) return stale ? focus_.subject : out;
  if (!country.empty() && focus_.guests.size() == 1 &&
      persons_[static_cast<std::size_t>(focus_.guests[0])].country.empty())
    return focus_.guests;
  if (focus_.subject.size() == 1 && focus_.participants.empty()) return focus_.subject;
  if (focus_.participants.empty() && focus_.seen.size() == 1) return {focus_.seen.begin()->first};
  // "X received the guest" in a text from home: whom it is about.
  const auto abroad = subject_here();
  if (!plural && country.empty() && abroad.size() == 1 && focus_.topic >= 0 && !contains(abroad, focus_.topic) &&
      !document_.home.empty()) {
    const auto of = [&](int p) { return persons_[static_cast<std::size_t>(p)].country; };
    const bool native = of(focus_.topic).empty() || of(focus_.topic) == document_.home;
    // "X met A. B received the guest": X, whose journey the text tells, though it has not said whence B is.
    const bool goes_on = of(abroad[0]).empty() && contains(focus_.core, focus_.topic) &&
                         !contains(focus_.core, abroad[0]) && !contains(focus_.hosts, focus_.topic);
    if (native && (goes_on || (!of(abroad[0]).empty() && of(abroad[0]) != document_.home))) return {focus_.topic};
  }
  // Whoever of the last event comes from another country than the one who is the host now.
  const auto here = subject_here();
  if (country.empty() && here.size() == 1 && !persons_[static_cast<std::size_t>(here[0])].country.empty()) {
    Persons foreign;
    for (const auto person : focus_.core) {
      const auto& own = persons_[static_cast<std::size_t>(person)].country;
      if (!own.empty() && own != persons_[static_cast<std::size_t>(here[0])].country) foreign.push_back(person);
    }
    if (foreign.size() == 1 && !contains(here, foreign[0])) return foreign;
  }
  // Whoever comes from another country than the host's, or than the document's.
  std::string home = document_.home;
  if (!focus_.hosts.empty() && !persons_[static_cast<std::size_t>(focus_.hosts[0])].country.empty())
    home = persons_[static_cast<std::size_t>(focus_.hosts[0])].country;
  if (plural && country.empty() && !home.empty()) {
    for (const auto person : focus_.core) {
      const auto& own = persons_[static_cast<std::size_t>(person)].country;
      if (!own.empty() && own != home) out.push_back(person);
    }
    if (out.size() > 1) return out;
  }
  for (const auto& [person, token] : by_recency()) {
    const auto& candidate = persons_[static_cast<std::size_t>(person)];
    if (candidate.only_outside || candidate.country.empty() || candidate.country == home) continue;
    if (!country.empty() ? candidate.country == country : !home.empty()) return {person};
  }
  // "the guest from Berlin", of whom the text has not said yet whence he is.
  if (!country.empty()) {
    for (const auto person : focus_.core) {
      const auto& own = persons_[static_cast<std::size_t>(person)].country;
      if (own.empty() && !contains(here, person)) out.push_back(person);
    }
  }
  // "X and Y briefed the guests": those who took part in what was told last, where X and Y did not.
  const bool of_others = std::none_of(references_.begin(), references_.end(), [&](const Reference& reference) {
    return std::any_of(reference.persons.begin(), reference.persons.end(),
                       [&](int person) { return contains(focus_.participants, person); });
  });
  if (plural && country.empty() && focus_.participants.size() > 1 && !references_.empty() && of_others) {
    // Whoever is of the country of the host now is no guest.
    auto foreign = focus_.participants;
    const auto& at_home = here.size() == 1 ? from(here.front()) : std::string();
    if (!at_home.empty()) erase_if(foreign, [&](int person) { return from(person) == at_home; });
    return foreign.size() > 1 ? foreign : focus_.participants;
  }
  return out.size() == 1 ? out : Persons{};
}

Persons Antecedents::hosts() const {
  if (!focus_.hosts.empty()) return focus_.hosts;
  Persons at_home;
  for (const auto person : focus_.core) {
    if (!document_.home.empty() && persons_[static_cast<std::size_t>(person)].country == document_.home)
      at_home.push_back(person);
  }
  return at_home.size() == 1 ? at_home : Persons{};
}

Persons Antecedents::subject_here() const {
  for (const auto& reference : references_) {
    if (!reference.outside && !reference.persons.empty()) return reference.persons;
  }
  return focus_.subject;
}

Persons Antecedents::delegation(const std::string& country, bool his, std::uint32_t token) const {
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
    // "X came with Y and Z. The Lithuanian delegation …": those whose country the text has not said.
    const bool unsaid = focus_.last_delegation.size() > 1 &&
                        std::all_of(focus_.last_delegation.begin(), focus_.last_delegation.end(), [&](int person) {
                          return persons_[static_cast<std::size_t>(person)].country.empty();
                        });
    if (unsaid) return focus_.last_delegation;
    Persons members;
    for (const auto person : focus_.participants) {
      if (persons_[static_cast<std::size_t>(person)].country == country) add_unique(members, person);
    }
    return members;
  }
  if (!focus_.last_delegation.empty()) return focus_.last_delegation;
  return focus_.guests;
}

Persons Antecedents::named_here(bool possessors) const {
  Persons out;
  for (const auto& reference : references_) {
    const bool single = reference.kind != ReferenceKind::group && reference.persons.size() == 1;
    if (!single || reference.outside || (reference.possessive && !possessors)) continue;
    add_unique(out, reference.persons[0]);
  }
  return out;
}

Persons Antecedents::group(int number, bool both, bool side, const Match* plural, const std::string& domain,
                           bool others_than_here) const {
  if (side && focus_.participants.size() < 2 && focus_.named.size() == 2) return focus_.named;
  if (side) return focus_.participants.size() < 2 ? guest_and_inviter({}) : focus_.participants;
  const auto wanted = both ? 2 : number;
  const auto fits_number = [&](const Persons& persons) { return static_cast<int>(persons.size()) == wanted; };
  const std::string head = plural == nullptr ? std::string() : document_.lexicon->head(plural->entry.value);
  if (wanted > 0 && !others_than_here) {
    auto here = named_here();
    // "During X's meeting with Y, both leaders …"
    if (here.size() < 2) here = named_here(true);
    const bool unfit = !head.empty() && std::any_of(here.begin(), here.end(), [&](int person) {
      return !persons_[static_cast<std::size_t>(person)].heads.empty() && !holds(person, head, "");
    });
    if (fits_number(here) && !unfit) return here;
    // "At the meeting with X, both ministers": X and whom the text accompanies.
    const auto central = focus_.common >= 0 ? focus_.common : focus_.topic;
    const bool alone =
        here.size() == 1 && wanted == 2 && references_.size() == 1 && central >= 0 && !contains(here, central);
    if (alone && document_.is(references_.front().begin - 1, "with") &&
        (head.empty() || is_general(head) || (holds(central, head, "") && holds(here.front(), head, ""))))
      return {central, here.front()};
  }
  if (head == "counterpart" || head == "colleague") {
    auto rest = others(subject_here());
    // "meetings of A, B and C with their counterparts": of each another one.
    constexpr std::size_t several = 3;
    if (const auto here = named_here(); here.size() >= several && rest.size() < here.size()) return {};
    // "He and his three colleagues" are not with whoever had received them.
    if (number > 0 && !fits_number(rest)) erase_if(rest, [&](int person) { return contains(focus_.hosts, person); });
    return number > 0 && !fits_number(rest) ? Persons{} : rest;
  }
  const bool generic = head.empty() || head == "leader" || head == "official" || head == "head" || head == "chief" ||
                       head == "diplomat" || head == "general" || head == "head of state" || head == "commander";
  // Who says "I" is not one of the leaders.
  const auto may_take_part = [&](int person) {
    return person != focus_.author && !persons_[static_cast<std::size_t>(person)].only_outside;
  };
  const auto holders = [&](const Persons& among, bool of_equals) {
    Persons out;
    Persons of_any_domain;
    for (const auto person : among) {
      if (!may_take_part(person)) continue;
      // Who is told to be somebody's equal may hold what that one holds: "X and his counterpart Y. The two ministers …"
      const auto& heads = persons_[static_cast<std::size_t>(person)].heads;
      const bool peer = wanted > 0 && head == "minister" && heads.size() == 1 && heads.front() == "counterpart";
      const bool equal = peer || (of_equals && head == "minister" && domain.empty() && holds(person, "secretary", ""));
      if (equal || holds(person, head, domain)) out.push_back(person);
      if (holds(person, head, "")) of_any_domain.push_back(person);
    }
    return out.size() > 1 || domain.empty() ? out : of_any_domain;
  };
  Persons recent;
  for (const auto& [person, token] : by_recency()) {
    const auto& one = persons_[static_cast<std::size_t>(person)];
    if (!one.only_outside && !is_spokesperson(one)) recent.push_back(person);
  }
  const bool military = head == "general" || head == "commander";
  if (generic && !military && wanted > 0 && fits_number(focus_.core) && !contains(focus_.core, focus_.author) &&
      holders(focus_.core, false).size() < focus_.core.size()) {
    return focus_.core;
  }
  if (head == "diplomat" && wanted > 0) {
    // "The two top diplomats" are the ministers of foreign affairs, where the text speaks of so many.
    Persons ministers;
    for (const auto person : recent) {
      const auto office = lower(persons_[static_cast<std::size_t>(person)].office);
      if (office.find("foreign") != std::string::npos || office == "secretary of state") ministers.push_back(person);
    }
    if (fits_number(ministers)) return ministers;
  }
  if (!head.empty()) {
    // Those of the last event first, then whoever has been spoken of; "X called the two leaders": two others.
    const auto here = wanted > 0 ? subject_here() : Persons{};
    // "X and Y led a mission. They met Z. Then W received the leaders": the mission, since W was not with Z.
    const auto host = references_.empty() ? Persons{} : subject_here();
    const auto& mission = focus_.last_delegation;
    const bool travels =
        wanted == 0 && generic && host.size() == 1 && mission.size() > 2 && !contains(mission, host.front()) &&
        !contains(focus_.core, host.front()) &&
        std::any_of(focus_.core.begin(), focus_.core.end(), [&](int p) { return contains(mission, p); });
    // Those who stand in for leaders on a mission of theirs are among them.
    const bool of_mission =
        wanted == 0 && head == "leader" && mission.size() > 2 && 2 * holders(mission, false).size() > mission.size() &&
        (focus_.core.empty() ||
         std::any_of(focus_.core.begin(), focus_.core.end(), [&](int p) { return contains(mission, p); })) &&
        (host.size() != 1 || !contains(mission, host.front()));
    if (of_mission) return mission;
    if (travels) {
      if (auto leaders = holders(mission, false); leaders.size() > 1) return leaders;
    }
    // "The ministers" of an American and a Japanese delegation hold equal offices.
    for (const bool of_equals : {false, true}) {
      for (const auto& among : {focus_.core, focus_.participants, focus_.named, recent}) {
        auto fitting = holders(among, of_equals);
        if (here.size() == 1 && static_cast<int>(fitting.size()) == wanted + 1)
          erase_if(fitting, [&](int person) { return contains(here, person); });
        if (wanted > 2 && static_cast<int>(fitting.size()) > wanted) {
          if (auto listed = named_together(fitting, wanted); !listed.empty()) return listed;
        }
        const bool whole = wanted > 0 || of_equals || holders(among, true).size() == fitting.size();
        if (fitting.size() >= 2 && fitting.size() <= 7 && (wanted == 0 ? whole : fits_number(fitting))) return fitting;
      }
    }
  }
  if (wanted > 2 && head.empty()) {
    // "The four visited a town. They met X. At the palace the five …": those of both.
    auto all = focus_.core;
    add_all(all, focus_.core_before);
    if (fits_number(all)) return all;
  }
  if (wanted > 0) {
    const auto holds_another = [&](int person) {
      const auto& own = persons_[static_cast<std::size_t>(person)];
      return (!head.empty() && person == focus_.author) ||
             (!head.empty() && !generic && !own.heads.empty() && !is_relative(own) && !holds(person, head, "") &&
              !(head == "minister" && holds(person, "secretary", "")));
    };
    for (const auto* among : {&focus_.core, &focus_.pair, &focus_.named, &focus_.subject, &focus_.participants}) {
      if (fits_number(*among) && std::none_of(among->begin(), among->end(), holds_another)) return *among;
    }
    if (auto both_sides = guest_and_inviter(generic ? std::string() : head); wanted == 2 && !both_sides.empty())
      return both_sides;
    erase_if(recent, holds_another);
    if (const auto here = subject_here();
        here.size() == 1 && static_cast<int>(recent.size()) > wanted && !references_.empty())
      erase_if(recent, [&](int person) { return contains(here, person); });
    // "the two leaders": rather two who lead a state than whoever was named last.
    if (head == "leader") {
      auto leaders = holders(recent, false);
      if (leaders.size() >= static_cast<std::size_t>(wanted)) recent = std::move(leaders);
    }
    if (recent.size() < static_cast<std::size_t>(wanted) || wanted > 3) return {};
    recent.resize(static_cast<std::size_t>(wanted));
    return recent;
  }
  if (auto both_sides = guest_and_inviter(head); !generic && !both_sides.empty()) return both_sides;
  if (!generic && recent.size() == 2) return recent;
  return generic ? focus_.participants : Persons{};
}

Persons Antecedents::named_together(const Persons& persons, int number) const {
  std::map<std::uint32_t, Persons> by_sentence;
  for (const auto person : persons) {
    const auto first = names_[persons_[static_cast<std::size_t>(person)].mentions.front()].begin;
    const auto next =
        std::upper_bound(document_.sentences.begin(), document_.sentences.end(), first,
                         [](std::uint32_t token, const Sentence& sentence) { return token < sentence.begin; });
    by_sentence[(next - 1)->begin].push_back(person);
  }
  Persons found;
  for (const auto& [begin, list] : by_sentence) {
    if (static_cast<int>(list.size()) != number) continue;
    if (!found.empty()) return {};
    found = list;
  }
  return found;
}

int Antecedents::spouse(int person) const {
  const auto& own = persons_[static_cast<std::size_t>(person)];
  int only = -1;
  for (std::size_t p = 0; p < persons_.size(); ++p) {
    const auto& other = persons_[p];
    if (static_cast<int>(p) == person || other.parts.size() < 2 || other.parts.back() != own.parts.back()) continue;
    if (other.sex != Sex::unknown && other.sex == own.sex) continue;
    if (only >= 0) return -1;
    only = static_cast<int>(p);
  }
  return only;
}

Persons Antecedents::of_states(const std::vector<std::string>& states, const std::string& head,
                               const std::string& domain) const {
  Persons out;
  for (const auto& state : states) {
    Persons holders;
    Persons unplaced;  // whose country the text has not said
    Persons others;
    for (std::size_t p = 0; p < persons_.size(); ++p) {
      const auto& person = persons_[p];
      if (is_former(person) || is_deputy(person)) continue;
      if (person.country.empty() && holds(static_cast<int>(p), head, domain)) unplaced.push_back(static_cast<int>(p));
      if (person.country != state) continue;
      const bool leads = std::find(person.heads.begin(), person.heads.end(), "leader") != person.heads.end();
      if (holds(static_cast<int>(p), head, domain))
        holders.push_back(static_cast<int>(p));
      else if (person.heads.empty() || is_relative(person) || leads)
        others.push_back(static_cast<int>(p));
    }
    auto& found = !holders.empty() ? holders : (!unplaced.empty() ? unplaced : others);
    // Of several those come first of whom the text has spoken already.
    if (found.size() > 1) erase_if(found, [&](int person) { return !focus_.seen.contains(person); });
    if (found.size() != 1 || contains(out, found.front())) return {};
    out.push_back(found.front());
  }
  return out.size() > 1 ? out : Persons{};
}

Persons Antecedents::of_country(const std::string& country, const std::string& head, const std::string& domain,
                                int number) const {
  Persons recent;
  for (const auto& [person, token] : by_recency()) recent.push_back(person);
  for (const auto& among : {focus_.core, focus_.participants, focus_.named, recent}) {
    Persons out;
    for (const auto person : among) {
      const auto& own = persons_[static_cast<std::size_t>(person)];
      const bool equal = head == "minister" && domain.empty() && holds(person, "secretary", "");
      if (own.country == country && !own.only_outside && (is_general(head) || equal || holds(person, head, domain)))
        add_unique(out, person);
    }
    if (number > 0 ? static_cast<int>(out.size()) == number : out.size() > 1 && out.size() < 8) return out;
  }
  return {};
}

Persons Antecedents::guest_and_inviter(const std::string& head) const {
  if (focus_.inviter < 0) return {};
  for (const auto* among : {&focus_.subject, &focus_.named}) {
    if (among->size() != 1 || among->front() == focus_.inviter) continue;
    Persons both = {focus_.inviter, among->front()};
    const bool fit =
        std::all_of(both.begin(), both.end(), [&](int person) { return head.empty() || holds(person, head, ""); });
    return fit ? both : Persons{};
  }
  return {};
}

Persons Antecedents::last_two() const {
  Persons out;
  for (const auto& [person, token] : by_recency()) {
    if (!persons_[static_cast<std::size_t>(person)].only_outside) out.push_back(person);
    if (out.size() == 2) return out;
  }
  return {};
}

Persons Antecedents::named_beside(std::uint32_t token) const {
  Persons out;
  for (auto r = references_.size(); r-- > 0;) {
    for (auto i = references_[r].end; i < token; ++i) {
      if (document_.is_any(i, Word(";"), Word("where"), Word("while"), Word("but"))) return out;
    }
    for (const auto person : references_[r].persons) add_unique(out, person);
    token = references_[r].begin;
  }
  return out;
}

int Antecedents::office(const std::string& head, const std::string& country, const std::string& domain, bool his,
                        std::uint32_t token) const {
  // "the President" is a Vice President and "the Minister" a Prime Minister only where there is no other.
  const auto person = domain.empty() ? find_office(head, country, domain, his, token, false) : -1;
  return person >= 0 ? person : find_office(head, country, domain, his, token, true);
}

int Antecedents::find_office(const std::string& head, const std::string& country, const std::string& domain, bool his,
                             std::uint32_t token, bool deputies) const {
  const bool peer = head == "counterpart" || head == "colleague" || head == "homologue" || head == "interlocutor";
  // "A met B, while C met his counterpart": C's
  const auto beside = peer ? named_beside(token) : Persons{};
  const auto subject = beside.size() == 1 ? beside : subject_here();
  const auto fits = [&](int person) {
    if (!country.empty() && persons_[static_cast<std::size_t>(person)].country != country) return false;
    if (peer) return !contains(subject, person);
    if (his && contains(subject, person)) return false;
    if (domain.empty() && is_former(persons_[static_cast<std::size_t>(person)])) return false;
    if (head == "secretary" && is_spokesperson(persons_[static_cast<std::size_t>(person)])) return false;
    if (!deputies && is_deputy(persons_[static_cast<std::size_t>(person)])) return false;
    if (!deputies && head == "minister" && is_prime_minister(persons_[static_cast<std::size_t>(person)])) return false;
    return holds(person, head, domain);
  };
  if (peer) {
    if (const auto equal = subject.size() == 1 && !country.empty() ? equal_of(subject[0], country) : -1; equal >= 0)
      return equal;
    for (const auto person : focus_.participants) {
      if (fits(person)) return person;
    }
    if (!country.empty()) {
      for (const auto& [person, seen] : by_recency()) {
        if (fits(person) && !persons_[static_cast<std::size_t>(person)].only_outside) return person;
      }
    }
    if (country.empty()) {
      // The other one with the same office.
      for (const auto& [person, seen] : by_recency()) {
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
    // "his Peruvian counterpart" in a Peruvian text: whom it is about.
    const auto topic = focus_.topic;
    if (topic >= 0 && country == document_.home && !contains(subject, topic) &&
        persons_[static_cast<std::size_t>(topic)].country.empty())
      return topic;
    // "his French counterpart", of whom the text has not said before that he is French.
    for (const auto person : focus_.participants) {
      if (!contains(subject, person) && persons_[static_cast<std::size_t>(person)].country.empty()) return person;
    }
    return -1;
  }
  if (his) return -1;
  if (!country.empty()) {
    // The only one of that country whose own office is not told otherwise.
    int only = -1;
    int count = 0;
    bool known = false;
    for (const auto& [person, seen] : by_recency()) {
      const auto& candidate = persons_[static_cast<std::size_t>(person)];
      known = known || fits(person);
      if (candidate.country != country || candidate.only_outside ||
          !(candidate.heads.empty() || is_relative(candidate)))
        continue;
      ++count;
      only = person;
    }
    if (!known && count == 1) return only;
    if (!known && is_general(head)) {
      // "the Iranian commander": the only Iranian.
      int other = -1;
      count = 0;
      for (const auto& [person, seen] : by_recency()) {
        const auto& candidate = persons_[static_cast<std::size_t>(person)];
        if (candidate.country != country || candidate.only_outside || is_former(candidate)) continue;
        ++count;
        other = person;
      }
      // "the Uzbek leader": rather a president just named, whose country the text has not said, than another Uzbek.
      for (const auto person : focus_.named) {
        const auto& candidate = persons_[static_cast<std::size_t>(person)];
        const bool better = count == 1 && !holds(other, head, domain);
        if (better && candidate.country.empty() && !candidate.only_outside && holds(person, head, domain))
          return person;
      }
      if (count == 1) return other;
    }
    // Those whose country the text has not said may be of this one, a guest first.
    if (!known && focus_.guests.size() == 1 && country != document_.home) {
      const auto& guest = persons_[static_cast<std::size_t>(focus_.guests[0])];
      if (guest.country.empty() && holds(focus_.guests[0], head, domain) && !contains(subject, focus_.guests[0]))
        return focus_.guests[0];
    }
    if (!known) {
      for (const auto& [person, seen] : by_recency()) {
        const auto& candidate = persons_[static_cast<std::size_t>(person)];
        const bool spoken_of = std::any_of(references_.begin(), references_.end(), [&](const Reference& reference) {
          return contains(reference.persons, person);
        });
        if (candidate.country.empty() && !candidate.only_outside && holds(person, head, domain) && !spoken_of)
          return person;
      }
    }
  }
  // "X's spokesman denied that the president …"
  for (const auto& reference : references_) {
    if (reference.possessive && reference.kind == ReferenceKind::name && country.empty() && fits(reference.persons[0]))
      return reference.persons[0];
  }
  const auto here = named_beside(token);
  // "the General": the one of this rank whom the text is about, before major generals.
  const auto bears = [&](int person) { return lower(persons_[static_cast<std::size_t>(person)].rank) == head; };
  if (country.empty() && focus_.topic >= 0 && bears(focus_.topic) && !contains(here, focus_.topic) &&
      !(focus_.subject.size() == 1 && bears(focus_.subject[0])))
    return focus_.topic;
  const auto at_home = [&](int person) {
    return country.empty() && !document_.home.empty() &&
           persons_[static_cast<std::size_t>(person)].country == document_.home;
  };
  for (const auto person : focus_.participants) {
    if (at_home(person) && fits(person) && !contains(here, person)) return person;
  }
  if (focus_.subject.size() == 1 && !contains(here, focus_.subject[0]) && fits(focus_.subject[0]))
    return focus_.subject[0];
  // A document says "the President" of its own country's.
  if (country.empty() && !document_.home.empty()) {
    for (const auto& [person, seen] : by_recency()) {
      const auto& candidate = persons_[static_cast<std::size_t>(person)];
      if (candidate.country == document_.home && !candidate.only_outside && fits(person) && !contains(here, person))
        return person;
    }
  }
  // The text is about one minister: the one whom it named first.
  if (country.empty() && focus_.topic >= 0 && fits(focus_.topic) && !contains(here, focus_.topic)) return focus_.topic;
  for (const auto& [person, seen] : by_recency()) {
    if (contains(focus_.participants, person) && fits(person)) return person;
  }
  for (const auto& [person, seen] : by_recency()) {
    if (fits(person) && !persons_[static_cast<std::size_t>(person)].only_outside) return person;
  }
  if (const auto person = holder_in_document(head, country, domain); person >= 0 && !contains(here, person))
    return person;
  // "Vladimir Putin held a meeting. … The President …"
  if (country.empty() && domain.empty() && focus_.topic >= 0 && references_.empty() &&
      persons_[static_cast<std::size_t>(focus_.topic)].heads.empty())
    return focus_.topic;
  // "Wang Yi keeps a full diary. … The Chinese foreign minister …"
  if (focus_.subject.size() == 1 && !country.empty() && references_.empty()) {
    const auto& person = persons_[static_cast<std::size_t>(focus_.subject[0])];
    if (person.heads.empty() && (person.country.empty() || person.country == country)) return focus_.subject[0];
  }
  return domain.empty() ? untitled(head, country) : -1;
}

int Antecedents::equal_of(int person, const std::string& country) const {
  static constexpr std::string_view fields[] = {"defen", "foreign", "interior", "financ", "trade", "prime minister"};
  const auto office = lower(persons_[static_cast<std::size_t>(person)].office);
  int only = -1;
  for (const auto field : fields) {
    if (office.find(field) == std::string::npos) continue;
    for (const auto& [other, seen] : by_recency()) {
      const auto& candidate = persons_[static_cast<std::size_t>(other)];
      if (other == person || candidate.country != country || is_deputy(candidate) || is_former(candidate) ||
          lower(candidate.office).find(field) == std::string::npos)
        continue;
      if (only >= 0) return -1;
      only = other;
    }
    return only;
  }
  return -1;
}

int Antecedents::untitled(const std::string& head, const std::string& country) const {
  const auto here = named_here();
  const auto fits = [&](int person) {
    const auto& own = persons_[static_cast<std::size_t>(person)];
    return own.heads.empty() && own.rank.empty() && !own.only_outside && !contains(here, person) &&
           (country.empty() || own.country.empty() || own.country == country);
  };
  const auto only = [&](const Persons& among) {
    return std::count_if(among.begin(), among.end(), fits) == 1 ? *std::find_if(among.begin(), among.end(), fits) : -1;
  };
  // "… with Leonid Brezhnev. The Soviet party chief …"
  if (!country.empty()) {
    if (references_.empty()) return only(focus_.named);
    // "Reagan went down the steps to greet the Soviet leader": the other one of those who met.
    return here.size() == 1 && focus_.core.size() == 2 && contains(focus_.core, here[0]) ? only(focus_.core) : -1;
  }
  if (head != "president" && head != "prime minister" && head != "premier" && head != "king" && head != "chancellor" &&
      head != "taoiseach")
    return -1;
  Persons seen;
  for (const auto& [person, token] : by_recency()) seen.push_back(person);
  if (const auto person = only(seen); person >= 0) return person;
  erase_if(seen, [&](int person) { return persons_[static_cast<std::size_t>(person)].country.empty(); });
  return only(seen);
}

int Antecedents::holder_in_document(const std::string& head, const std::string& country,
                                    const std::string& domain) const {
  const auto only = only_holder(head, country, domain, false);
  // "at the invitation of President X. … The Afghan president …": the text has not said yet whose president he is.
  return only >= 0 || country.empty() || is_general(head) ? only : only_holder(head, country, domain, true);
}

int Antecedents::only_holder(const std::string& head, const std::string& country, const std::string& domain,
                             bool unsaid) const {
  int only = -1;
  for (std::size_t p = 0; p < persons_.size(); ++p) {
    const auto& person = persons_[p];
    const auto& wanted = unsaid ? std::string() : country;
    if (is_former(person) || (!country.empty() && person.country != wanted)) continue;
    if (country.empty() && !person.country.empty() && person.country != document_.home) continue;
    if (!holds(static_cast<int>(p), head, domain)) continue;
    if (only >= 0) return -1;
    only = static_cast<int>(p);
  }
  return only;
}

bool Antecedents::is_general(const std::string& head) {
  return head == "commander" || head == "leader" || head == "official" || head == "chief" || head == "head" ||
         head == "diplomat" || head == "general" || head == "politician" || head == "statesman" || head == "envoy" ||
         head == "facilitator" || head == "mediator" || head == "negotiator" || head == "emissary" ||
         head == "dignitary" || head == "strongman";
}

std::vector<std::pair<int, std::uint32_t>> Antecedents::by_recency() const {
  std::vector<std::pair<int, std::uint32_t>> order(focus_.seen.begin(), focus_.seen.end());
  std::sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  return order;
}

bool Antecedents::may_hold(int person, const std::string& head) const {
  return head.empty() || is_general(head) || persons_[static_cast<std::size_t>(person)].heads.empty() ||
         holds(person, head, "");
}

bool Antecedents::is_former(const Person& person) {
  // "First President": who was the first, and is it no longer
  return person.office.find("late ") != std::string::npos || person.office.find("ormer ") != std::string::npos ||
         person.office.find("First President") != std::string::npos;
}

bool Antecedents::is_deputy(const Person& person) {
  const auto office = lower(person.office);
  return office.find("deputy ") != std::string::npos || office.find("vice ") != std::string::npos ||
         office.find("vice-") != std::string::npos;
}

bool Antecedents::is_prime_minister(const Person& person) {
  return std::find(person.heads.begin(), person.heads.end(), "prime minister") != person.heads.end() &&
         std::find(person.heads.begin(), person.heads.end(), "minister") == person.heads.end();
}

bool Antecedents::is_spokesperson(const Person& person) {
  return std::any_of(person.heads.begin(), person.heads.end(),
                     [](const auto& head) { return head.starts_with("spokes") || head == "press secretary"; });
}

bool Antecedents::is_relative(const Person& person) {
  return std::all_of(person.heads.begin(), person.heads.end(), [](const auto& head) {
    return head == "counterpart" || head == "colleague" || head == "opposite number" || head == "guest";
  });
}

bool Antecedents::holds(int index, const std::string& head, const std::string& domain) const {
  const auto& person = persons_[static_cast<std::size_t>(index)];
  const auto& synonyms = document_.lexicon->synonyms(head);
  bool fits = std::find(person.heads.begin(), person.heads.end(), head) != person.heads.end();
  // "the Secretary" is a Secretary of State, too.
  for (const auto& own : person.heads) {
    fits = fits || (own.size() > head.size() && own.starts_with(head) && own[head.size()] == ' ');
    fits = fits || (head == "secretary" && own.ends_with(" secretary")) || abbreviates(head, person.office);
    fits = fits || (head == "minister" && own.ends_with(" minister") && own != "prime minister");
    fits = fits || (head == "commander" && own.ends_with(" commander"));
    fits = fits || (head == "minister" && own == "prime minister" && domain.empty() && person.heads.size() == 1);
  }
  // Of Italy, of Spain
  fits = fits || (head == "prime minister" && (person.office.find("ouncil of Ministers") != std::string::npos ||
                                               person.office.find("resident of the Government") != std::string::npos));
  for (const auto& synonym : synonyms) {
    fits = fits || std::find(person.heads.begin(), person.heads.end(), synonym) != person.heads.end();
    fits = fits || lower(person.rank).find(synonym) != std::string::npos;
  }
  if (!fits) return false;
  if (domain.empty()) return true;
  const auto office = lower(person.office);
  // "Secretary Austin": of which department the text has not said.
  const bool unknown = office.find("counterpart") != std::string::npos ||
                       office.find("colleague") != std::string::npos || office == "secretary" || office == "minister";
  if (domain == "foreign" && office.find("external affairs") != std::string::npos) return true;
  return unknown || office.find(domain) != std::string::npos ||
         (domain == "defense" && office.find("defence") != std::string::npos);
}

}  // namespace entente::extract
