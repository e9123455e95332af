// Recurring pairs: one pass over the ties with a heap of the best ones, whose worst is on top; then the shared events
// of those that stayed.
//
// The order is total, so that the heap keeps the same pairs whatever its layout. Parallel over the returned pairs only,
// each written by one thread. Memory: the result, and 8 bytes an event for factors.
#include <entente/analysis/recurring_pairs.hpp>
#include <entente/analysis/scores.hpp>
#include <entente/core/error.hpp>
#include <entente/core/parallel.hpp>

#include <algorithm>
#include <cmath>
#include <utility>

#include <fmt/format.h>

namespace entente {

namespace {

constexpr std::size_t pairs_a_block = 64;

/// What decides the place of a pair.
struct Candidate {
  double order;
  std::uint32_t events;
  double rounded_weight;
  PersonId a;
  PersonId b;
};

bool precedes(const Candidate& left, const Candidate& right) {
  if (left.order != right.order) return left.order < right.order;
  if (left.events != right.events) return left.events > right.events;
  if (left.rounded_weight != right.rounded_weight) return left.rounded_weight > right.rounded_weight;
  return std::pair(left.a, left.b) < std::pair(right.a, right.b);
}

std::vector<Candidate> best_candidates(const PersonNetwork& net, const RecurringPairsOptions& options, const Run& run) {
  std::vector<Candidate> best;
  for (std::size_t person = 0; person < net.num_persons(); ++person) {
    if (person % 65'536 == 0) check_stop(run);
    const TieRow ties = net.ties_of(PersonId(person));
    std::uint64_t tie = net.first_tie(PersonId(person));
    for (std::size_t i = 0; i < ties.size(); ++i, ++tie) {
      const std::uint32_t events = ties.facts[i].events;
      const double order = options.order.empty() ? 0 : rounded_for_ranking(options.order[tie]);
      if (events < options.min_events || std::isnan(order)) continue;
      // Most ties of a large network fall short by their events alone: spare them the rounding.
      if (options.top > 0 && best.size() == options.top &&
          (order > best.front().order || (order == best.front().order && events < best.front().events))) {
        continue;
      }
      const Candidate candidate{order, events, rounded_for_ranking(ties.weights[i]), ties.a, ties.others[i]};
      if (options.top > 0 && best.size() == options.top) {
        if (!precedes(candidate, best.front())) continue;
        std::ranges::pop_heap(best, precedes);
        best.back() = candidate;
      } else {
        best.push_back(candidate);
      }
      if (options.top > 0) std::ranges::push_heap(best, precedes);
    }
  }
  std::ranges::sort(best, precedes);
  return best;
}

}  // namespace

std::vector<RecurringPair> recurring_pairs(const EventGraph& graph, const PersonNetwork& net,
                                           const RecurringPairsOptions& options, const Run& run) {
  if (graph.num_persons() != net.num_persons()) {
    throw Error(
        ErrorCode::bad_option,
        fmt::format("the network has {} persons and the events have {}", net.num_persons(), graph.num_persons()), {},
        "give the network that was projected from these events");
  }
  if (options.min_events == 0) {
    throw Error(ErrorCode::bad_option, "min_events is 0; it must be at least 1", {}, "1 means all pairs that met");
  }
  if (!options.order.empty() && options.order.size() != net.num_ties()) {
    throw Error(ErrorCode::bad_option,
                fmt::format("the order is of {} ties, the network has {}", options.order.size(), net.num_ties()));
  }
  const std::vector<double> factors = event_factors(graph, options.projection);
  const std::vector<Candidate> candidates = best_candidates(net, options, run);
  std::vector<RecurringPair> pairs(candidates.size());
  for_blocks(run, pairs.size(), pairs_a_block, [&](std::size_t begin, std::size_t end, std::size_t) {
    for (std::size_t i = begin; i < end; ++i) {
      const Tie tie = *net.tie(candidates[i].a, candidates[i].b);
      RecurringPair& pair = pairs[i];
      pair.a = tie.a;
      pair.b = tie.b;
      pair.events = tie.events;
      pair.weight = tie.weight;
      pair.first = tie.first;
      pair.last = tie.last;
      pair.shared = graph.shared_events(tie.a, tie.b);
      std::erase_if(pair.shared, [&factors](EventId event) { return factors[event.index()] == 0; });
      for (const EventId event : pair.shared) pair.reports += graph.events().reports[event.index()];
    }
  });
  return pairs;
}

}  // namespace entente
