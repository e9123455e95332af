#include "found_pairs.hpp"

#include "test_options.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <string_view>
#include <utility>

#include <fmt/format.h>

namespace entente::cli {

namespace {

constexpr double left_out = std::numeric_limits<double>::quiet_NaN();

std::optional<TieTests> made_tests(const Session& session, const Material& material) {
  const PairTest test = session.study.pairs.test;
  if (test == PairTest::none) return std::nullopt;
  check_stop(session.run);
  report(session.run, "testing ties", 0, 0);
  const auto model = static_cast<NullModel>(static_cast<int>(test) - 1);
  return test_ties(material.graph, material.network, test_options(session.study, model), session.run);
}

bool is_between(const PersonColumns& persons, PersonId a, PersonId b, std::string_view between) {
  const std::size_t colon = between.find(':');
  const std::string_view one = between.substr(0, colon);
  const std::string_view other = between.substr(colon + 1);
  const std::string_view of_a = persons.country[a.index()];
  const std::string_view of_b = persons.country[b.index()];
  return (of_a == one && of_b == other) || (of_a == other && of_b == one);
}

// What the ties are ordered by, the least first; NaN leaves one out. Empty where the number of events decides alone.
std::vector<double> order_of_ties(const Session& session, const Material& material,
                                  const std::optional<TieTests>& tests) {
  const Study::Pairs& options = session.study.pairs;
  if (options.sort == PairOrder::events && options.between.empty() && !options.significant) return {};
  std::vector<double> order(material.network.num_ties(), 0.0);
  const double level = std::log(options.alpha);
  for (std::size_t person = 0; person < material.network.num_persons(); ++person) {
    const TieRow row = material.network.ties_of(PersonId(person));
    std::uint64_t tie = material.network.first_tie(PersonId(person));
    for (std::size_t i = 0; i < row.size(); ++i, ++tie) {
      if (options.sort == PairOrder::weight) order[tie] = -row.weights[i];
      if (options.sort == PairOrder::p && tests) order[tie] = tests->log_p[tie];
      if (options.sort == PairOrder::ratio && tests) order[tie] = -row.facts[i].events / tests->expected[tie];
      const bool is_left_out = options.significant && !(tests && tests->log_q[tie] <= level);
      const bool is_elsewhere =
          !options.between.empty() && !is_between(material.graph.persons(), row.a, row.others[i], options.between);
      if (is_left_out || is_elsewhere) order[tie] = left_out;
    }
  }
  return order;
}

std::size_t place_of_tie(const PersonNetwork& net, PersonId a, PersonId b) {
  const TieRow row = net.ties_of(a);
  return net.first_tie(a) + static_cast<std::size_t>(std::ranges::lower_bound(row.others, b) - row.others.begin());
}

std::string sentence_of(const Study::Pairs& options, const TieTests& tests) {
  std::string strata;
  for (const std::string& one : options.strata) strata += (strata.empty() ? " within each " : " and ") + one;
  return fmt::format("tested by {}{} ({} tail), p-values adjusted by {} for {} pairs",
                     null_model_names()[static_cast<std::size_t>(options.test) - 1], strata,
                     tail_names()[static_cast<std::size_t>(options.tail)],
                     correction_names()[static_cast<std::size_t>(options.correction)], tests.tests);
}

}  // namespace

FoundPairs find_pairs(const Session& session, const Material& material, std::size_t top) {
  const Study::Pairs& options = session.study.pairs;
  const std::optional<TieTests> tests = made_tests(session, material);
  const std::vector<double> order = order_of_ties(session, material, tests);
  FoundPairs found;
  found.pairs = recurring_pairs(
      material.graph, material.network,
      {.min_events = options.min_events, .top = top, .order = order, .projection = projection_options(session.study)},
      session.run);
  found.histories =
      pair_histories(material.graph, found.pairs,
                     {.window_days = options.window, .as_of = session.study.network.projection.as_of}, session.run);
  if (!tests) return found;
  found.tested = true;
  found.test_sentence = sentence_of(options, *tests);
  for (const RecurringPair& pair : found.pairs) {
    const std::size_t tie = place_of_tie(material.network, pair.a, pair.b);
    found.expected.push_back(tests->expected[tie]);
    found.log_p.push_back(tests->log_p[tie]);
    found.log_q.push_back(tests->log_q[tie]);
  }
  return found;
}

}  // namespace entente::cli
