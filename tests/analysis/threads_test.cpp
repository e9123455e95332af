// Everything that runs in parallel, with 1, 2, 3 and 8 threads: the results must be the same to the last bit. Networks
// are larger than one block of each method.
#include "toy_networks.hpp"

#include <entente/analysis/betweenness.hpp>
#include <entente/analysis/closeness.hpp>
#include <entente/analysis/clustering.hpp>
#include <entente/analysis/communities.hpp>
#include <entente/analysis/eigenvector.hpp>
#include <entente/analysis/fdsm.hpp>
#include <entente/analysis/hits.hpp>
#include <entente/analysis/katz.hpp>
#include <entente/analysis/layout.hpp>
#include <entente/analysis/measure.hpp>
#include <entente/analysis/pagerank.hpp>
#include <entente/analysis/pair_history.hpp>
#include <entente/analysis/recurring_pairs.hpp>
#include <entente/analysis/tie_tests.hpp>

#include <array>
#include <tuple>

#include <catch2/catch.hpp>

using namespace entente;

namespace {

Run with_threads(unsigned threads) {
  Run run;
  run.threads = threads;
  return run;
}

#ifdef __SANITIZE_THREAD__
// What races does so with two threads too, and everything takes twenty times as long.
constexpr std::array numbers_of_threads{2U};
#else
constexpr std::array numbers_of_threads{2U, 3U, 8U};
#endif

/// Calls compute(run) for each number of threads and compares with one thread.
template <typename Compute>
void check_same(const Compute& compute) {
  const auto alone = compute(with_threads(1));
  for (const unsigned threads : numbers_of_threads) {
    INFO(threads << " threads");
    CHECK((compute(with_threads(threads)) == alone));
  }
}

}  // namespace

TEST_CASE("linear measures are the same for any number of threads", "[analysis][threads]") {
  // Weights of odd fractions, so that another order of sums would show.
  const PersonNetwork net = toy::scaled(toy::random_network({.persons = 5000, .seed = 1, .mean_degree = 6}), 0.1);
  check_same([&](const Run& run) { return pagerank(net, {}, run); });
  check_same([&](const Run& run) { return eigenvector(net, {}, run).value(); });
  check_same([&](const Run& run) { return katz(net, {}, run); });
  check_same([&](const Run& run) { return triangles(net, run); });
  check_same([&](const Run& run) { return clustering(net, run); });
}

TEST_CASE("hubs are the same for any number of threads", "[analysis][threads]") {
  const EventGraph graph = toy::random_events(3000, 6000, 4);
  check_same([&](const Run& run) { return hits(graph, run).value().persons; });
}

TEST_CASE("measures without ties are the same for any number of threads", "[analysis][threads]") {
  const EventGraph graph = toy::random_events(3000, 6000, 4);
  const ProjectionOptions projection{.weight = Weight::newman};
  check_same([&](const Run& run) { return pagerank(graph, projection, {}, run); });
  check_same([&](const Run& run) { return eigenvector(graph, projection, {}, run).value(); });
  check_same([&](const Run& run) { return katz(graph, projection, {}, run); });
}

TEST_CASE("tests of ties are the same for any number of threads", "[analysis][threads]") {
  const EventGraph graph = toy::random_events(3000, 9000, 8);
  const PersonNetwork net = project(graph);
  check_same([&](const Run& run) { return test_ties(graph, net, {}, run); });
  check_same([&](const Run& run) { return test_ties(graph, net, {.tail = Tail::both}, run); });
  check_same([&](const Run& run) { return test_ties(graph, net, {.by_type = true}, run); });
  const std::vector<RecurringPair> pairs = recurring_pairs(graph, net);
  check_same([&](const Run& run) { return pair_histories(graph, pairs, {}, run); });
}

TEST_CASE("measures of paths are the same for any number of threads", "[analysis][threads]") {
  const auto length = GENERATE(Length::unit, Length::reciprocal);
  const PersonNetwork net = toy::scaled(toy::random_network({.persons = 400, .seed = 2, .mean_degree = 5}), 0.1);
  check_same([&](const Run& run) { return betweenness(net, {.length = length}, run); });
  check_same([&](const Run& run) { return betweenness(net, {.length = length, .sources = 100}, run); });
  check_same([&](const Run& run) { return closeness(net, {.length = length}, run); });
  check_same([&](const Run& run) { return harmonic(net, {.length = length}, run); });
}

TEST_CASE("communities are the same for any number of threads", "[analysis][threads]") {
  // Small ones have their runs side by side, large ones are worked off in parallel.
  const PersonNetwork small = toy::scaled(toy::random_network({.persons = 600, .seed = 3, .mean_degree = 5}), 0.1);
  const PersonNetwork large = toy::planted_circles({.circles = 100, .ties_within = 6, .ties_across = 12});
  REQUIRE(large.num_ties() > 131'072);
  const auto objective = GENERATE(CommunitiesObjective::modularity, CommunitiesObjective::cpm);
  const auto quality = GENERATE(CommunitiesQuality::fast, CommunitiesQuality::high);
  const auto all_of = [](const Communities& found) {
    return std::tuple(found.labels, found.levels, found.quality, found.modularity);
  };
  check_same([&](const Run& run) {
    return all_of(communities(small, {.objective = objective, .quality = quality, .resolution = 0.5, .runs = 9}, run));
  });
  check_same([&](const Run& run) {
    return all_of(communities(
        large, {.objective = objective, .quality = quality, .resolution = 0.1, .runs = 1, .max_passes = 2}, run));
  });
}

TEST_CASE("recurring pairs are the same for any number of threads", "[analysis][threads]") {
  const EventGraph graph = toy::random_events(150, 1000, 4);
  check_same([&](const Run& run) { return recurring_pairs(graph, project(graph, {}, run), {}, run); });
  const EventGraph larger = toy::random_events(6000, 9000, 5);
  check_same([&](const Run& run) { return first_pairs(larger, {.top = 50}, run).pairs; });
}

TEST_CASE("samples of the fixed degree sequence model are the same for any number of threads", "[analysis][threads]") {
  const EventGraph graph = toy::random_events(150, 500, 5);
  const PersonNetwork net = project(graph);
  check_same([&](const Run& run) { return fdsm_counts(graph, net, {.samples = 30}, run); });
}

TEST_CASE("layouts are the same for any number of threads", "[analysis][threads]") {
  const PersonNetwork large = toy::planted_circles({.persons = 3000, .ties_within = 3, .ties_across = 1});
  check_same([&](const Run& run) { return force_atlas(large, {.iterations = 20}, run); });
  // Many components, which are laid out side by side.
  const PersonNetwork parts = toy::random_network({.persons = 2000, .seed = 4, .mean_degree = 1.1});
  check_same([&](const Run& run) { return force_atlas(parts, {.iterations = 20}, run); });
}
