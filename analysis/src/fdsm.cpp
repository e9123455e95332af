// The fixed degree sequence model: random matrices with the observed margins, and in each the shared events of all
// ties.
//
// Shared events are counted as a projection does, since no event grows: persons are worked off from the last to the
// first, and whoever already stands in an event is one of greater id who took part in it, so that the participants of
// the events come from the events of the persons on the way. That costs Σ k(k−1)/2 whatever the sample, a few steps a
// tie, where comparing two persons' lists would cost all their events; persons without a tie to one of greater id are
// not counted for.
//
// Parallel over samples, each drawn from the observed matrix by its own stream of random numbers. Each thread counts
// in whole numbers for itself, so that their sum does not depend on which thread drew which sample.
#include "fastball.hpp"

#include <entente/analysis/fdsm.hpp>
#include <entente/core/error.hpp>
#include <entente/core/parallel.hpp>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <memory>
#include <span>

#include <fmt/format.h>

namespace entente {

namespace {

constexpr std::uint64_t fdsm_stage = 0x6664736D;  // "fdsm"
constexpr std::size_t persons_between_polls = 16'384;

/// Of the events that made ties.
struct FdsmIncidence {
  BinaryMatrix persons;                       // rows are persons, columns events
  std::vector<std::uint64_t> event_starts{};  // [num_events]: where the participants of each would begin
};

FdsmIncidence incidence_of(const EventGraph& graph, const ProjectionOptions& projection) {
  const std::vector<double> factors = event_factors(graph, projection);
  FdsmIncidence incidence;
  BinaryMatrix& matrix = incidence.persons;
  matrix.num_columns = graph.num_events();
  matrix.columns.reserve(graph.num_participations());
  matrix.offsets.reserve(graph.num_persons() + 1);
  for (std::size_t person = 0; person < graph.num_persons(); ++person) {
    for (const EventId event : graph.events_of(PersonId(person))) {
      if (factors[event.index()] > 0) matrix.columns.push_back(static_cast<std::uint32_t>(event.index()));
    }
    matrix.offsets.push_back(matrix.columns.size());
  }
  std::uint64_t start = 0;
  for (std::size_t event = 0; event < graph.num_events(); ++event) {
    incidence.event_starts.push_back(start);
    if (factors[event] > 0) start += graph.participants_of(EventId(event)).size();
  }
  return incidence;
}

/// Counts the shared events of all ties in one sample after the other.
class SharedEventCounter {
 public:
  /// Refers to both, which must live longer.
  SharedEventCounter(const FdsmIncidence& incidence, const PersonNetwork& net)
      : incidence_(incidence),
        net_(net),
        participants_(incidence.persons.columns.size()),
        shared_(net.num_persons(), 0) {}

  /// Calls visit(tie, shared in the sample, shared as observed) for the number of each tie, in no order. `columns` are
  /// those of the sample, in the rows of the observed matrix.
  template <typename Visit>
  void count(std::span<const std::uint32_t> columns, const Run& run, const Visit& visit) {
    event_ends_ = incidence_.event_starts;
    const auto& offsets = incidence_.persons.offsets;
    std::size_t first_tie = net_.num_ties();
    for (std::size_t person = net_.num_persons(); person-- > 0;) {
      if (person % persons_between_polls == 0) check_stop(run);
      const auto events = columns.subspan(offsets[person], offsets[person + 1] - offsets[person]);
      const TieRow ties = net_.ties_of(PersonId(person));
      first_tie -= ties.size();
      if (ties.size() > 0) {
        for_company(events, [&](std::uint32_t other) { ++shared_[other]; });
        for (std::size_t i = 0; i < ties.size(); ++i) {
          visit(first_tie + i, shared_[ties.others[i].index()], ties.facts[i].events);
        }
        for_company(events, [&](std::uint32_t other) { shared_[other] = 0; });
      }
      for (const std::uint32_t event : events) participants_[event_ends_[event]++] = static_cast<std::uint32_t>(person);
    }
  }

 private:
  /// Calls visit(other) for those who already stand in the events, for each event once.
  template <typename Visit>
  void for_company(std::span<const std::uint32_t> events, const Visit& visit) const {
    for (const std::uint32_t event : events) {
      const std::uint64_t end = event_ends_[event];
      for (std::uint64_t i = incidence_.event_starts[event]; i < end; ++i) visit(participants_[i]);
    }
  }

  const FdsmIncidence& incidence_;
  const PersonNetwork& net_;
  std::vector<std::uint32_t> participants_;  // by event
  std::vector<std::uint64_t> event_ends_;    // of those who stand there already
  std::vector<std::uint32_t> shared_;        // with the person at hand; 0 between persons
};

struct TieTally {
  std::uint64_t shared = 0;
  std::uint32_t at_least = 0;
  std::uint32_t at_most = 0;

  TieTally& operator+=(const TieTally& other) {
    shared += other.shared;
    at_least += other.at_least;
    at_most += other.at_most;
    return *this;
  }
};

/// What one thread needs.
struct FdsmScratch {
  FdsmScratch(const FdsmIncidence& incidence, const PersonNetwork& net)
      : counter(incidence, net), tallies(net.num_ties()) {}

  FastballSheet sheet;
  SharedEventCounter counter;
  std::vector<TieTally> tallies;
};

void require_fdsm_options(const EventGraph& graph, const PersonNetwork& net, const FdsmOptions& options) {
  if (options.samples == 0) throw Error(ErrorCode::bad_option, "the number of samples is 0; it must be at least 1");
  if (options.trades_per_person == 0) {
    throw Error(ErrorCode::bad_option, "trades_per_person is 0; it must be at least 1", {},
                "without trades every sample is what was observed");
  }
  if (graph.num_persons() != net.num_persons()) {
    throw Error(
        ErrorCode::bad_option,
        fmt::format("the network has {} persons and the events have {}", net.num_persons(), graph.num_persons()), {},
        "give the network that was projected from these events");
  }
}

void require_projected(const FdsmIncidence& incidence, const PersonNetwork& net, const Run& run) {
  bool same = true;
  SharedEventCounter(incidence, net)
      .count(incidence.persons.columns, run,
             [&](std::size_t, std::uint32_t shared, std::uint32_t observed) { same = same && shared == observed; });
  if (!same) {
    throw Error(ErrorCode::bad_option, "the ties of the network do not count the events that their persons share", {},
                "give the network that was projected from these events, and the options of its projection");
  }
}

/// For each tie, over all samples.
std::vector<TieTally> tallies_of_samples(const FdsmIncidence& incidence, const PersonNetwork& net,
                                         const FdsmOptions& options, const Run& run) {
  const Fastball fastball(incidence.persons);
  std::vector<std::unique_ptr<FdsmScratch>> scratch(num_workers(run));
  std::atomic<std::uint64_t> done = 0;
  for_blocks(run, options.samples, 1, [&](std::size_t sample, std::size_t, std::size_t worker) {
    if (!scratch[worker]) scratch[worker] = std::make_unique<FdsmScratch>(incidence, net);
    FdsmScratch& own = *scratch[worker];
    fastball.draw(options.trades_per_person, RandomStream(options.seed, fdsm_stage, sample), own.sheet, run);
    own.counter.count(own.sheet.columns, run, [&](std::size_t tie, std::uint32_t shared, std::uint32_t observed) {
      own.tallies[tie] += {shared, shared >= observed, shared <= observed};
    });
    report(run, "fdsm", ++done, options.samples);
  });
  std::vector<TieTally> sums(net.num_ties());
  for (const auto& own : scratch) {
    if (!own) continue;
    for (std::size_t tie = 0; tie < sums.size(); ++tie) sums[tie] += own->tallies[tie];
  }
  return sums;
}

}  // namespace

FdsmCounts fdsm_counts(const EventGraph& graph, const PersonNetwork& net, const FdsmOptions& options, const Run& run) {
  require_fdsm_options(graph, net, options);
  FdsmCounts counts;
  counts.samples = options.samples;
  if (net.num_ties() == 0) return counts;
  const FdsmIncidence incidence = incidence_of(graph, options.projection);
  require_projected(incidence, net, run);
  for (const TieTally& tally : tallies_of_samples(incidence, net, options, run)) {
    counts.at_least.push_back(tally.at_least);
    counts.at_most.push_back(tally.at_most);
    counts.mean.push_back(static_cast<double>(tally.shared) / options.samples);
  }
  return counts;
}

double fdsm_p_value(std::uint32_t count, std::uint32_t samples) {
  if (count > samples) {
    throw Error(ErrorCode::bad_option, fmt::format("{} of {} samples cannot be", count, samples));
  }
  return (1 + static_cast<double>(count)) / (1 + static_cast<double>(samples));
}

std::uint64_t fdsm_least_samples(std::uint64_t tests, double alpha) {
  if (!(alpha > 0 && alpha <= 1)) {
    throw Error(ErrorCode::bad_option, "the level of significance must be greater than 0 and at most 1");
  }
  if (tests == 0) return 0;
  const double level = alpha / static_cast<double>(tests);
  if (!(1 / level < 0x1p53)) {
    throw Error(ErrorCode::limit_exceeded,
                fmt::format("no number of samples can reach a level of {} in {} tests", alpha, tests), {},
                "test fewer ties");
  }
  // The quotient may be rounded either way.
  auto samples = static_cast<std::uint64_t>(std::max(0.0, std::floor(1 / level) - 2));
  while (1 / (1 + static_cast<double>(samples)) > level) ++samples;
  return samples;
}

}  // namespace entente
