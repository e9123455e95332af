// Recurring pairs: one pass over the ties with a heap of the best ones, whose worst is on top; then the shared events
// of those that stayed.
//
// The order is total, so that the heap keeps the same pairs whatever its layout. Over a network, parallel over the
// returned pairs only, each written by one thread. Without one, each worker keeps a heap of the ties that pass by it;
// the best of all are the best of these. Memory: the result, and 8 bytes an event for factors.
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

/// What decides the place of a pair, and what its tie tells.
struct Candidate {
  double order;
  double rounded_weight;
  PersonId a;
  PersonId b;
  double weight;
  TieFacts facts;
};

bool precedes(const Candidate& left, const Candidate& right) {
  if (left.order != right.order) return left.order < right.order;
  if (left.facts.events != right.facts.events) return left.facts.events > right.facts.events;
  if (left.rounded_weight != right.rounded_weight) return left.rounded_weight > right.rounded_weight;
  return std::pair(left.a, left.b) < std::pair(right.a, right.b);
}

/// The first `top` of the candidates that it is offered; 0: all.
class BestCandidates {
 public:
  BestCandidates(std::size_t top, std::uint32_t min_events) : top_(top), min_events_(min_events) {}

  void offer(double order, const TieRow& ties, std::size_t i) {
    const TieFacts& facts = ties.facts[i];
    if (facts.events < min_events_ || std::isnan(order)) return;
    const bool is_full = top_ > 0 && best_.size() == top_;
    // Most ties of a large network fall short by their events alone: spare them the rounding.
    if (is_full &&
        (order > best_.front().order || (order == best_.front().order && facts.events < best_.front().facts.events))) {
      return;
    }
    offer({order, rounded_for_ranking(ties.weights[i]), ties.a, ties.others[i], ties.weights[i], facts});
  }

  void offer(const Candidate& candidate) {
    const bool is_full = top_ > 0 && best_.size() == top_;
    if (is_full) {
      if (!precedes(candidate, best_.front())) return;
      std::ranges::pop_heap(best_, precedes);
      best_.back() = candidate;
    } else {
      best_.push_back(candidate);
    }
    if (top_ > 0) std::ranges::push_heap(best_, precedes);
  }

  [[nodiscard]] std::vector<Candidate> sorted() && {
    std::ranges::sort(best_, precedes);
    return std::move(best_);
  }

 private:
  std::size_t top_;
  std::uint32_t min_events_;
  std::vector<Candidate> best_;
};

std::vector<Candidate> best_candidates(const PersonNetwork& net, const RecurringPairsOptions& options, const Run& run) {
  BestCandidates best(options.top, options.min_events);
  for (std::size_t person = 0; person < net.num_persons(); ++person) {
    if (person % 65'536 == 0) check_stop(run);
    const TieRow ties = net.ties_of(PersonId(person));
    std::uint64_t tie = net.first_tie(PersonId(person));
    for (std::size_t i = 0; i < ties.size(); ++i, ++tie) {
      best.offer(options.order.empty() ? 0 : rounded_for_ranking(options.order[tie]), ties, i);
    }
  }
  return std::move(best).sorted();
}

std::vector<RecurringPair> described(const std::vector<Candidate>& candidates, const EventGraph& graph,
                                     const ProjectionOptions& projection, const Run& run) {
  const std::vector<double> factors = event_factors(graph, projection);
  const auto makes_ties = [&](EventId event) { return factors[event.index()] > 0; };
  std::size_t num_events = 0;
  for (std::size_t event = 0; event < graph.num_events(); ++event) {
    if (makes_ties(EventId(event)) && !graph.participants_of(EventId(event)).empty()) ++num_events;
  }
  const auto events_of = [&](PersonId person) {
    return static_cast<double>(std::ranges::count_if(graph.events_of(person), makes_ties));
  };
  std::vector<RecurringPair> pairs(candidates.size());
  for_blocks(run, pairs.size(), pairs_a_block, [&](std::size_t begin, std::size_t end, std::size_t) {
    for (std::size_t i = begin; i < end; ++i) {
      const Candidate& candidate = candidates[i];
      RecurringPair& pair = pairs[i];
      pair.a = candidate.a;
      pair.b = candidate.b;
      pair.events = candidate.facts.events;
      pair.expected = events_of(pair.a) * events_of(pair.b) / static_cast<double>(num_events);
      pair.weight = candidate.weight;
      pair.first = candidate.facts.first.date();
      pair.last = candidate.facts.last.date();
      pair.shared = graph.shared_events(pair.a, pair.b);
      std::erase_if(pair.shared, [&](EventId event) { return !makes_ties(event); });
      for (const EventId event : pair.shared) pair.reports += graph.events().reports[event.index()];
    }
  });
  return pairs;
}

void require_min_events(std::uint32_t min_events) {
  if (min_events > 0) return;
  throw Error(ErrorCode::bad_option, "min_events is 0; it must be at least 1", {}, "1 means all pairs that met");
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
  require_min_events(options.min_events);
  if (!options.order.empty() && options.order.size() != net.num_ties()) {
    throw Error(ErrorCode::bad_option,
                fmt::format("the order is of {} ties, the network has {}", options.order.size(), net.num_ties()));
  }
  return described(best_candidates(net, options, run), graph, options.projection, run);
}

FirstPairs first_pairs(const EventGraph& graph, const FirstPairsOptions& options, const Run& run) {
  require_min_events(options.min_events);
  if (options.top == 0) throw Error(ErrorCode::bad_option, "top is 0; it must be at least 1");
  struct Scratch {
    BestCandidates best;
    std::uint64_t num_ties = 0;
  };
  std::vector<Scratch> workers(num_workers(run), {BestCandidates(options.top, options.min_events)});
  const auto look_at = [&](const TieRow& ties, std::size_t worker) {
    Scratch& scratch = workers[worker];
    scratch.num_ties += ties.size();
    for (std::size_t i = 0; i < ties.size(); ++i) {
      if (options.keep && !options.keep(ties.a, ties.others[i])) continue;
      scratch.best.offer(options.by_weight ? -rounded_for_ranking(ties.weights[i]) : 0, ties, i);
    }
  };
  visit_ties(graph, options.projection, look_at, run);
  FirstPairs found;
  BestCandidates best(options.top, options.min_events);
  for (Scratch& scratch : workers) {
    found.num_ties += scratch.num_ties;
    for (const Candidate& candidate : std::move(scratch.best).sorted()) best.offer(candidate);
  }
  found.pairs = described(std::move(best).sorted(), graph, options.projection, run);
  return found;
}

}  // namespace entente
