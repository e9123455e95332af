#include "bearer_evidence.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <utility>

namespace entente {

namespace {

constexpr std::size_t sample_size = 16;
constexpr std::size_t most_events_by_day = 256;
constexpr std::size_t largest_company = 128;  // of an event that tells something of those who came

// Codes of organisations stand where countries do.
bool is_body(const std::string& code) { return code.size() != 2 || code == "EU" || code == "UN" || code == "AU"; }

bool overlap(const Bearer& a, const Bearer& b) {
  return a.is_dated() && b.is_dated() && a.first <= b.last && b.first <= a.last;
}

std::uint64_t mixed(std::uint64_t x) {  // Steele, Lea and Flood 2014: SplitMix
  x += 0x9E3779B97F4A7C15U;
  x = (x ^ (x >> 30U)) * 0xBF58476D1CE4E5B9U;
  x = (x ^ (x >> 27U)) * 0x94D049BB133111EBU;
  return x ^ (x >> 31U);
}

std::vector<std::pair<Day, std::uint32_t>> days_and_places(const Bearers& bearers, std::uint32_t bearer) {
  std::vector<std::pair<Day, std::uint32_t>> found;
  for (const std::uint32_t record : bearers.events_of(bearer)) {
    const std::optional<Date>& date = bearers.told->date_of[record];
    if (date && date->is_day() && bearers.told->place_of[record] != 0) {
      found.emplace_back(*date->first_day(), bearers.told->place_of[record]);
    }
  }
  std::ranges::sort(found);
  return found;
}

bool are_apart(std::string_view a, std::string_view b) {
  return a.find(b) == std::string_view::npos && b.find(a) == std::string_view::npos;
}

bool stood_in_two_places(const Bearers& bearers, std::uint32_t a, std::uint32_t b) {
  if (std::max(bearers.events_of(a).size(), bearers.events_of(b).size()) > most_events_by_day) return false;
  const auto of_a = days_and_places(bearers, a);
  const auto of_b = days_and_places(bearers, b);
  for (const auto& [day, place] : of_a) {
    const auto same_day = std::ranges::equal_range(of_b, day, {}, &std::pair<Day, std::uint32_t>::first);
    for (const auto& [other_day, other] : same_day) {
      if (are_apart(bearers.told->places.text(place), bearers.told->places.text(other))) return true;
    }
  }
  return false;
}

// An office that has no class can be told by its wording only: "head of the consular department". Where the names are
// told in full they say more.
bool share_a_wording(const Bearers& bearers, std::uint32_t a, std::uint32_t b) {
  const std::span<const std::uint32_t> of_a = bearers.wordings_of(a);
  const std::span<const std::uint32_t> of_b = bearers.wordings_of(b);
  for (auto left = of_a.begin(), right = of_b.begin(); left != of_a.end() && right != of_b.end();) {
    if (*left == *right) return true;
    *left < *right ? ++left : ++right;
  }
  return false;
}

struct FlagWords {
  std::uint32_t flag;
  std::string_view words;
};

constexpr FlagWords pro[] = {{id_equal, "same identifier"},
                             {country_equal, "same country"},
                             {office_equal, "same office"},
                             {rank_equal, "same rank"},
                             {partner_shared, "met the same persons"},
                             {single_bearer, "nobody else could be meant"}};

constexpr FlagWords contra[] = {{country_differs, "another country"},
                                {body_differs, "an organisation and another body or country"},
                                {office_succeeds, "another office at another time"},
                                {office_differs, "another office"},
                                {office_abroad, "another office in another country"},
                                {rank_differs, "another rank"},
                                {two_places, "in two places on one day"},
                                {several_bearers, "several could be meant"}};

void join(std::string& text, std::string_view more) {
  if (more.empty()) return;
  if (!text.empty()) text += "; ";
  text += more;
}

template <std::size_t n>
void join_flags(std::string& text, const FlagWords (&wordings)[n], std::uint32_t flags) {
  for (const FlagWords& one : wordings) {
    if ((flags & one.flag) != 0) join(text, one.words);
  }
}

// Variations that leave something untold, rather than tell it in another way.
constexpr std::uint32_t untold = name_typo | name_initial | name_middle_missing | name_outer_missing |
                                 name_initial_missing | name_generation_missing | name_lone_word;

}  // namespace

double probability(double log_odds) { return 1 / (1 + std::exp(-log_odds)); }

PairEvidence weigh(const Bearers& bearers, std::uint32_t bearer_a, std::uint32_t bearer_b, const NameComparison& names,
                   const PersonWeights& weights) {
  const Bearer& a = bearers.all[bearer_a];
  const Bearer& b = bearers.all[bearer_b];
  PairEvidence found;
  found.variations = names.variations;
  const auto add = [&](double log_odds, std::uint32_t flag) {
    found.context += log_odds;
    found.evidence |= flag;
  };
  const bool abroad = a.country != 0 && b.country != 0 && a.country != b.country;
  const bool body = abroad && (is_body(bearers.countries[a.country]) || is_body(bearers.countries[b.country]));
  if (body) {
    add(weights.body_differs, body_differs);
  } else if (abroad) {
    add(weights.country_differs, country_differs);
  } else if (a.country != 0 && a.country == b.country) {
    add(weights.country_equal, country_equal);
  }
  // Whoever goes to an organisation has another office there.
  if (a.office.is_known() && b.office.is_known() && !body) {
    if (a.office == b.office) {
      add(weights.office_equal, office_equal);
    } else if (abroad) {
      add(weights.office_abroad, office_abroad);
    } else if (may_be_one(a.office, b.office)) {
      // neither the same nor another
    } else if (a.is_dated() && b.is_dated() && !overlap(a, b)) {
      add(weights.office_succeeds, office_succeeds);
    } else {
      add(weights.office_differs, office_differs);
    }
  } else if (!abroad && (a.wording != 0 || b.wording != 0) && share_a_wording(bearers, bearer_a, bearer_b)) {
    add(weights.office_equal, office_equal);
  }
  if (a.rank != 0 && b.rank != 0) {
    if (a.rank == b.rank) {
      add(weights.rank_equal, rank_equal);
    } else {
      add(weights.rank_differs, rank_differs);
    }
  }
  found.log_odds = weights.prior + names.log_odds + found.context;
  return found;
}

std::vector<std::uint32_t> partner_sample(const Bearers& bearers, std::uint32_t bearer) {
  std::vector<std::pair<std::uint64_t, std::uint32_t>> least;
  for (const std::uint32_t record : bearers.events_of(bearer)) {
    if (bearers.participants_of(record).size() > largest_company) continue;
    for (const std::uint32_t other : bearers.participants_of(record)) {
      const std::uint32_t name = bearers.all[other].name;
      if (other == bearer) continue;
      const std::pair<std::uint64_t, std::uint32_t> one{mixed(name), name};
      if (least.size() == sample_size && least.back() <= one) continue;
      const auto place = std::ranges::lower_bound(least, one);
      if (place != least.end() && *place == one) continue;
      least.insert(place, one);
      if (least.size() > sample_size) least.pop_back();
    }
  }
  std::vector<std::uint32_t> names;
  for (const auto& [hash, name] : least) names.push_back(name);
  std::ranges::sort(names);
  return names;
}

void weigh_events(const Bearers& bearers, std::uint32_t a, std::uint32_t b,
                  const std::vector<std::vector<std::uint32_t>>& partners, const PersonWeights& weights,
                  PairEvidence& found) {
  std::vector<std::uint32_t> shared;
  std::ranges::set_intersection(partners[a], partners[b], std::back_inserter(shared));
  if (!shared.empty()) {
    found.log_odds += weights.partner_shared * (shared.size() > 1 ? 1.5 : 1.0);
    found.evidence |= partner_shared;
  }
  if (stood_in_two_places(bearers, a, b)) {
    found.log_odds += weights.two_places;
    found.evidence |= two_places;
  }
}

std::string reasons_for(const PairEvidence& found) {
  std::string text = variations_in_words(found.variations & ~untold);
  if (text.empty()) text = (found.variations & untold) == 0 ? "same name" : "";
  join_flags(text, pro, found.evidence);
  return text;
}

std::string reasons_against(const PairEvidence& found) {
  std::string text = variations_in_words(found.variations & untold);
  join_flags(text, contra, found.evidence);
  return text;
}

}  // namespace entente
