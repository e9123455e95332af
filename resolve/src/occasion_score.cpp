// The weights are explained, and the cases that they were chosen by told, in docs/occasions.md. All are multiples of a
// half, so that sums are exact and do not depend on the order.
#include "occasion_score.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace entente {

namespace {

// Two records of the same two persons in about the same days are one occasion less often than not.
constexpr double prior = -3;

constexpr double same_words_from = 0.6;
constexpr double similar_words_from = 0.25;

constexpr std::uint16_t bit(EventType type) { return static_cast<std::uint16_t>(1U << static_cast<unsigned>(type)); }

// What one outlet calls a visit, another calls the talks that were its purpose.
bool is_close(std::uint16_t a, std::uint16_t b) {
  const auto both = static_cast<std::uint16_t>(a | b);
  constexpr std::uint16_t talks = bit(EventType::meeting) | bit(EventType::visit);
  constexpr std::uint16_t gathering = bit(EventType::meeting) | bit(EventType::conference);
  constexpr std::uint16_t solemnity = bit(EventType::ceremony) | bit(EventType::signing);
  return (both & ~talks) == 0 || (both & ~gathering) == 0 || (both & ~solemnity) == 0;
}

// At these many are present, and every outlet names those of its own country.
constexpr std::uint16_t large_types =
    bit(EventType::conference) | bit(EventType::ceremony) | bit(EventType::exercise) | bit(EventType::signing);

// Those whom only one of the two names.
struct Extras {
  bool any = false;
  bool all_accompany = true;  // of a country that the shared persons are of, or told as attendees
  bool other_country = false;
};

Extras extras_of(const Telling& a, const std::vector<std::uint32_t>& shared,
                 const std::vector<std::uint32_t>& shared_countries) {
  Extras extras;
  for (const Attendee& one : a.attendees) {
    if (std::ranges::binary_search(shared, one.person)) continue;
    extras.any = true;
    const bool known = one.country != 0;
    const bool among = known && std::ranges::find(shared_countries, one.country) != shared_countries.end();
    if (!among && !one.attends) extras.all_accompany = false;
    if (known && !among && !one.attends) extras.other_country = true;
  }
  return extras;
}

// Adds nothing, and says so, where too few are shared.
bool weigh_participants(const Telling& a, const Telling& b, const Wording& wording, OccasionScore& score) {
  const std::vector<std::uint32_t> shared = shared_persons(a, b);
  const std::size_t smaller = std::min(a.attendees.size(), b.attendees.size());
  const std::size_t larger = std::max(a.attendees.size(), b.attendees.size());
  if (shared.size() == larger) {
    if (shared.empty()) return false;
    if (shared.size() == 1) {
      // One person alone is in many places in a week: only the words can tell.
      if (!wording.copies && wording.resemblance < same_words_from) return false;
      score.add(0.5, "the same single participant");
      return true;
    }
    score.add(3 + static_cast<double>(std::min<std::size_t>(2, shared.size() - 2)), "the same participants");
    return true;
  }
  if (shared.size() < 2) return false;
  std::vector<std::uint32_t> countries;
  bool countries_known = true;
  for (const Attendee& one : a.attendees) {
    if (!std::ranges::binary_search(shared, one.person)) continue;
    countries.push_back(one.country);
    countries_known = countries_known && one.country != 0;
  }
  const Extras of_a = extras_of(a, shared, countries);
  const Extras of_b = extras_of(b, shared, countries);
  const bool accompanied = of_a.all_accompany && of_b.all_accompany;
  if (shared.size() == smaller) {
    if (smaller == 2) score.add(-1, "one names two participants only");
    if (smaller > 2) score.add(10 * smaller >= 7 * larger ? 2 : 1, "all participants of the one are among the other's");
  } else if (shared.size() == 2) {
    score.add(accompanied ? -2 : -3, "each names participants whom the other does not");
  } else {
    score.add(2 * shared.size() >= smaller ? -1.5 : -4, "each names participants whom the other does not");
  }
  if (accompanied) {
    score.add(3, "whom one leaves out comes with those whom both name");
  } else if (countries_known && (of_a.other_country || of_b.other_country)) {
    const bool large = ((a.types | b.types) & large_types) != 0;
    score.add(large ? -1 : shared.size() > 2 ? -1.5 : -3, "one names a participant of a further country");
  }
  return true;
}

bool weigh_date(const Telling& a, const Telling& b, OccasionScore& score) {
  switch (relate(a.date, b.date)) {
    case DateRelation::same_day:
      score.add(5, "the same day");
      return true;
    case DateRelation::same_day_of_a_year:
      score.add(4, "the same day, the year not told");
      return true;
    case DateRelation::day_apart:
      score.add(2.5, "a day apart, the later the date published");
      return true;
    case DateRelation::same_month:
      score.add(0.5, "the same month");
      return true;
    case DateRelation::same_year:
      score.add(-2, "the same year at best");
      return true;
    case DateRelation::as_published:
      score.add(2, "published just after");
      return true;
    case DateRelation::untold:
      score.add(-2, "a date is not told");
      return true;
    case DateRelation::contradictory:
      break;
  }
  return false;
}

bool weigh_type(const Telling& a, const Telling& b, OccasionScore& score) {
  constexpr std::uint16_t other = bit(EventType::other);
  constexpr std::uint16_t call = bit(EventType::call);
  if ((a.types & b.types & ~other) != 0) {
    score.add(1, "the same type");
    return true;
  }
  const auto a_told = static_cast<std::uint16_t>(a.types & ~other);
  const auto b_told = static_cast<std::uint16_t>(b.types & ~other);
  if (a_told == 0 || b_told == 0) return true;
  if (((a_told | b_told) & call) != 0) return false;  // nobody is at the other end of the line and in the room
  score.add(is_close(a_told, b_told) ? -0.5 : -1.5, "another type");
  return true;
}

// On one day the two are in one town anyway; where days cannot be compared the town tells much more.
bool is_by_the_day(DateRelation relation) {
  return relation == DateRelation::same_day || relation == DateRelation::same_day_of_a_year ||
         relation == DateRelation::day_apart;
}

void weigh_place(const Telling& a, const Telling& b, OccasionScore& score) {
  PlaceRelation best = a.places.empty() || b.places.empty() ? PlaceRelation::untold : PlaceRelation::other_town;
  for (const ToldPlace& one : a.places) {
    for (const ToldPlace& other : b.places) best = std::min(best, relate(one, other));
  }
  switch (best) {
    case PlaceRelation::same_venue:
      score.add(2.5, "the same place");
      break;
    case PlaceRelation::same_town:
      score.add(is_by_the_day(relate(a.date, b.date)) ? 1 : 2, "the same town");
      break;
    case PlaceRelation::other_venue:
      score.add(-6, "another place");
      break;
    case PlaceRelation::other_town:
      score.add(-6, "another town");
      break;
    case PlaceRelation::similar:
    case PlaceRelation::untold:
    case PlaceRelation::venue_and_town:
      break;
  }
}

void weigh_wording(const Wording& wording, OccasionScore& score) {
  if (wording.resemblance >= same_words_from) {
    score.add(6, "the same wording");
  } else if (wording.resemblance >= similar_words_from) {
    score.add(3, "similar wording");
  }
  if (wording.copies) score.add(3, "copies of one text");
}

}  // namespace

OccasionScore OccasionScore::beginning_with(double bits) {
  OccasionScore score;
  score.possible_ = true;
  score.bits_ = bits;
  return score;
}

void OccasionScore::add(double bits, std::string_view words) {
  bits_ += bits;
  evidence_.push_back({bits, words});
}

double OccasionScore::share() const { return possible_ ? 1 / (1 + std::exp2(-bits_)) : 0; }

OccasionScore weigh(const Telling& a, const Telling& b, const Wording& wording) {
  OccasionScore score = OccasionScore::beginning_with(prior);
  const bool possible = weigh_participants(a, b, wording, score) && weigh_date(a, b, score) && weigh_type(a, b, score);
  if (!possible) return OccasionScore::ruled_out();
  weigh_place(a, b, score);
  weigh_wording(wording, score);
  return score;
}

}  // namespace entente
