#include "generated_occasions.hpp"

#include "random_records.hpp"

#include <algorithm>
#include <utility>

namespace entente::test {

namespace {

constexpr std::size_t num_countries = 24;
constexpr std::size_t persons_a_country = 10;
constexpr std::size_t ministers_a_country = 2;
constexpr std::size_t num_venues = 6;

struct Occasion {
  std::vector<std::size_t> ministers;
  std::vector<std::size_t> aides;
  Day day = 0;
  EventType type = EventType::meeting;
  std::size_t town = 0;
  std::size_t venue = 0;
  bool place_told = false;  ///< every document says where: it is what tells the occasion from another one
};

class Generator {
 public:
  explicit Generator(std::uint64_t seed) : random_(seed) {}

  GeneratedOccasions generate(std::size_t num_occasions) {
    while (num_told_ < num_occasions) {
      const Occasion occasion = new_occasion();
      tell(occasion);
      if (occasion.ministers.size() == 3 && chance(40)) {
        Occasion aside = occasion;  // two of the three take each other aside
        aside.ministers.pop_back();
        aside.aides.clear();
        aside.venue = (aside.venue + 1) % num_venues;
        aside.place_told = chance(50);
        tell(aside);
      } else if (occasion.place_told) {
        Occasion again = occasion;
        again.venue = (again.venue + 1) % num_venues;
        tell(again);
      } else if (chance(10)) {
        Occasion farewell = occasion;
        ++farewell.day;
        farewell.type = EventType::ceremony;
        farewell.venue = (farewell.venue + 2) % num_venues;
        farewell.place_told = true;
        tell(farewell);
      }
    }
    return std::move(generated_);
  }

 private:
  bool chance(std::uint64_t percent) { return random_.below(100) < percent; }

  std::size_t minister_of(std::size_t country) {
    return country * persons_a_country + random_.below(ministers_a_country);
  }

  // Some countries meet much more often than others.
  std::size_t some_country() { return std::min(random_.below(num_countries), random_.below(num_countries)); }

  Occasion new_occasion() {
    Occasion occasion;
    std::vector<std::size_t> countries;
    const std::size_t wanted = chance(20) ? 3 : 2;
    while (countries.size() < wanted) {
      const std::size_t country = some_country();
      if (std::ranges::find(countries, country) == countries.end()) countries.push_back(country);
    }
    for (const std::size_t country : countries) {
      occasion.ministers.push_back(minister_of(country));
      for (std::uint64_t aide = random_.below(4); aide > 1; --aide) {
        occasion.aides.push_back(country * persons_a_country + ministers_a_country +
                                 random_.below(persons_a_country - ministers_a_country));
      }
    }
    occasion.day = static_cast<Day>(19000 + random_.below(700));
    constexpr EventType types[] = {EventType::meeting, EventType::meeting, EventType::meeting,    EventType::meeting,
                                   EventType::visit,   EventType::call,    EventType::conference, EventType::signing};
    occasion.type = types[random_.below(std::size(types))];
    occasion.town = countries.front() * 2 + random_.below(2);
    occasion.venue = random_.below(num_venues);
    occasion.place_told = occasion.type != EventType::call && wanted == 2 && chance(8);
    return occasion;
  }

  void tell(const Occasion& occasion) {
    const std::size_t number = num_told_++;
    const std::uint64_t many = random_.below(100);
    const int documents = many < 40 ? 1 : many < 70 ? 2 : many < 90 ? 3 : 5;
    std::vector<Record> told;
    for (int document = 0; document < documents; ++document) {
      Record record = !told.empty() && chance(20) ? copy_of(told.back()) : telling_of(occasion);
      record.sources.front().document =
          "d" + std::to_string(100000 + random_.below(900000)) + "-" + std::to_string(number);
      record.id = record.sources.front().document + "#" + std::to_string(document);
      generated_.occasion_of[record.id] = number;
      generated_.records.push_back(record);
      told.push_back(std::move(record));
    }
  }

  Record copy_of(Record record) {
    std::string& sentence = record.evidence.front().text;
    sentence.replace(sentence.rfind(' ') + 1, std::string::npos, word());
    return record;
  }

  Record telling_of(const Occasion& occasion) {
    Record record;
    for (const std::size_t person : occasion.ministers) record.participants.push_back(participant(person, Role::head));
    for (const std::size_t person : occasion.aides) {
      if (chance(60)) record.participants.push_back(participant(person, {}));
    }
    record.type = occasion.type;
    if (chance(8)) {
      record.type = EventType::other;
    } else if (chance(12) && occasion.type != EventType::call) {
      record.type = occasion.type == EventType::meeting ? EventType::visit : EventType::meeting;
    }
    record.sources.push_back({});
    tell_date(record, occasion.day);
    if (occasion.type != EventType::call) tell_place(record, occasion);
    std::string sentence;
    for (int words = 0; words < 25; ++words) sentence += (words > 0 ? " " : "") + word();
    record.evidence.push_back({.text = sentence});
    return record;
  }

  void tell_date(Record& record, Day day) {
    const Date date = Date::from_day(day);
    Day published = day + static_cast<Day>(random_.below(2));
    record.date = date;
    const std::uint64_t how = random_.below(100);
    if (how < 7) {
      published = day + 1;
      record.date = Date::from_day(published);
    } else if (how < 10) {
      record.date = Date::from_parts(date.year(), date.month(), 0);
    } else if (how < 13) {
      record.date = Date::from_parts(0, date.month(), date.day());
    } else if (how < 16) {
      record.date.reset();
    }
    record.sources.front().published = Date::from_day(published);
  }

  void tell_place(Record& record, const Occasion& occasion) {
    static const std::vector<std::string> venues{
        "Presidential Palace", "Ministry of Defense", "Hotel Bristol", "airport", "Congress Centre", "Rose House"};
    const std::string town = "Town" + std::string(1, static_cast<char>('a' + occasion.town % 26)) +
                             std::string(1, static_cast<char>('a' + occasion.town / 26));
    const std::uint64_t how = random_.below(100);
    if (occasion.place_told || how < 30) {
      record.place = venues[occasion.venue];
    } else if (how < 75) {
      record.place = town;
    }
  }

  Participant participant(std::size_t person, std::optional<Role> role) {
    Participant one;
    one.id = "p" + std::to_string(person);
    one.name = "Person " + std::to_string(person);
    if (!chance(10)) one.country = "C" + std::to_string(person / persons_a_country);
    one.role = role;
    return one;
  }

  std::string word() { return "w" + std::to_string(random_.below(400)); }

  TestRandom random_;
  GeneratedOccasions generated_;
  std::size_t num_told_ = 0;
};

}  // namespace

GeneratedOccasions generated_occasions(std::size_t num_occasions, std::uint64_t seed) {
  return Generator(seed).generate(num_occasions);
}

}  // namespace entente::test
