// The stages of an analysis on generated events of three sizes. Before anything is timed, each method is compared with
// its definition on a small network; building the events is never timed.
#include "reference/person_measures.hpp"
#include "toy_networks.hpp"

#include <entente/analysis/betweenness.hpp>
#include <entente/analysis/communities.hpp>
#include <entente/analysis/pagerank.hpp>
#include <entente/core/projection.hpp>

#include <cmath>
#include <cstddef>
#include <cstdio>
#include <exception>
#include <map>
#include <utility>

#include <benchmark/benchmark.h>

using namespace entente;

namespace {

/// Events in which each person takes part seven times in the mean.
EventGraph generated_events(std::size_t num_persons) { return toy::random_events(num_persons, 2 * num_persons, 1); }

void report_rates(benchmark::State& state, const PersonNetwork& net) {
  const auto rounds = static_cast<double>(state.iterations());
  state.counters["persons"] = static_cast<double>(net.num_persons());
  state.counters["ties"] = static_cast<double>(net.num_ties());
  state.counters["persons/s"] =
      benchmark::Counter(rounds * static_cast<double>(net.num_persons()), benchmark::Counter::kIsRate);
  state.counters["ties/s"] =
      benchmark::Counter(rounds * static_cast<double>(net.num_ties()), benchmark::Counter::kIsRate);
}

template <typename Method>
void time_on_network(benchmark::State& state, const Method& method) {
  const PersonNetwork net = project(generated_events(static_cast<std::size_t>(state.range(0))));
  for (auto _ : state) benchmark::DoNotOptimize(method(net));
  report_rates(state, net);
}

void projection(benchmark::State& state) {
  const EventGraph graph = generated_events(static_cast<std::size_t>(state.range(0)));
  PersonNetwork net;
  for (auto _ : state) {
    net = project(graph);
    benchmark::DoNotOptimize(net);
  }
  report_rates(state, net);
}

void pagerank_weighted(benchmark::State& state) {
  time_on_network(state, [](const PersonNetwork& net) { return pagerank(net); });
}

void betweenness_by_steps(benchmark::State& state) {
  time_on_network(state, [](const PersonNetwork& net) { return betweenness(net); });
}

void betweenness_by_weight(benchmark::State& state) {
  time_on_network(state, [](const PersonNetwork& net) { return betweenness(net, {.length = Length::reciprocal}); });
}

void leiden(benchmark::State& state) {
  time_on_network(state, [](const PersonNetwork& net) { return communities(net, {.runs = 1}); });
}

void leiden_fast(benchmark::State& state) {
  time_on_network(state, [](const PersonNetwork& net) {
    return communities(net, {.quality = CommunitiesQuality::fast, .runs = 1});
  });
}

BENCHMARK(projection)->Arg(1'000)->Arg(10'000)->Arg(100'000)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(pagerank_weighted)->Arg(1'000)->Arg(10'000)->Arg(100'000)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(betweenness_by_steps)->Arg(500)->Arg(1'000)->Arg(2'000)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(betweenness_by_weight)->Arg(500)->Arg(1'000)->Arg(2'000)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(leiden)->Arg(1'000)->Arg(10'000)->Arg(100'000)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(leiden_fast)->Arg(1'000)->Arg(10'000)->Arg(100'000)->Unit(benchmark::kMillisecond)->UseRealTime();

bool same(const Scores& left, const Scores& right) {
  for (std::size_t person = 0; person < left.size(); ++person) {
    if (!(std::abs(left[person] - right[person]) <= 1e-12)) return false;
  }
  return left.size() == right.size();
}

bool same_ties(const EventGraph& graph, const PersonNetwork& net) {
  std::map<std::pair<PersonId, PersonId>, std::uint32_t> shared;
  for (std::size_t event = 0; event < graph.num_events(); ++event) {
    const auto persons = graph.participants_of(EventId(event));
    for (std::size_t a = 0; a < persons.size(); ++a) {
      for (std::size_t b = a + 1; b < persons.size(); ++b) ++shared[{persons[a], persons[b]}];
    }
  }
  for (const Tie& tie : net.ties()) {
    const auto found = shared.find({tie.a, tie.b});
    if (found == shared.end() || found->second != tie.events) return false;
  }
  return shared.size() == net.num_ties();
}

bool results_are_right() {
  const EventGraph graph = generated_events(120);
  const PersonNetwork net = project(graph);
  const Communities found = communities(net);
  return same_ties(graph, net) && reference::is_pagerank(net, pagerank(net), 0.85, true, 1e-10) &&
         same(betweenness(net), reference::betweenness(net, reference::Lengths::unit)) &&
         same(betweenness(net, {.length = Length::reciprocal}),
              reference::betweenness(net, reference::Lengths::reciprocal)) &&
         found.modularity > 0 && std::abs(found.modularity - reference::modularity(net, found.labels, 1)) <= 1e-12;
}

}  // namespace

int main(int argc, char** argv) try {
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  if (!results_are_right()) {
    std::fputs("results differ from their definitions; nothing was timed\n", stderr);
    return 1;
  }
  benchmark::RunSpecifiedBenchmarks();
  benchmark::Shutdown();
  return 0;
} catch (const std::exception& error) {
  std::fprintf(stderr, "%s\n", error.what());
  return 1;
}
