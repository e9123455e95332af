// Communities by the Leiden method: options, the quantities that all runs share, the best of the runs.
//
// One run is parallel within on a large network; small ones would gain nothing by that and have their runs side by
// side, each on one thread. Either way a run depends on the seed and its number only, and the best one is chosen in
// their order. The steps stand in leiden_*.cpp.
#include "leiden_search.hpp"
#include "number_by_size.hpp"

#include <entente/analysis/communities.hpp>
#include <entente/core/error.hpp>
#include <entente/core/parallel.hpp>

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <numeric>
#include <string_view>
#include <utility>

#include <fmt/format.h>

namespace entente {

namespace {

constexpr std::uint64_t tiny_network = 1U << 14U;   // arcs
constexpr std::uint64_t large_network = 2'000'000;  // arcs
constexpr double least_gain = 1e-12;                // of a move, relative to the strength of what is moved
constexpr std::array<std::string_view, 2> objective_names{"modularity", "cpm"};
constexpr std::array<std::string_view, 2> quality_names{"fast", "high"};

void require_valid(const CommunitiesOptions& options) {
  const auto require = [](bool holds, std::string_view name, double value, std::string_view range) {
    if (!holds) throw Error(ErrorCode::bad_option, fmt::format("{} is {}; it must be {}", name, value, range));
  };
  require(options.resolution > 0 && options.resolution <= 1e6, "resolution", options.resolution,
          "greater than 0 and at most 1e6");
  require(options.runs >= 1 && options.runs <= 10'000, "runs", options.runs, "between 1 and 10000");
  require(options.max_passes >= 1, "max_passes", options.max_passes, "at least 1");
  require(options.randomness >= 1e-6 && options.randomness <= 1e3, "randomness", options.randomness,
          "between 1e-6 and 1000");
}

template <typename Ties>
LeidenProblem<Ties> problem_of(const PersonNetwork& net, const CommunitiesOptions& options, Workers& workers) {
  constexpr std::size_t persons_a_block = 1024;
  LeidenProblem<Ties> problem{{Ties(net), {}}, {}, 0};
  const Ties& ties = problem.persons.ties;
  const std::size_t n = ties.size();
  std::vector<double> strengths(n);
  workers.for_blocks(n, persons_a_block, [&](std::size_t begin, std::size_t end, std::size_t) {
    for (std::size_t person = begin; person < end; ++person) {
      for (std::uint64_t arc = ties.begin(person); arc < ties.end(person); ++arc) strengths[person] += ties.weight(arc);
    }
  });
  problem.total = std::accumulate(strengths.begin(), strengths.end(), 0.0);
  double all_masses = static_cast<double>(n);
  if (options.objective == CommunitiesObjective::cpm) {
    problem.persons.masses.assign(n, 1);
    problem.gain.factor = options.resolution;
  } else {
    // In units of a power of two that follows the weights: multiplying these by one changes no digit.
    const int digits = 60 - std::ilogb(problem.total);
    problem.persons.masses.resize(n);
    for (std::size_t person = 0; person < n; ++person) {
      problem.persons.masses[person] = std::llround(std::ldexp(strengths[person], digits));
    }
    all_masses = std::ldexp(problem.total, digits);
    problem.gain.factor = std::ldexp(options.resolution / all_masses, -digits);
  }
  problem.gain.margin = least_gain * problem.total / all_masses;
  return problem;
}

template <typename Ties>
LeidenSearch search_for(const LeidenProblem<Ties>& problem, const CommunitiesOptions& options, bool is_small) {
  LeidenSearch search;
  search.max_passes = options.max_passes;
  search.max_cycles = 10;
  search.least_of_pass = 1e-10;
  search.least_of_cycle = 1e-6;
  search.least_of_round = 1e-6;
  if (options.quality == CommunitiesQuality::high) {
    search.temperature = options.randomness * problem.total / static_cast<double>(num_arcs(problem.persons.ties));
    // A pass takes the longer the less the next digits mean.
    const bool is_large = num_arcs(problem.persons.ties) > large_network;
    if (!is_small) search.least_of_pass = is_large ? 1e-5 : 2e-6;
  } else {
    search.max_cycles = 6;
    search.least_of_cycle = 3e-5;
    search.least_of_round = 3e-5;
    // What later passes cost is nothing on a tiny network, where chance matters most.
    if (num_arcs(problem.persons.ties) > tiny_network) search.max_passes = 1;
  }
  return search;
}

/// The better of two, the first one of equals.
void keep_better(LeidenResult& best, LeidenResult&& found) {
  if (best.labels.empty() || found.quality > best.quality) best = std::move(found);
}

template <typename Ties>
LeidenResult best_of_runs(const LeidenProblem<Ties>& problem, const CommunitiesOptions& options, Workers& workers) {
  const Run& run = workers.run();
  const bool is_small = num_arcs(problem.persons.ties) <= small_leiden_level;
  const LeidenSearch search = search_for(problem, options, is_small);
  const auto one_run = [&](std::size_t number, Workers& own_workers) {
    LeidenSearch own = search;
    own.seed = run.seed;
    own.number = static_cast<std::uint32_t>(number);
    return search_communities(problem, own, own_workers);
  };
  LeidenResult best;
  if (!is_small) {
    for (std::uint32_t number = 0; number < options.runs; ++number) {
      keep_better(best, one_run(number, workers));
      report(run, "communities", number + 1, options.runs);
    }
    return best;
  }
  std::vector<LeidenResult> found(options.runs);
  std::atomic<std::uint64_t> done = 0;
  workers.for_blocks(options.runs, 1, [&](std::size_t number, std::size_t, std::size_t) {
    Run alone = run;
    alone.threads = 1;
    Workers one(alone);
    found[number] = one_run(number, one);
    report(run, "communities", ++done, options.runs);
  });
  for (LeidenResult& result : found) keep_better(best, std::move(result));
  return best;
}

template <typename Ties>
Communities communities_of(const PersonNetwork& net, const CommunitiesOptions& options, const Run& run) {
  Workers workers(run);
  const auto problem = problem_of<Ties>(net, options, workers);
  LeidenResult best = best_of_runs(problem, options, workers);
  Communities found;
  found.labels = std::move(best.labels);
  found.num_communities = number_by_size(found.labels).size();
  for (std::vector<std::uint32_t>& labels : best.levels) {
    const std::size_t count = number_by_size(labels).size();
    if (count > found.num_communities) found.levels.push_back(std::move(labels));
  }
  if (options.objective == CommunitiesObjective::modularity) {
    found.quality = best.quality;
    found.modularity = best.quality;
  } else {
    found.quality = cpm_quality(net, found.labels, options.resolution, options.weighted);
    found.modularity = modularity(net, found.labels, 1, options.weighted);
  }
  return found;
}

}  // namespace

std::span<const std::string_view> communities_objective_names() { return objective_names; }

std::span<const std::string_view> communities_quality_names() { return quality_names; }

Communities communities(const PersonNetwork& net, const CommunitiesOptions& options, const Run& run) {
  require_valid(options);
  if (net.num_ties() == 0) {
    Communities alone;
    alone.labels.resize(net.num_persons());
    std::iota(alone.labels.begin(), alone.labels.end(), 0U);
    alone.num_communities = net.num_persons();
    return alone;
  }
  return options.weighted ? communities_of<PersonTies>(net, options, run)
                          : communities_of<PlainPersonTies>(net, options, run);
}

}  // namespace entente
