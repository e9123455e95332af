// Closeness and harmonic centrality: one search from every person, and from one of twins, who have the same ties.
//
// Parallel over blocks of persons, each thread with a search of its own; a person's value is computed by one thread
// from the distances in the order in which they were settled, so that it does not depend on the schedule. Memory: up to
// 30 bytes a person and thread.
#include "path_search.hpp"
#include "twins.hpp"

#include <entente/analysis/closeness.hpp>
#include <entente/core/parallel.hpp>

#include <atomic>
#include <cstddef>
#include <functional>
#include <memory>
#include <string_view>
#include <vector>

namespace entente {

namespace {

constexpr std::size_t searches_a_block = 64;

/// value(search) after a search from each person.
Scores for_each_source(const PersonNetwork& net, Length length, const Run& run, std::string_view stage,
                       const std::function<double(const PathSearch&)>& value) {
  const std::size_t n = net.num_persons();
  Scores scores(n, 0.0);
  const ArcLengths lengths(net, length);
  const std::vector<PersonId> twins = smallest_twins(net, length);
  std::vector<std::unique_ptr<PathSearch>> scratch(num_workers(run));
  std::atomic<std::uint64_t> done = 0;
  for_blocks(run, n, searches_a_block, [&](std::size_t begin, std::size_t end, std::size_t worker) {
    if (!scratch[worker]) scratch[worker] = std::make_unique<PathSearch>(net, lengths);
    for (std::size_t person = begin; person < end; ++person) {
      if (net.degree(PersonId(person)) == 0 || twins[person] != PersonId(person)) continue;
      scratch[worker]->run(PersonId(person));
      scores[person] = value(*scratch[worker]);
    }
    report(run, stage, done += end - begin, n);
  });
  for (std::size_t person = 0; person < n; ++person) scores[person] = scores[twins[person].index()];
  return scores;
}

}  // namespace

Scores closeness(const PersonNetwork& net, const ClosenessOptions& options, const Run& run) {
  const auto others = static_cast<double>(net.num_persons()) - 1;
  return for_each_source(net, options.length, run, "closeness", [&](const PathSearch& search) {
    double sum = 0;
    for (const PersonId person : search.order()) sum += search.distance(person);
    const auto reached = static_cast<double>(search.order().size() - 1);
    return reached / others * (reached / sum);
  });
}

Scores harmonic(const PersonNetwork& net, const HarmonicOptions& options, const Run& run) {
  const double divisor = options.normalized ? static_cast<double>(net.num_persons()) - 1 : 1.0;
  return for_each_source(net, options.length, run, "harmonic", [&](const PathSearch& search) {
    double sum = 0;
    for (const PersonId person : search.order().subspan(1)) sum += 1 / search.distance(person);
    return sum / divisor;
  });
}

}  // namespace entente
