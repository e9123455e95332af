#include "toy_networks.hpp"

#include <entente/analysis/bicm.hpp>
#include <entente/analysis/fdsm.hpp>
#include <entente/analysis/hypergeometric.hpp>
#include <entente/analysis/poisson_binomial.hpp>
#include <entente/analysis/tie_tests.hpp>
#include <entente/core/error.hpp>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

using namespace entente;

namespace {

/// P(X ≥ x) of the events that two rows of independent entries share, by looking at all subsets of the columns.
double upper_by_enumeration(const std::vector<double>& probability, std::uint32_t x) {
  double sum = 0;
  for (std::uint32_t subset = 0; subset < 1U << probability.size(); ++subset) {
    if (static_cast<std::uint32_t>(__builtin_popcount(subset)) < x) continue;
    double product = 1;
    for (std::size_t i = 0; i < probability.size(); ++i) {
      product *= (subset >> i & 1U) != 0 ? probability[i] : 1 - probability[i];
    }
    sum += product;
  }
  return sum;
}

/// The configuration model solved plainly, person by person and event by event, by fixed-point iteration.
std::vector<std::vector<double>> bicm_by_iteration(const EventGraph& graph) {
  const std::size_t n = graph.num_persons();
  const std::size_t m = graph.num_events();
  std::vector<double> x(n, 1);
  std::vector<double> y(m, 1);
  for (int round = 0; round < 20'000; ++round) {
    for (std::size_t i = 0; i < n; ++i) {
      double sum = 0;
      for (std::size_t j = 0; j < m; ++j) sum += y[j] / (1 + x[i] * y[j]);
      x[i] = static_cast<double>(graph.events_of(PersonId(i)).size()) / sum;
    }
    for (std::size_t j = 0; j < m; ++j) {
      double sum = 0;
      for (std::size_t i = 0; i < n; ++i) sum += x[i] / (1 + x[i] * y[j]);
      y[j] = static_cast<double>(graph.participants_of(EventId(j)).size()) / sum;
    }
  }
  std::vector<std::vector<double>> probability(n, std::vector<double>(m));
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < m; ++j) probability[i][j] = x[i] * y[j] / (1 + x[i] * y[j]);
  }
  return probability;
}

/// P(X ≥ x) of the events that two persons share, by looking at all pairs of rows that they may have.
double upper_by_rows(const Bicm& model, std::span<const std::uint32_t> classes_of_events, const Tie& tie) {
  const std::size_t m = classes_of_events.size();
  const auto probability_of = [&](PersonId person, std::uint32_t row) {
    double product = 1;
    for (std::size_t j = 0; j < m; ++j) {
      const double p = model.probability(model.class_of_person[person.index()], classes_of_events[j]);
      product *= (row >> j & 1U) != 0 ? p : 1 - p;
    }
    return product;
  };
  double sum = 0;
  for (std::uint32_t one = 0; one >> m == 0; ++one) {
    const double p = probability_of(tie.a, one);
    for (std::uint32_t other = 0; p > 0 && other >> m == 0; ++other) {
      if (static_cast<std::uint32_t>(std::popcount(one & other)) >= tie.events) {
        sum += p * probability_of(tie.b, other);
      }
    }
  }
  return sum;
}

/// Compares the test of each tie of persons × events with what all rows say.
void check_by_rows(const std::vector<std::uint32_t>& rows, std::uint32_t num_events) {
  std::vector<std::vector<std::string>> participants(num_events);
  for (std::size_t person = 0; person < rows.size(); ++person) {
    for (std::uint32_t event = 0; event < num_events; ++event) {
      if ((rows[person] >> event & 1U) != 0) participants[event].push_back("p" + std::to_string(person));
    }
  }
  const EventGraph graph = toy::events_of(participants);
  const PersonNetwork net = project(graph);
  std::vector<std::uint32_t> degrees;
  std::vector<std::uint32_t> sizes;
  for (std::size_t i = 0; i < graph.num_persons(); ++i) {
    degrees.push_back(static_cast<std::uint32_t>(graph.events_of(PersonId(i)).size()));
  }
  for (std::size_t j = 0; j < graph.num_events(); ++j) {
    const std::size_t size = graph.participants_of(EventId(j)).size();
    if (size > 0) sizes.push_back(static_cast<std::uint32_t>(size));
  }
  const Bicm model = fit_bicm(degrees, sizes);
  std::vector<std::uint32_t> classes;
  for (const std::uint32_t size : sizes) {
    classes.push_back(static_cast<std::uint32_t>(std::ranges::find(model.sizes, size) - model.sizes.begin()));
  }
  const TieTests tests = test_ties(graph, net, {.correction = Correction::none});
  const std::vector<Tie> ties = net.ties();
  for (std::size_t i = 0; i < ties.size(); ++i) {
    CHECK(std::exp(tests.log_p[i]) == Approx(upper_by_rows(model, classes, ties[i])).epsilon(1e-9));
  }
}

void visit_ties_in_order(const PersonNetwork& net, const auto& visit) {
  std::size_t place = 0;
  for (const Tie& tie : net.ties()) visit(tie, place++);
}

/// Everybody's events in years, so that strata differ; persons a… meet in the first year, z… in the second.
EventGraph two_years() {
  std::vector<Record> records;
  const auto meet = [&](const std::string& date, const std::vector<std::string>& persons) {
    Record record;
    record.id = "e" + std::to_string(100 + records.size());
    record.type = EventType::meeting;
    record.date = Date::parse(date);
    for (const std::string& person : persons) {
      Participant participant;
      participant.id = participant.name = person;
      record.participants.push_back(participant);
    }
    records.push_back(record);
  };
  for (int month = 1; month <= 9; ++month) {
    const std::string day = "-0" + std::to_string(month) + "-01";
    meet("2001" + day, {"a" + std::to_string(month % 4), "a" + std::to_string((month + 1) % 4), "b"});
    meet("2011" + day, {"z" + std::to_string(month % 4), "z" + std::to_string((month * 2 + 1) % 4), "b"});
  }
  return build_event_graph(records);
}

}  // namespace

TEST_CASE("the stochastic degree sequence model is that of the definition", "[analysis][oracle]") {
  const auto seed = GENERATE(1U, 2U, 3U);
  const EventGraph graph = toy::random_events(7, 9, seed);
  const PersonNetwork net = project(graph);
  const auto probability = bicm_by_iteration(graph);
  const TieTests tests = test_ties(graph, net);
  CHECK(tests.tests == 21);
  visit_ties_in_order(net, [&](const Tie& tie, std::size_t place) {
    std::vector<double> both;
    double expected = 0;
    for (std::size_t j = 0; j < graph.num_events(); ++j) {
      both.push_back(probability[tie.a.index()][j] * probability[tie.b.index()][j]);
      expected += both.back();
    }
    CHECK(tests.expected[place] == Approx(expected).epsilon(1e-6));
    CHECK(std::exp(tests.log_p[place]) == Approx(upper_by_enumeration(both, tie.events)).epsilon(1e-6));
  });
}

TEST_CASE("the test by sdsm is that of all rows, for all matrices of four by four and random ones of five by five",
          "[analysis][oracle]") {
  // Ascending rows stand for those in any order.
  for (std::uint32_t a = 0; a < 16; ++a) {
    for (std::uint32_t b = a; b < 16; ++b) {
      for (std::uint32_t c = b; c < 16; ++c) {
        for (std::uint32_t d = c; d < 16; ++d) check_by_rows({a, b, c, d}, 4);
      }
    }
  }
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    std::vector<std::uint32_t> rows;
    for (const std::size_t number : toy::random_order(32, seed)) {
      if (rows.size() < 5) rows.push_back(static_cast<std::uint32_t>(number));
    }
    check_by_rows(rows, 5);
  }
}

TEST_CASE("the hypergeometric test of each tie", "[analysis][oracle]") {
  const EventGraph graph = toy::random_events(20, 60, 5);
  const PersonNetwork net = project(graph);
  const TieTests tests = test_ties(graph, net, {.model = NullModel::hypergeometric});
  std::uint64_t events = 0;
  for (std::size_t event = 0; event < graph.num_events(); ++event) {
    events += graph.participants_of(EventId(event)).empty() ? 0U : 1U;
  }
  visit_ties_in_order(net, [&](const Tie& tie, std::size_t place) {
    const std::size_t a = graph.events_of(tie.a).size();
    const std::size_t b = graph.events_of(tie.b).size();
    CHECK(tests.log_p[place] == Approx(hypergeometric_log_tails(events, a, b, tie.events).back().upper).margin(1e-12));
    CHECK(tests.expected[place] == Approx(static_cast<double>(a * b) / static_cast<double>(events)));
  });
}

TEST_CASE("tails: both is twice the smaller one", "[analysis]") {
  const EventGraph graph = toy::random_events(15, 40, 6);
  const PersonNetwork net = project(graph);
  const TieTests upper = test_ties(graph, net, {.correction = Correction::none});
  const TieTests lower = test_ties(graph, net, {.tail = Tail::lower, .correction = Correction::none});
  const TieTests both = test_ties(graph, net, {.tail = Tail::both, .correction = Correction::none});
  for (std::size_t tie = 0; tie < net.num_ties(); ++tie) {
    const double smaller = std::min(std::exp(upper.log_p[tie]), std::exp(lower.log_p[tie]));
    CHECK(std::exp(both.log_p[tie]) == Approx(std::min(1.0, 2 * smaller)));
    CHECK(std::exp(upper.log_p[tie]) + std::exp(lower.log_p[tie]) >= 1);
    CHECK(upper.log_q[tie] == upper.log_p[tie]);
  }
}

TEST_CASE("the lower tail counts pairs that never met among its tests", "[analysis][oracle]") {
  const EventGraph graph = toy::random_events(12, 30, 9);
  const PersonNetwork net = project(graph);
  const TieTests tests = test_ties(graph, net, {.tail = Tail::lower, .correction = Correction::bonferroni});
  const TieTests plain = test_ties(graph, net, {.tail = Tail::lower, .correction = Correction::none});
  const TieTests bh = test_ties(graph, net, {.tail = Tail::lower, .correction = Correction::bh});
  REQUIRE(net.num_ties() < tests.tests);
  const auto probability = bicm_by_iteration(graph);
  std::vector<double> all;
  for (std::size_t a = 0; a < graph.num_persons(); ++a) {
    for (std::size_t b = a + 1; b < graph.num_persons(); ++b) {
      const auto tie = net.tie(PersonId(a), PersonId(b));
      if (tie) continue;
      double never = 1;
      for (std::size_t j = 0; j < graph.num_events(); ++j) never *= 1 - probability[a][j] * probability[b][j];
      all.push_back(std::log(never));
    }
  }
  all.insert(all.end(), plain.log_p.begin(), plain.log_p.end());
  REQUIRE(all.size() == tests.tests);
  const std::vector<double> expected = adjust(all, all.size(), Correction::bh);
  for (std::size_t tie = 0; tie < net.num_ties(); ++tie) {
    CHECK(bh.log_q[tie] == Approx(expected[all.size() - net.num_ties() + tie]).margin(1e-6));
    CHECK(tests.log_q[tie] == Approx(std::min(0.0, plain.log_p[tie] + std::log(66.0))).margin(1e-12));
  }
}

TEST_CASE("within strata, who was never there at the same time could not meet", "[analysis][oracle]") {
  const EventGraph graph = two_years();
  const PersonNetwork net = project(graph);
  const TieTests plain = test_ties(graph, net);
  const TieTests by_year = test_ties(graph, net, {.by_year = true});
  double in_strata = 0;
  double overall = 0;
  visit_ties_in_order(net, [&](const Tie& tie, std::size_t place) {
    const bool with_b = graph.persons().id[tie.a.index()] == "b" || graph.persons().id[tie.b.index()] == "b";
    if (with_b) return;
    // All events of both lie in one year: more is expected there than over both years.
    CHECK(by_year.expected[place] > plain.expected[place]);
    in_strata += by_year.log_p[place];
    overall += plain.log_p[place];
  });
  CHECK(in_strata > overall);
  // One stratum is the whole.
  const TieTests by_type = test_ties(graph, net, {.by_type = true});
  for (std::size_t tie = 0; tie < net.num_ties(); ++tie) {
    CHECK(by_type.log_p[tie] == Approx(plain.log_p[tie]).margin(1e-9));
    CHECK(by_type.expected[tie] == Approx(plain.expected[tie]).epsilon(1e-9));
  }
}

TEST_CASE("events that are no part of the network are no part of the test", "[analysis]") {
  const std::vector<std::vector<std::string>> meetings{{"a", "b"}, {"a", "b", "c"}, {"c", "d"}, {"a", "d"}};
  const EventGraph graph = toy::events_of(meetings);
  auto more = meetings;
  more.push_back({"c", "d"});
  ProjectionOptions all;
  all.type_factors.fill(1);
  const EventGraph larger = toy::events_of(more);
  const PersonNetwork net = project(graph);
  const TieTests tests = test_ties(graph, net);
  CHECK(tests != test_ties(larger, project(larger, all), {.projection = all}));
  ProjectionOptions none;
  none.type_factors.fill(0);
  CHECK(test_ties(graph, project(graph, none), {.projection = none}).tests == 0);
}

TEST_CASE("the fixed degree sequence model is tested by its samples", "[analysis]") {
  const EventGraph graph = toy::random_events(20, 50, 4);
  const PersonNetwork net = project(graph);
  const TieTests tests = test_ties(graph, net, {.model = NullModel::fdsm, .correction = Correction::none, .seed = 7});
  const FdsmCounts counts = fdsm_counts(graph, net, {.seed = 7});
  CHECK(tests.expected == counts.mean);
  for (std::size_t tie = 0; tie < net.num_ties(); ++tie) {
    CHECK(std::exp(tests.log_p[tie]) == Approx(fdsm_p_value(counts.at_least[tie], counts.samples)));
  }
  // 1/(1 + N) ≤ .05/190
  CHECK(fdsm_least_samples(190, .05) == 3799);
  CHECK_THROWS_WITH(test_ties(graph, net, {.model = NullModel::fdsm}), Catch::Contains("among 190 pairs"));
}

TEST_CASE("what survives is the network of the ties that are significant", "[analysis]") {
  const EventGraph graph = toy::random_events(20, 50, 4);
  const PersonNetwork net = project(graph);
  const TieTests tests = test_ties(graph, net, {.correction = Correction::none});
  std::vector<Tie> kept;
  visit_ties_in_order(net, [&](const Tie& tie, std::size_t place) {
    if (std::exp(tests.log_p[place]) <= .2) kept.push_back(tie);
  });
  REQUIRE(!kept.empty());
  CHECK(surviving_ties(net, tests, .2).ties() == kept);
  CHECK(surviving_ties(net, tests, 0).num_ties() == 0);
}

TEST_CASE("what cannot be tested is refused", "[analysis][bad input]") {
  const EventGraph graph = toy::random_events(10, 20, 1);
  const PersonNetwork net = project(graph);
  CHECK_THROWS_AS(test_ties(graph, toy::strangers(3)), Error);
  CHECK_THROWS_WITH(test_ties(graph, net, {.model = NullModel::hypergeometric, .by_year = true}),
                    Catch::Contains("only the model sdsm has strata"));
  CHECK_THROWS_AS(test_ties(graph, net, {.model = NullModel::fdsm, .tail = Tail::lower}), Error);
  CHECK(test_ties(toy::events_of({}), project(toy::events_of({}))).tests == 0);
  CHECK(test_ties(toy::events_of({{"a"}}), project(toy::events_of({{"a"}}))).log_p.empty());
}
