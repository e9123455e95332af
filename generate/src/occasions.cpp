// An occasion of communities: somebody of its community, or with the probability `mixing` of another one, comes,
// perhaps with others of the own country, until all places are taken; who holds an office comes more often than
// activity alone would have it. An occasion of bicm: as many persons as it has places, by activity, all anew where
// anybody came twice, which makes a set of persons as likely as the product of their activities: that is the bipartite
// configuration model (Saracco et al. 2015, doi:10.1038/srep10595) given the sizes of events. Where sixteen attempts
// fail, which small corpora with large events bring about, places that are left are filled one by one.

#include "occasions.hpp"

#include <entente/core/parallel.hpp>

#include <algorithm>
#include <array>

namespace entente::generate {

namespace {

constexpr std::size_t events_a_block = 1U << 14U;

bool is_there(const Occasion& occasion, std::uint32_t person) {
  return std::ranges::find(occasion.attendees, person, &Attendee::person) != occasion.attendees.end();
}

bool add(Occasion& occasion, std::uint32_t person, std::uint32_t delegation) {
  if (is_there(occasion, person)) return false;
  occasion.attendees.push_back({person, delegation});
  return true;
}

EventType draw_type(std::size_t size, RandomStream& random) {
  struct Frequency {
    EventType type;
    std::uint64_t few, many;  // in a hundred events of up to six persons, and of more
  };
  constexpr std::array<Frequency, 8> frequencies{{
      {EventType::meeting, 42, 16},
      {EventType::visit, 16, 6},
      {EventType::call, 14, 0},
      {EventType::signing, 8, 6},
      {EventType::ceremony, 8, 20},
      {EventType::conference, 7, 42},
      {EventType::exercise, 2, 7},
      {EventType::other, 3, 3},
  }};
  std::uint64_t left = random.below(100);
  for (const Frequency& one : frequencies) {
    const std::uint64_t share = size > 6 ? one.many : one.few;
    if (left < share) return one.type == EventType::call && size > 4 ? EventType::meeting : one.type;
    left -= share;
  }
  return EventType::other;
}

}  // namespace

Occasions::Occasions(const Tables& tables, const Population& population, const Terms& terms, const CorpusSizes& sizes,
                     const GenerateOptions& options, const EventSizes& event_sizes, const Run& run)
    : tables_(tables),
      population_(population),
      terms_(terms),
      event_sizes_(event_sizes),
      sizes_(sizes),
      seed_(options.seed),
      bicm_(options.background == Background::bicm),
      mixing_(options.mixing),
      delegations_(options.delegations),
      calendar_(sizes.events),
      plantings_(population, sizes, options, event_sizes, run) {
  if (!bicm_) find_joining(run);
}

std::uint32_t Occasions::draw_official(std::uint32_t community, Day day, RandomStream& random) const {
  if (random.percent(25)) {
    const std::uint32_t office = random.percent(70) ? 0 : random.below32(terms_.num_offices(community));
    return terms_.holder(community, office, day);
  }
  return population_.draw_person(community, random);
}

void Occasions::add_planted(Occasion& occasion) const {
  occasion.planting = plantings_.in_event(occasion.number);
  if (occasion.planting == nullptr) return;
  std::uint32_t delegation = 0;
  for (const std::uint32_t person : occasion.planting->persons) add(occasion, person, delegation++);
  occasion.home = population_.community_of(occasion.planting->persons.front());
}

void Occasions::fill(Occasion& occasion, std::uint32_t size, RandomStream& random) const {
  auto delegation = static_cast<std::uint32_t>(occasion.attendees.size());
  for (std::uint32_t attempt = 0; occasion.attendees.size() < size && attempt < 4 * size; ++attempt) {
    const bool outside = random.chance(mixing_);
    const std::uint32_t community = outside ? population_.draw_outside(occasion.home, random) : occasion.home;
    if (!add(occasion, draw_official(community, occasion.day, random), delegation)) continue;
    if (random.chance(delegations_)) {
      const std::span<const std::uint32_t> compatriots = population_.compatriots(community);
      for (std::uint64_t companions = 1 + random.below(3); companions > 0 && occasion.attendees.size() < size;
           --companions) {
        const bool elsewhere = random.chance(mixing_);
        const std::uint32_t from = elsewhere ? compatriots[random.below(compatriots.size())] : community;
        add(occasion, population_.draw_person(from, random), delegation);
      }
    }
    ++delegation;
  }
  // Nobody meets alone.
  const Community& home = population_.communities()[occasion.home];
  for (std::uint32_t person = home.begin; occasion.attendees.size() < 2 && person < home.end; ++person) {
    add(occasion, person, delegation);
  }
}

void Occasions::fill_by_chance(Occasion& occasion, std::uint32_t size, RandomStream& random) const {
  const std::vector<Attendee> planted = occasion.attendees;
  for (int attempt = 0; attempt < 16; ++attempt) {
    bool twice = false;
    occasion.attendees = planted;
    while (occasion.attendees.size() < size && !twice) {
      twice = !add(occasion, population_.draw_anybody(random), static_cast<std::uint32_t>(occasion.attendees.size()));
    }
    if (!twice) return;
  }
  for (std::uint32_t attempt = 0; occasion.attendees.size() < size && attempt < 64 * size; ++attempt) {
    add(occasion, population_.draw_anybody(random), static_cast<std::uint32_t>(occasion.attendees.size()));
  }
}

Occasion Occasions::draw(std::uint64_t number) const {
  Occasion occasion;
  occasion.number = number;
  occasion.day = calendar_.day_of(number);
  RandomStream random(seed_, Stage::occasion, number);
  const std::uint32_t size = event_sizes_.draw(random);  // first: plantings count on it
  occasion.home = population_.draw_community(random);
  add_planted(occasion);
  if (bicm_) {
    fill_by_chance(occasion, size, random);
  } else {
    fill(occasion, size, random);
  }
  set_the_scene(occasion, random);
  return occasion;
}

void Occasions::set_the_scene(Occasion& occasion, RandomStream& random) const {
  occasion.type = draw_type(occasion.attendees.size(), random);
  occasion.host = occasion.home;
  if (bicm_ || random.percent(30)) {
    occasion.host = population_.community_of(occasion.attendees[random.below(occasion.attendees.size())].person);
  }
  const Country& country = tables_.countries[population_.communities()[occasion.host].country];
  if (!country.towns.empty() && random.percent(25)) occasion.town = 1 + random.below32(country.towns.size());
  occasion.at_building = random.percent(35);
}

Occasion Occasions::operator[](std::uint64_t number) const {
  Occasion occasion = draw(number);
  const auto [first, last] = std::ranges::equal_range(joining_, number, {}, &Joining::event);
  for (auto joining = first; joining != last; ++joining) {
    add(occasion, joining->person, occasion.attendees.back().delegation);
  }
  return occasion;
}

void Occasions::find_joining(const Run& run) {
  std::vector<std::vector<bool>> seen(num_workers(run), std::vector<bool>(population_.num_persons(), false));
  std::vector<std::uint16_t> home(sizes_.events);
  for_blocks(run, sizes_.events, events_a_block, [&](std::size_t begin, std::size_t end, std::size_t worker) {
    for (std::size_t event = begin; event < end; ++event) {
      const Occasion occasion = draw(event);
      home[event] = static_cast<std::uint16_t>(occasion.home);
      for (const Attendee& attendee : occasion.attendees) seen[worker][attendee.person] = true;
    }
  });
  // Which events each community has, by counting.
  std::vector<std::uint64_t> begin(population_.communities().size() + 1, 0);
  for (const std::uint16_t community : home) ++begin[community + std::size_t{1}];
  for (std::size_t community = 1; community < begin.size(); ++community) begin[community] += begin[community - 1];
  std::vector<std::uint32_t> events(home.size());
  std::vector<std::uint64_t> next(begin.begin(), begin.end() - 1);
  for (std::uint32_t event = 0; event < home.size(); ++event) events[next[home[event]]++] = event;
  for (std::uint32_t person = 0; person < population_.num_persons(); ++person) {
    if (std::ranges::any_of(seen, [&](const std::vector<bool>& one) { return one[person]; })) continue;
    RandomStream random(seed_, Stage::joining, person);
    const std::uint32_t community = population_.community_of(person);
    const std::uint64_t count = begin[community + 1] - begin[community];
    if (count > 0) joining_.push_back({events[begin[community] + random.below(count)], person});
  }
  std::ranges::sort(joining_, [](const Joining& left, const Joining& right) {
    return std::pair(left.event, left.person) < std::pair(right.event, right.person);
  });
}

}  // namespace entente::generate
