#include "random_records.hpp"

#include <entente/core/error.hpp>
#include <entente/resolve/identities.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

using namespace entente;
using namespace entente::test;

namespace {

struct PersonTold {
  std::string name, country = {}, position = {};
};

Record event(const std::vector<PersonTold>& participants, const std::string& date = "") {
  Record record;
  record.date = Date::parse(date);
  for (const PersonTold& one : participants) {
    Participant participant;
    participant.name = one.name;
    participant.country = one.country;
    participant.position = one.position;
    record.participants.push_back(participant);
  }
  return record;
}

// The ids of all participations in order.
std::vector<std::string> ids_of(const std::vector<Record>& records, const Run& run = {}) {
  const PersonAssignment persons = assign_persons(records, {}, run);
  std::vector<std::string> ids;
  for (const std::uint32_t person : persons.person_of) ids.push_back(persons.ids[person]);
  return ids;
}

// Records of a few persons spelled in many ways, some of whom meet.
std::vector<Record> spelled_records(std::uint64_t seed) {
  const std::vector<PersonTold> forms = {{"Zakir Hasanov", "AZ", "Defense Minister"},
                                         {"Hasanov Zakir Asgar oglu", "AZ"},
                                         {"Z. Hasanov", "AZ", "Minister of Defense"},
                                         {"Ali Hasanov", "AZ", "adviser"},
                                         {"Ali Hasanov", "TJ", "ambassador"},
                                         {"Hasanov", "AZ"},
                                         {"A. Hasanov"},
                                         {"Yaşar Güler", "TR", "defence minister"},
                                         {"Yashar Guler", "TR", "Chief of the General Staff"},
                                         {"Guler", "TR"},
                                         {"Kihara Minoru"},
                                         {"Minoru Kihara", "JP"},
                                         {"Kim Jong Un", "KP"},
                                         {"Kim Jong Il", "KP"},
                                         {"Ilham Aliyev", "AZ"},
                                         {"Mehriban Aliyeva", "AZ"},
                                         {"Aliyev", "AZ"}};
  TestRandom random(seed);
  std::vector<Record> records;
  for (int i = 0; i < 40; ++i) {
    std::vector<PersonTold> company;
    const std::uint64_t size = 1 + random.below(4);
    for (std::uint64_t k = 0; k < size; ++k) company.push_back(forms[random.below(forms.size())]);
    records.push_back(
        event(company, std::to_string(2018 + random.below(6)) + "-0" + std::to_string(1 + random.below(9))));
  }
  return records;
}

}  // namespace

TEST_CASE("one man in four spellings is one, two namesakes are two", "[resolve]") {
  const auto ids =
      ids_of({event({{"Zakir Həsənov", "AZ", "Defense Minister"}}), event({{"Zakir Hasanov", "AZ"}}),
              event({{"Hasanov Zakir Asgar oglu", "AZ"}}), event({{"Z. Hasanov", "AZ", "Minister of Defence"}}),
              event({{"Ali Hasanov", "AZ", "presidential aide"}}), event({{"Ali Hasanov", "TJ", "ambassador"}})});
  CHECK(std::set<std::string>(ids.begin(), ids.begin() + 4).size() == 1);
  CHECK(ids[4] != ids[0]);
  CHECK(ids[4] != ids[5]);
}

TEST_CASE("a surname alone joins only where one bearer can be meant", "[resolve]") {
  const Record full = event({{"Zakir Hasanov", "AZ", "Defense Minister"}}, "2024-01-18");
  const Record alone = event({{"Hasanov", "AZ", "Defense Minister"}}, "2024-02-01");
  const Record brother = event({{"Ramil Hasanov", "AZ", "Defense Minister"}}, "2024-03-01");
  auto ids = ids_of({full, alone});
  CHECK(ids[0] == ids[1]);
  ids = ids_of({full, alone, brother});
  CHECK(ids[1] != ids[0]);
  CHECK(ids[1] != ids[2]);
}

TEST_CASE("names of one event are never one person, unless it is one name told twice", "[resolve]") {
  const auto ids = ids_of({event({{"Sergei Lavrov", "RU"}, {"Sergey Lavrov", "RU"}, {"Sergey Lavrov", "RU"}})});
  CHECK(ids[0] != ids[1]);
  CHECK(ids[1] == ids[2]);
}

TEST_CASE("contradictory names are not chained by a name that fits both", "[resolve]") {
  const auto ids =
      ids_of({event({{"Zakir Hasanov", "AZ", "Defense Minister"}}), event({{"Z. Hasanov", "AZ", "Defense Minister"}}),
              event({{"Zaur Hasanov", "AZ", "Defense Minister"}})});
  CHECK(ids[0] != ids[2]);
  const auto bare = ids_of({event({{"Ivan Petrov", "BG", "ambassador"}}), event({{"Ivan Petrov"}}),
                            event({{"Ivan Petrov", "RU", "commander"}})});
  CHECK(bare[0] != bare[2]);
}

TEST_CASE("properties of every assignment", "[resolve][property]") {
  const auto seed = GENERATE(1U, 2U, 3U, 4U, 5U, 6U);
  const std::vector<Record> records = spelled_records(seed);
  const PersonAssignment persons = assign_persons(records);

  // No person has two names that contradict each other, none took part twice in an event under two names.
  std::map<std::uint32_t, std::set<std::string>> names;
  std::size_t participation = 0;
  for (const Record& record : records) {
    std::map<std::uint32_t, std::set<std::string>> here;
    for (const Participant& participant : record.participants) {
      const std::uint32_t person = persons.person_of[participation++];
      names[person].insert(participant.name);
      here[person].insert(participant.name);
    }
    for (const auto& [person, forms] : here) CHECK(forms.size() == 1);
  }
  for (const auto& [person, forms] : names) {
    CHECK(!(forms.contains("Zakir Hasanov") && forms.contains("Ali Hasanov")));
    CHECK(!(forms.contains("Kim Jong Un") && forms.contains("Kim Jong Il")));
    CHECK(!(forms.contains("A. Hasanov") && forms.contains("Z. Hasanov")));
  }

  // The accounts tell of every form, and of the most consequential doubt first.
  std::uint64_t participations = 0;
  for (const Identity& one : persons.identities) {
    participations += one.participations;
    CHECK((one.score >= PersonOptions{}.merge && one.score <= 1));
    CHECK(!one.reason.empty());
  }
  CHECK(participations == participation);
  CHECK(std::ranges::is_sorted(persons.doubts, std::ranges::greater{}, &Doubt::ties));

  // The order of records and the number of threads leave no trace.
  const auto ids = ids_of(records);
  std::vector<Record> reversed(records.rbegin(), records.rend());
  for (Record& record : reversed) std::ranges::reverse(record.participants);
  Run run;
  run.threads = 3;
  auto ids_reversed = ids_of(reversed, run);
  std::ranges::reverse(ids_reversed);
  CHECK(ids_reversed == ids);
}

TEST_CASE("many identifiers of one name stay apart, and a bare name stays alone", "[resolve][property]") {
  std::vector<Record> records;
  for (int i = 0; i < 20000; ++i) {
    records.push_back(event({{"Ali Hasanov"}}));
    records.back().participants[0].id = i % 2 == 0 ? "ali-" + std::to_string(i) : "";
  }
  const PersonAssignment persons = assign_persons(records);
  CHECK(persons.ids.size() == 10001);
}

TEST_CASE("probabilities out of range are told", "[resolve]") {
  PersonOptions options;
  options.merge = 1.5;
  CHECK_THROWS_AS(assign_persons({}, options), Error);
  options = {};
  options.doubtful = .9;
  CHECK_THROWS_AS(assign_persons({}, options), Error);
}

namespace {

/// `count` events of the same ambassador, one after the other, with somebody else each.
void add_events(std::vector<Record>& records, const std::string& name, int count) {
  for (int i = 0; i < count; ++i) {
    records.push_back(
        event({{name, "LT", "Ambassador"}, {"Partner Number" + std::to_string(records.size()), "NO", ""}}));
  }
}

}  // namespace

TEST_CASE("rare slips of a frequent name are the person's, however far they are from each other", "[resolve]") {
  std::vector<Record> records;
  add_events(records, "Normunds Rimulevics", 60);
  for (const char* slip : {"Normnds Rimulevics", "Normunds Rimuleviks", "Norpunds Rimulevics", "Normunds Rinulevics",
                           "Normunds Rimulecics", "Norkunps Rimulevics"}) {
    add_events(records, slip, 1);
  }
  const PersonAssignment persons = assign_persons(records);
  std::set<std::string> ids;
  for (const Identity& one : persons.identities) {
    if (one.form.ends_with("cs") || one.form.ends_with("ks")) ids.insert(one.person);
  }
  CHECK(ids == std::set<std::string>{"normunds-rimulevics", "norkunps-rimulevics"});  // the last has two slips
}

TEST_CASE("rare spellings do not keep apart whoever usually bears one name", "[resolve]") {
  std::vector<Record> records;
  add_events(records, "Jan Dreierzenberg", 60);
  add_events(records, "Jan Dreisrzenberg", 2);
  for (const char* rare : {"Dreierzenberg Jan", "Jan Deierzenberg", "Jan Karl Dreierzenberg", "Jan Dreyerzenberg"})
    add_events(records, rare, 2);
  std::set<std::string> ids;
  for (const Identity& one : assign_persons(records).identities) {
    if (!one.form.starts_with("Partner")) ids.insert(one.person);
  }
  CHECK(ids.size() == 1);
}

TEST_CASE("two who tell other middle names are two, however rare", "[resolve]") {
  std::vector<Record> records;
  add_events(records, "John Smithsonian", 60);
  add_events(records, "John Francis Smithsonian", 1);
  add_events(records, "John Gerald Smithsonian", 1);
  std::map<std::string, std::string> person;
  for (const Identity& one : assign_persons(records).identities) person[one.form] = one.person;
  CHECK(person.at("John Francis Smithsonian") != person.at("John Gerald Smithsonian"));
}

TEST_CASE("a slip is of the most frequent name, in whatever order that is told", "[resolve]") {
  std::vector<Record> records;
  add_events(records, "Normunds Rimulevics", 100);
  add_events(records, "Rimulevics Normunds", 40);
  add_events(records, "Normunds Rieulevics", 1);
  std::set<std::string> ids;
  for (const Identity& one : assign_persons(records).identities) {
    if (!one.form.starts_with("Partner")) ids.insert(one.person);
  }
  CHECK(ids.size() == 1);
}

TEST_CASE("an office without a class tells by its wording whose a lone surname is", "[resolve]") {
  const std::vector<std::string> ids =
      ids_of({event({{"Karim Adatran", "KW", "Head of the Consular Department"}}),
              event({{"Hala Adatran", "KW", "Head of the State Archive"}}),
              event({{"Adatran", "KW", "head of the consular department"}}),
              event({{"Adatran", "KW", "Head of the State Archive"}}), event({{"Adatran", "KW", "curator"}})});
  CHECK(ids[2] == ids[0]);
  CHECK(ids[3] == ids[1]);
  CHECK(ids[4] != ids[0]);
  CHECK(ids[4] != ids[1]);
}

TEST_CASE("a lone surname with offices in several wordings is one person where nobody else could be meant",
          "[resolve]") {
  const std::vector<std::string> ids =
      ids_of({event({{"Adatran", "KW", "spokesman of the palace"}}), event({{"Adatran", "KW", "palace spokesman"}}),
              event({{"Adatran", "KW", "court spokesman"}})});
  CHECK(std::set<std::string>(ids.begin(), ids.end()).size() == 1);
}

TEST_CASE("the head of an army is commander-in-chief here and chief of staff there", "[resolve]") {
  const auto score = [](const char* office) {
    const PersonAssignment persons = assign_persons(std::vector{
        event({{"Carlos Nunda", "AO", "Chief of the General Staff"}}), event({{"Karlos Nunda", "AO", office}})});
    for (const Identity& one : persons.identities) {
      if (one.score < 1) return one.score;
    }
    return 0.0;
  };
  CHECK(score("Commander-in-Chief") > score("Ambassador"));
  CHECK(score("Jefe del Estado Mayor") > score("Commander-in-Chief"));
}

TEST_CASE("an initial may be that of a short form, and of the name that it is short for", "[resolve]") {
  for (const char* initials : {"D. Berlinghof", "R. Berlinghof"}) {
    const std::vector<std::string> ids =
        ids_of({event({{"Dick Berlinghof", "NL", "Chief of Defence"}}), event({{initials, "NL", "Chief of Defence"}})});
    CHECK(ids[0] == ids[1]);
  }
}

TEST_CASE("many names of like frequency that are a letter apart are no slips", "[resolve]") {
  std::vector<Record> records;
  for (const char c : std::string("bdfgklmnrst")) add_events(records, std::string("Kerim Xando") + c + "apov", 5);
  std::set<std::string> ids;
  for (const Identity& one : assign_persons(records).identities) {
    if (one.form.starts_with("Kerim")) ids.insert(one.person);
  }
  CHECK(ids.size() > 4);
}
