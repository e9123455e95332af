#include "found_pairs.hpp"

#include "test_options.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string_view>
#include <utility>

#include <fmt/format.h>

namespace entente::cli {

namespace {

constexpr double left_out = std::numeric_limits<double>::quiet_NaN();

TieTests made_tests(const Session& session, const Material& material, const TieTestOptions& options) {
  check_stop(session.run);
  report(session.run, "testing ties", 0, 0);
  return test_ties(material.graph, material.network, options, session.run);
}

// What the ties are ordered by, the least first; NaN leaves one out. Empty where the number of events decides alone.
std::vector<double> order_of_ties(const Session& session, const Material& material, const PairFilter& filter,
                                  const std::optional<TieTests>& tests) {
  const Study::Pairs& options = session.study.pairs;
  if (options.sort == PairOrder::events && filter.keeps_all() && !options.significant) return {};
  std::vector<double> order(material.network.num_ties(), 0.0);
  const double level = std::log(session.study.testing.alpha);
  for (std::size_t person = 0; person < material.network.num_persons(); ++person) {
    const TieRow row = material.network.ties_of(PersonId(person));
    std::uint64_t tie = material.network.first_tie(PersonId(person));
    for (std::size_t i = 0; i < row.size(); ++i, ++tie) {
      if (options.sort == PairOrder::weight) order[tie] = -row.weights[i];
      if (options.sort == PairOrder::p && tests) order[tie] = tests->log_p[tie];
      if (options.sort == PairOrder::ratio && tests) order[tie] = -row.facts[i].events / tests->expected[tie];
      const bool is_left_out = options.significant && !(tests && tests->log_q[tie] <= level);
      if (is_left_out || !filter.keeps(row.a, row.others[i])) order[tie] = left_out;
    }
  }
  return order;
}

std::size_t place_of_tie(const PersonNetwork& net, PersonId a, PersonId b) {
  const TieRow row = net.ties_of(a);
  return net.first_tie(a) + static_cast<std::size_t>(std::ranges::lower_bound(row.others, b) - row.others.begin());
}

PairTests tests_of(const std::vector<RecurringPair>& pairs, const PersonNetwork& net, const TieTests& tests) {
  PairTests of_pairs;
  for (const RecurringPair& pair : pairs) {
    const std::size_t tie = place_of_tie(net, pair.a, pair.b);
    of_pairs.expected.push_back(tests.expected[tie]);
    of_pairs.log_p.push_back(tests.log_p[tie]);
    of_pairs.log_q.push_back(tests.log_q[tie]);
  }
  return of_pairs;
}

std::string sentence_of(const Study& study, const TieTests& tests) {
  const Study::Testing& options = study.testing;
  std::string strata;
  for (const std::string& one : options.strata) strata += (strata.empty() ? " within each " : " and ") + one;
  const std::string samples = study.pairs.test == PairTest::fdsm
                                  ? fmt::format(" with {} samples of seed {}", options.samples, study.seed)
                                  : std::string();
  return fmt::format("tested by {}{}{} ({} tail), p-values adjusted by {} for {} pairs",
                     null_model_names()[static_cast<std::size_t>(study.pairs.test) - 1], samples, strata,
                     tail_names()[static_cast<std::size_t>(options.tail)],
                     correction_names()[static_cast<std::size_t>(options.correction)], tests.tests);
}

std::vector<PairHistory> histories_of(const Session& session, const Material& material,
                                      const std::vector<RecurringPair>& pairs) {
  return pair_histories(material.graph, pairs,
                        {.window_days = session.study.pairs.window, .as_of = session.study.network.projection.as_of},
                        session.run);
}

}  // namespace

FoundPairs find_pairs(const Session& session, const Material& material, const PairFilter& filter, std::size_t top) {
  const Study::Pairs& options = session.study.pairs;
  FoundPairs found;
  std::optional<TieTests> tests;
  std::optional<TieTests> plain_tests;
  if (options.test != PairTest::none) {
    const auto model = static_cast<NullModel>(static_cast<int>(options.test) - 1);
    TieTestOptions how = test_options(session.study, model);
    tests = made_tests(session, material, how);
    found.test_sentence = sentence_of(session.study, *tests);
    if (how.by_year || how.by_type) {
      how.by_year = how.by_type = false;
      plain_tests = made_tests(session, material, how);
    }
  }
  const std::vector<double> order = order_of_ties(session, material, filter, tests);
  found.pairs = recurring_pairs(
      material.graph, material.network,
      {.min_events = options.min_events, .top = top, .order = order, .projection = projection_options(session.study)},
      session.run);
  found.histories = histories_of(session, material, found.pairs);
  if (tests) found.tests = tests_of(found.pairs, material.network, *tests);
  if (plain_tests) found.plain_tests = tests_of(found.pairs, material.network, *plain_tests);
  return found;
}

bool needs_network(const Study& study) {
  return study.pairs.test != PairTest::none || study.network.backbone != Backbone::none;
}

FoundPairs find_first_pairs(const Session& session, const Material& material, const PairFilter& filter,
                            std::size_t top) {
  const Study::Pairs& options = session.study.pairs;
  FirstPairsOptions how{.top = top,
                        .min_events = options.min_events,
                        .by_weight = options.sort == PairOrder::weight,
                        .projection = projection_options(session.study)};
  if (!filter.keeps_all()) how.keep = [&filter](PersonId a, PersonId b) { return filter.keeps(a, b); };
  check_stop(session.run);
  report(session.run, "looking for pairs", 0, 0);
  FirstPairs first = first_pairs(material.graph, how, session.run);
  FoundPairs found;
  found.pairs = std::move(first.pairs);
  found.histories = histories_of(session, material, found.pairs);
  found.num_ties = first.num_ties;
  return found;
}

}  // namespace entente::cli
