#include "random_records.hpp"

#include <entente/core/error.hpp>
#include <entente/core/parallel.hpp>
#include <entente/core/projection.hpp>

#include <algorithm>
#include <cmath>
#include <set>

#include <Eigen/Dense>
#include <catch2/catch.hpp>

using namespace entente;
using namespace entente::test;

namespace {

bool took_part(const EventGraph& graph, std::size_t person, std::size_t event) {
  const auto participants = graph.participants_of(EventId(event));
  return std::ranges::find(participants, PersonId(person)) != participants.end();
}

// Each weight from its definition, over all events for every pair.
double weight_by_definition(const EventGraph& graph, std::span<const double> factors, Weight weight, std::size_t a,
                            std::size_t b) {
  double sum = 0;
  double sum_a = 0;
  double sum_b = 0;
  double sum_either = 0;
  for (std::size_t event = 0; event < graph.num_events(); ++event) {
    const bool with_a = took_part(graph, a, event);
    const bool with_b = took_part(graph, b, event);
    const double f = factors[event];
    const auto k = static_cast<double>(graph.participants_of(EventId(event)).size());
    if (with_a) sum_a += f;
    if (with_b) sum_b += f;
    if (with_a || with_b) sum_either += f;
    if (!with_a || !with_b) continue;
    if (weight == Weight::newman) {
      sum += f / (k - 1);
    } else if (weight == Weight::fractional) {
      sum += f / (k * (k - 1) / 2);
    } else {
      sum += f;
    }
  }
  if (sum == 0) return 0;
  if (weight == Weight::jaccard) return sum / sum_either;
  if (weight == Weight::cosine) return sum / std::sqrt(sum_a * sum_b);
  if (weight == Weight::overlap) return sum / std::min(sum_a, sum_b);
  return sum;
}

}  // namespace

TEST_CASE("every weight equals its definition", "[core][oracle]") {
  const auto weight =
      GENERATE(Weight::count, Weight::newman, Weight::fractional, Weight::jaccard, Weight::cosine, Weight::overlap);
  const double half_life = GENERATE(0.0, 365.0);
  const EventGraph graph = build_event_graph(random_records(15, 40, 5, 11));
  ProjectionOptions options{.weight = weight, .half_life_days = half_life};
  options.type_factors[static_cast<std::size_t>(EventType::call)] = 0.5;
  options.type_factors[static_cast<std::size_t>(EventType::visit)] = 0;
  const std::vector<double> factors = event_factors(graph, options);
  const PersonNetwork network = project(graph, options);
  for (std::size_t a = 0; a < graph.num_persons(); ++a) {
    for (std::size_t b = a + 1; b < graph.num_persons(); ++b) {
      const double expected = weight_by_definition(graph, factors, weight, a, b);
      const auto tie = network.tie(PersonId(a), PersonId(b));
      CHECK(tie.has_value() == (expected > 0));
      if (tie) CHECK(tie->weight == Approx(expected).epsilon(1e-12));
    }
  }
}

TEST_CASE("counts are the entries of B·Bᵀ off the diagonal", "[core][property]") {
  const EventGraph graph = build_event_graph(random_records(25, 80, 7, 5));
  ProjectionOptions options;
  options.type_factors.fill(1);
  const PersonNetwork network = project(graph, options);
  Eigen::MatrixXd incidence = Eigen::MatrixXd::Zero(static_cast<Eigen::Index>(graph.num_persons()),
                                                    static_cast<Eigen::Index>(graph.num_events()));
  for (std::size_t person = 0; person < graph.num_persons(); ++person) {
    for (const EventId event : graph.events_of(PersonId(person))) {
      incidence(static_cast<Eigen::Index>(person), static_cast<Eigen::Index>(event.index())) = 1;
    }
  }
  const Eigen::MatrixXd products = incidence * incidence.transpose();
  std::size_t ties = 0;
  for (std::size_t a = 0; a < graph.num_persons(); ++a) {
    for (std::size_t b = a + 1; b < graph.num_persons(); ++b) {
      const double expected = products(static_cast<Eigen::Index>(a), static_cast<Eigen::Index>(b));
      const auto tie = network.tie(PersonId(a), PersonId(b));
      CHECK((tie ? tie->weight : 0.0) == expected);
      CHECK((tie ? tie->events : 0U) == static_cast<std::uint32_t>(expected));
      ties += expected > 0 ? 1U : 0U;
    }
  }
  CHECK(network.num_ties() == ties);
  CHECK(projection_size(graph).ties == ties);
}

TEST_CASE("Newman strength is the number of events with company; fractional weights sum to the events with company",
          "[core][property]") {
  const EventGraph graph = build_event_graph(random_records(25, 80, 7, 6));
  const PersonNetwork newman = project(graph, {.weight = Weight::newman});
  for (std::size_t person = 0; person < graph.num_persons(); ++person) {
    double strength = 0;
    for (const double weight : newman.weights_of(PersonId(person))) strength += weight;
    double company = 0;
    for (const EventId event : graph.events_of(PersonId(person)))
      company += graph.participants_of(event).size() > 1 ? 1 : 0;
    CHECK(strength == Approx(company));
  }
  double with_company = 0;
  for (std::size_t event = 0; event < graph.num_events(); ++event)
    with_company += graph.participants_of(EventId(event)).size() > 1 ? 1 : 0;
  CHECK(project(graph, {.weight = Weight::fractional}).total_weight() == Approx(with_company));
}

TEST_CASE("a tie knows its first and last date; partial dates stay partial, dates without a year stay out", "[core]") {
  auto records = meetings({{"a", "b"}, {"a", "b"}, {"a", "b"}, {"a", "b"}});
  records[0].date = Date::parse("2024-03-01");
  records[1].date = Date::parse("2023-05");
  records[2].date = Date::parse("XXXX-01-01");
  const PersonNetwork network = project(build_event_graph(records));
  const Tie tie = network.ties().at(0);
  CHECK(tie.events == 4);
  CHECK(tie.first->to_string() == "2023-05");
  CHECK(tie.last->to_string() == "2024-03-01");
}

TEST_CASE("a half-life halves, and leaves out what is not dated to the day or later than as-of", "[core]") {
  auto records = meetings({{"a", "b"}, {"a", "b"}, {"a", "b"}, {"a", "b"}});
  records[0].date = Date::parse("2024-01-11");
  records[1].date = Date::parse("2024-01-01");
  records[2].date = Date::parse("2024");
  records[3].date = Date::parse("2024-01-12");
  const EventGraph graph = build_event_graph(records);
  const ProjectionOptions options{.half_life_days = 10, .as_of = Date::parse("2024-01-11")};
  CHECK(event_factors(graph, options) == std::vector<double>{1.0, 0.5, 0.0, 0.0});
  CHECK(project(graph, options).ties().at(0).weight == 1.5);
}

TEST_CASE("co-mentions are no meetings", "[core]") {
  auto records = meetings({{"a", "b"}});
  records[0].type = EventType::co_mention;
  const EventGraph graph = build_event_graph(records);
  CHECK(project(graph).num_ties() == 0);
  CHECK(project(graph).num_persons() == 2);
}

TEST_CASE("what will not fit is refused with the size and the limit", "[core]") {
  const EventGraph graph = build_event_graph(meetings({{"a", "b", "c"}}));
  CHECK_THROWS_WITH(project(graph, {.max_ties = 2}), Catch::Contains("3 ties") && Catch::Contains("limit of 2 ties"));
  CHECK(project(graph, {.max_ties = 3}).num_ties() == 3);
}

TEST_CASE("ties left out of a projection are those that a filter would leave out of the whole", "[core][property]") {
  const auto weight = GENERATE(Weight::count, Weight::newman, Weight::jaccard);
  const EventGraph graph = build_event_graph(random_records(30, 200, 6, 8));
  const std::vector<Tie> all = project(graph, {.weight = weight}).ties();
  for (const double least : {0.0, all[all.size() / 2].weight}) {
    std::vector<Tie> kept = all;
    std::erase_if(kept, [least](const Tie& tie) { return tie.events < 2 || tie.weight < least; });
    CHECK(project(graph, {.weight = weight, .min_events = 2, .min_weight = least}).ties() == kept);
  }
}

TEST_CASE("a projection keeps the ties that it is asked to keep", "[core][property]") {
  const EventGraph graph = build_event_graph(random_records(30, 200, 6, 8));
  const auto is_kept = [](PersonId a, PersonId b, std::uint32_t events) {
    return (a.index() + b.index() + events) % 3 == 0;
  };
  std::vector<Tie> kept = project(graph).ties();
  const std::size_t all = kept.size();
  std::erase_if(kept, [&](const Tie& tie) { return !is_kept(tie.a, tie.b, tie.events); });
  REQUIRE(kept.size() < all);
  CHECK(project(graph, {.keep = is_kept}).ties() == kept);
}

TEST_CASE("the rows of a projection are visited as they would stand in the network", "[core][oracle]") {
  const auto weight = GENERATE(Weight::count, Weight::newman);
  const auto least = GENERATE(1U, 2U);
  const EventGraph graph = build_event_graph(random_records(300, 900, 6, 8));
  const ProjectionOptions options{.weight = weight, .min_events = least};
  std::vector<std::vector<Tie>> visited(num_workers({.threads = 3}));
  visit_ties(graph, options,
             [&](const TieRow& row, std::size_t worker) {
               CHECK(row.size() > 0);
               for (std::size_t i = 0; i < row.size(); ++i) visited[worker].push_back(row[i]);
             },
             {.threads = 3});
  std::vector<Tie> ties;
  for (const auto& of_worker : visited) ties.insert(ties.end(), of_worker.begin(), of_worker.end());
  std::ranges::sort(ties, {}, [](const Tie& tie) { return std::pair(tie.a, tie.b); });
  CHECK(ties == project(graph, options).ties());
}

TEST_CASE("long rows and short ones, gathered once or counted first, hold the same ties", "[core][oracle]") {
  // Some hundreds of persons meet one person each; that one person's row is long, theirs are short.
  std::vector<std::vector<std::string>> participants;
  for (int i = 0; i < 900; ++i)
    participants.push_back({"centre", "p" + std::to_string(i), "p" + std::to_string(i / 2)});
  const EventGraph graph = build_event_graph(meetings(participants));
  const PersonNetwork network = project(graph);
  CHECK(network.degree(graph.find_person("centre")) == 900);
  std::uint64_t incidences = 0;
  for (const Tie& tie : network.ties()) {
    const std::vector<EventId> shared = graph.shared_events(tie.a, tie.b);
    REQUIRE(tie.events == shared.size());
    incidences += shared.size();
  }
  CHECK(incidences == projection_size(graph).pair_incidences);
  // A limit below the number of incidences makes the rows be counted first.
  CHECK(project(graph, {.max_ties = network.num_ties()}) == network);
  CHECK(network.num_ties() < incidences);
}

TEST_CASE("options out of range are refused", "[core]") {
  const EventGraph graph = build_event_graph(meetings({{"a", "b"}}));
  CHECK_THROWS_AS(project(graph, {.half_life_days = -1}), Error);
  CHECK_THROWS_AS(project(graph, {.half_life_days = 1, .as_of = Date::parse("2024-01")}), Error);
  ProjectionOptions negative;
  negative.type_factors[0] = -1;
  CHECK_THROWS_AS(project(graph, negative), Error);
}

TEST_CASE("empty graphs, one person, one event without company", "[core]") {
  CHECK(project(build_event_graph({})).num_persons() == 0);
  CHECK(projection_size(build_event_graph({})).ties == 0);
  const PersonNetwork alone = project(build_event_graph(meetings({{"a"}, {}})));
  CHECK(alone.num_persons() == 1);
  CHECK(alone.num_ties() == 0);
}
