// Measures of a network whose ties are not made, against those of the projection.
#include "same_scores.hpp"
#include "toy_networks.hpp"

#include <entente/analysis/components.hpp>
#include <entente/analysis/eigenvector.hpp>
#include <entente/analysis/katz.hpp>
#include <entente/analysis/measure.hpp>
#include <entente/analysis/pagerank.hpp>
#include <entente/core/error.hpp>

#include <cstddef>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

using namespace entente;

namespace {

/// Circles of persons who meet only each other, each in events of up to four; the first has most persons.
EventGraph separate_circles(const std::vector<std::size_t>& sizes, std::uint64_t seed) {
  std::vector<std::vector<std::string>> events;
  for (std::size_t circle = 0; circle < sizes.size(); ++circle) {
    const std::vector<std::size_t> order = toy::random_order(4 * sizes[circle], seed + circle);
    for (std::size_t begin = 0; begin + 4 <= order.size(); begin += 2) {
      std::vector<std::string>& event = events.emplace_back();
      for (std::size_t place = begin; place < begin + 2 + begin % 3; ++place) {
        event.push_back(std::to_string(circle) + "-" + std::to_string(order[place] % sizes[circle]));
      }
    }
  }
  return toy::events_of(events);
}

}  // namespace

TEST_CASE("measures without ties equal those of the projection", "[analysis][oracle]") {
  const auto weight = GENERATE(Weight::count, Weight::newman, Weight::fractional);
  // One component above and below the size that is solved densely, several of like and of unlike size.
  const auto sizes = GENERATE(std::vector<std::size_t>{40}, std::vector<std::size_t>{300},
                              std::vector<std::size_t>{200, 190}, std::vector<std::size_t>{1500, 140, 30, 2});
  const EventGraph graph = separate_circles(sizes, 5);
  const ProjectionOptions projection{.weight = weight};
  const PersonNetwork net = project(graph, projection);
  CHECK_THAT(pagerank(graph, projection, {}), SameScores(pagerank(net), 1e-10));
  CHECK_THAT(katz(graph, projection, {}), SameScores(katz(net), 1e-9));
  const auto vector = eigenvector(graph, projection, {});
  REQUIRE(vector);
  CHECK_THAT(*vector, SameScores(eigenvector(net).value(), 1e-9));
  CHECK(components(graph, projection).labels == components(net).labels);
}

TEST_CASE("every measure that needs no ties is the same without them", "[analysis][oracle]") {
  const EventGraph graph = toy::random_events(60, 150, 3);
  const PersonNetwork net = project(graph);
  std::size_t compared = 0;
  for (const MeasureKind& kind : measure_kinds()) {
    if (kind.without_ties == nullptr) continue;
    INFO(kind.name);
    ++compared;
    CHECK_THAT(kind.without_ties(graph, {}, {}), SameScores(kind.compute(graph, net, {}), 1e-9));
  }
  CHECK(compared == 6);
}

TEST_CASE("without ties nobody is tied to anybody by events of factor 0", "[analysis]") {
  const EventGraph graph = toy::events_of({{"a", "b", "c"}, {"d"}});
  ProjectionOptions projection;
  projection.type_factors.fill(0);
  CHECK(pagerank(graph, projection, {}) == Scores(4, 0.25));
  CHECK(katz(graph, projection, {}) == Scores(4, 1.0));
  CHECK(!eigenvector(graph, projection, {}));
  CHECK(components(graph, projection).num_components() == 4);
  CHECK(pagerank(EventGraph(), {}, {}).empty());
  CHECK(eigenvector(EventGraph(), {}, {})->empty());
}

TEST_CASE("ties that are not made cannot all count alike", "[analysis][bad input]") {
  const EventGraph graph = toy::events_of({{"a", "b"}});
  CHECK_THROWS_WITH(pagerank(graph, {}, {.weighted = false}), Catch::Contains("cannot all count alike"));
  CHECK_THROWS_AS(eigenvector(graph, {}, {.weighted = false}), Error);
  CHECK_THROWS_AS(katz(graph, {.weight = Weight::jaccard}, {}), Error);
}
