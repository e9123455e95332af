#include "projection_terms.hpp"

#include <entente/core/error.hpp>
#include <entente/core/parallel.hpp>

#include <algorithm>
#include <cmath>
#include <span>
#include <string>
#include <utility>

namespace entente {

namespace {

constexpr std::size_t activities_a_block = 4096;
constexpr std::size_t shares_a_block = 16'384;

// What each shared event adds to a tie before any normalisation.
double amount_of(Weight weight, double factor, std::size_t participants) {
  const auto k = static_cast<double>(participants);
  switch (weight) {
    case Weight::newman:
      return factor / (k - 1);
    case Weight::fractional:
      return 2 * factor / (k * (k - 1));
    case Weight::count:
    case Weight::jaccard:
    case Weight::cosine:
    case Weight::overlap:
      return factor;
  }
  return factor;
}

bool is_normalised(Weight weight) {
  return weight == Weight::jaccard || weight == Weight::cosine || weight == Weight::overlap;
}

void require_options(const ProjectionOptions& options) {
  for (std::size_t type = 0; type < options.type_factors.size(); ++type) {
    const double factor = options.type_factors[type];
    if (factor >= 0 && std::isfinite(factor)) continue;
    throw Error(ErrorCode::bad_option, "the factor of the event type '" + std::string(event_type_names()[type]) +
                                           "' is not a finite number of 0 or more");
  }
  if (!(options.half_life_days >= 0) || !std::isfinite(options.half_life_days)) {
    throw Error(ErrorCode::bad_option, "the half-life is not a finite number of days of 0 or more");
  }
  if (options.as_of && !options.as_of->is_day()) {
    throw Error(ErrorCode::bad_option, "'" + options.as_of->to_string() + "' is no full date", {}, "write YYYY-MM-DD");
  }
}

// What a factor is multiplied by where an event of `participants` is large.
double factor_of_size(std::size_t participants, const ProjectionOptions& options) {
  const std::size_t most = options.max_event_size;
  if (most == 0 || participants <= most) return 1;
  if (options.large_events != LargeEvents::weigh) return 0;
  const auto k = static_cast<double>(participants);
  const auto s = static_cast<double>(most);
  return s * (s - 1) / (k * (k - 1));
}

// The places of the distinct dates with a year, in both orders; a table over the dates from the least to the greatest.
class DatePlaces {
 public:
  struct Places {
    std::uint32_t begin = EventShare::no_begin;
    std::uint32_t end = 0;
  };

  DatePlaces(const EventGraph& graph, ProjectionTerms& terms) {
    struct Days {
      Day first;
      Day last;
      CompactDate date;
    };
    std::vector<Days> dates;
    for (const Date& date : distinct_dates(graph)) {
      dates.push_back({*date.first_day(), *date.last_day(), CompactDate(date)});
    }
    std::ranges::sort(dates, {}, [](const Days& days) { return std::pair(days.first, days.last); });
    for (const Days& days : dates) {
      at(days.date).begin = static_cast<std::uint32_t>(terms.by_begin.size());
      terms.by_begin.push_back(days.date);
    }
    std::ranges::sort(dates, {}, [](const Days& days) { return std::pair(days.last, days.first); });
    for (const Days& days : dates) {
      terms.by_end.push_back(days.date);
      at(days.date).end = static_cast<std::uint32_t>(terms.by_end.size());
    }
  }

  [[nodiscard]] Places of(const std::optional<Date>& date) const {
    return date && date->has_year() ? places_[CompactDate(date).bits() - least_] : Places{};
  }

 private:
  Places& at(CompactDate date) { return places_[date.bits() - least_]; }

  std::vector<Date> distinct_dates(const EventGraph& graph) {
    least_ = ~std::uint32_t{0};
    std::uint32_t greatest = 0;
    for (const std::optional<Date>& date : graph.events().date) {
      if (!date || !date->has_year()) continue;
      least_ = std::min(least_, CompactDate(date).bits());
      greatest = std::max(greatest, CompactDate(date).bits());
    }
    std::vector<Date> dates;
    if (greatest == 0) return dates;
    places_.resize(greatest - least_ + 1);
    for (const std::optional<Date>& date : graph.events().date) {
      if (!date || !date->has_year() || at(CompactDate(date)).end != 0) continue;
      at(CompactDate(date)).end = 1;
      dates.push_back(*date);
    }
    return dates;
  }

  std::uint32_t least_ = 0;
  std::vector<Places> places_;
};

}  // namespace

std::vector<double> event_factors(const EventGraph& graph, const ProjectionOptions& options) {
  require_options(options);
  std::vector<double> factors(graph.num_events());
  const std::optional<Day> as_of = options.as_of ? options.as_of->first_day() : graph.last_day();
  for (std::size_t event = 0; event < factors.size(); ++event) {
    double factor = options.type_factors[static_cast<std::size_t>(graph.events().type[event])] *
                    factor_of_size(graph.participants_of(EventId(event)).size(), options);
    if (options.half_life_days > 0) {
      const std::optional<Date>& date = graph.events().date[event];
      const bool counts = date && date->is_day() && as_of && *date->first_day() <= *as_of;
      factor = counts ? factor * std::exp2(-(*as_of - *date->first_day()) / options.half_life_days) : 0.0;
    }
    factors[event] = factor;
  }
  return factors;
}

std::vector<double> event_amounts(const EventGraph& graph, const ProjectionOptions& options) {
  std::vector<double> amounts = event_factors(graph, options);
  for (std::size_t event = 0; event < amounts.size(); ++event) {
    const std::size_t participants = graph.participants_of(EventId(event)).size();
    amounts[event] = participants > 1 ? amount_of(options.weight, amounts[event], participants) : 0;
  }
  return amounts;
}

double ProjectionTerms::weight_of(PersonId a, PersonId b, double shared) const {
  if (activity.empty()) return shared;
  // In the order of ids, so that rounding is the same on both arcs.
  const double one = activity[std::min(a, b).index()];
  const double other = activity[std::max(a, b).index()];
  if (weight == Weight::jaccard) return shared / (one + other - shared);
  if (weight == Weight::cosine) return shared / std::sqrt(one * other);
  return shared / std::min(one, other);
}

ProjectionTerms projection_terms(const EventGraph& graph, const ProjectionOptions& options, Workers& workers) {
  const std::vector<double> factors = event_factors(graph, options);
  ProjectionTerms terms;
  terms.weight = options.weight;
  terms.amounts_are_ones = options.weight == Weight::count &&
                           std::ranges::all_of(factors, [](double factor) { return factor == 0 || factor == 1; });
  const DatePlaces dates(graph, terms);
  terms.shares.resize(graph.num_events());
  workers.for_blocks(graph.num_events(), shares_a_block, [&](std::size_t begin, std::size_t end, std::size_t) {
    for (std::size_t event = begin; event < end; ++event) {
      const auto participants = graph.participants_of(EventId(event));
      const DatePlaces::Places place = dates.of(graph.events().date[event]);
      const bool makes_ties = participants.size() > 1 && factors[event] > 0;
      terms.shares[event] = {participants.data(),
                             makes_ties ? amount_of(options.weight, factors[event], participants.size()) : 0,
                             makes_ties ? static_cast<std::uint32_t>(participants.size()) : 0, place.begin, place.end};
    }
  });
  if (is_normalised(options.weight)) {
    terms.activity.resize(graph.num_persons());
    workers.for_blocks(graph.num_persons(), activities_a_block, [&](std::size_t begin, std::size_t end, std::size_t) {
      for (std::size_t person = begin; person < end; ++person) {
        for (const EventId event : graph.events_of(PersonId(person))) terms.activity[person] += factors[event.index()];
      }
    });
  }
  return terms;
}

}  // namespace entente
