#include "strata.hpp"

#include <entente/analysis/bicm.hpp>
#include <entente/core/parallel.hpp>

#include <algorithm>
#include <cstddef>
#include <limits>
#include <map>
#include <utility>

namespace entente {

namespace {

constexpr std::size_t stratified_persons_a_block = 256;
constexpr std::uint32_t greatest_convolved = 16;  // beyond, the tilted distribution takes less

/// A person's degree in one stratum, as a class of its model.
struct Membership {
  std::uint32_t stratum;
  std::uint32_t degree_class;
};

// The year, or the least number where there is none, and the type; each 0 where it does not divide.
std::pair<std::int64_t, int> stratum_of(const EventGraph& graph, EventId event, const TieTestOptions& options) {
  const std::optional<Date>& date = graph.events().date[event.index()];
  std::int64_t year = 0;
  if (options.by_year) {
    year = date && date->has_year() ? std::int64_t{date->year()} : std::numeric_limits<std::int64_t>::min();
  }
  return {year, options.by_type ? static_cast<int>(graph.events().type[event.index()]) : 0};
}

class StratifiedModel {
 public:
  StratifiedModel(const EventGraph& graph, const TestedMargins& margins, const TieTestOptions& options)
      : memberships_(graph.num_persons()) {
    std::map<std::pair<std::int64_t, int>, std::vector<EventId>> strata;
    for (const EventId event : margins.events) strata[stratum_of(graph, event, options)].push_back(event);
    std::vector<std::uint32_t> degree(graph.num_persons(), 0);
    for (const auto& [key, events] : strata) add_stratum(graph, events, degree);
  }

  /// The trials of two persons: the events of the strata in which both took part in something.
  void trials_of(PersonId a, PersonId b, std::vector<EqualTrials>& trials) const {
    trials.clear();
    const auto& of_a = memberships_[a.index()];
    const auto& of_b = memberships_[b.index()];
    auto one = of_a.begin();
    auto other = of_b.begin();
    while (one != of_a.end() && other != of_b.end()) {
      if (one->stratum != other->stratum) {
        ++(one->stratum < other->stratum ? one : other);
        continue;
      }
      const Bicm& model = models_[one->stratum];
      for (std::size_t size = 0; size < model.sizes.size(); ++size) {
        const auto column = static_cast<Eigen::Index>(size);
        trials.push_back({model.probability(one->degree_class, column) * model.probability(other->degree_class, column),
                          model.events[size]});
      }
      ++one;
      ++other;
    }
  }

 private:
  void add_stratum(const EventGraph& graph, const std::vector<EventId>& events, std::vector<std::uint32_t>& degree) {
    std::vector<std::uint32_t> sizes;
    std::vector<PersonId> persons;
    for (const EventId event : events) {
      sizes.push_back(static_cast<std::uint32_t>(graph.participants_of(event).size()));
      for (const PersonId person : graph.participants_of(event)) {
        if (degree[person.index()]++ == 0) persons.push_back(person);
      }
    }
    std::vector<std::uint32_t> degrees;
    degrees.reserve(persons.size());
    for (const PersonId person : persons) degrees.push_back(std::exchange(degree[person.index()], 0));
    models_.push_back(fit_bicm(degrees, sizes));
    for (std::size_t i = 0; i < persons.size(); ++i) {
      memberships_[persons[i].index()].push_back(
          {static_cast<std::uint32_t>(models_.size() - 1), models_.back().class_of_person[i]});
    }
  }

  std::vector<Bicm> models_;                          // [strata]
  std::vector<std::vector<Membership>> memberships_;  // [num_persons], by stratum
};

}  // namespace

TieTests test_in_strata(const EventGraph& graph, const PersonNetwork& net, const TestedMargins& margins,
                        const TieTestOptions& options, const Run& run) {
  const StratifiedModel model(graph, margins, options);
  TieTests tests;
  tests.expected.resize(net.num_ties());
  tests.log_p.resize(net.num_ties());
  for_blocks(run, net.num_persons(), stratified_persons_a_block, [&](std::size_t begin, std::size_t end, std::size_t) {
    std::vector<EqualTrials> trials;
    for (std::size_t person = begin; person < end; ++person) {
      const TieRow row = net.ties_of(PersonId(person));
      std::uint64_t tie = net.first_tie(PersonId(person));
      for (std::size_t i = 0; i < row.size(); ++i, ++tie) {
        model.trials_of(row.a, row.others[i], trials);
        const std::uint32_t events = row.facts[i].events;
        tests.expected[tie] = expected_events(trials);
        const LogTails tails =
            events <= greatest_convolved ? log_tails(trials, events).back() : log_tails_at(trials, events);
        tests.log_p[tie] = log_p_of(tails, options.tail);
      }
    }
  });
  return tests;
}

}  // namespace entente
