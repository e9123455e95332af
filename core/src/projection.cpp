// Row by row (Gustavson): the row of a person is gathered from the participants of the person's events into a dense
// accumulator that each worker owns and clears by touching only what it used. Both arcs of a tie are summed over the
// same events in ascending order and are therefore equal to the last bit, whatever the number of threads.
//
// Most often the rows are gathered once: each block of rows is written where it would begin if nobody met anybody
// twice, and the blocks are then moved together; memory between them is never touched. Where ties are left out, or that
// bound goes beyond the limit, a first pass counts the ties of each row instead.
#include "projection_terms.hpp"
#include "row_gatherer.hpp"

#include <entente/core/error.hpp>
#include <entente/core/parallel.hpp>
#include <entente/core/projection.hpp>

#include <algorithm>
#include <array>
#include <memory>
#include <numeric>
#include <string>
#include <utility>

namespace entente {

namespace {

constexpr std::size_t rows_a_block = 256;
constexpr std::size_t events_a_block = 16'384;
constexpr std::array<std::string_view, 6> names_of_weights{"count",   "newman", "fractional",
                                                           "jaccard", "cosine", "overlap"};
constexpr std::uint64_t bytes_a_tie = 2 * (sizeof(PersonId) + sizeof(double)) + sizeof(TieFacts);
constexpr std::uint64_t bytes_a_person = 2 * sizeof(std::uint64_t);

std::uint64_t pair_incidences(const EventGraph& graph) {
  std::uint64_t pairs = 0;
  for (std::size_t event = 0; event < graph.num_events(); ++event) {
    const std::uint64_t k = graph.participants_of(EventId(event)).size();
    if (k > 0) pairs += k * (k - 1) / 2;
  }
  return pairs;
}

// How many ties a person has, and how many of them with persons of greater ids.
struct Degree {
  std::uint32_t all = 0;
  std::uint32_t greater = 0;
};

template <typename Value>
void move_down(Value* values, std::uint64_t from, std::uint64_t to, std::uint64_t count) {
  if (from != to) std::copy(values + from, values + from + count, values + to);
}

}  // namespace

std::span<const std::string_view> weight_names() { return names_of_weights; }

class ProjectionBuilder {
 public:
  ProjectionBuilder(const EventGraph& graph, const ProjectionOptions& options, const Run& run)
      : graph_(graph),
        options_(options),
        workers_(run),
        terms_(projection_terms(graph, options, workers_)),
        bounds_(bounds_of_degrees()) {}

  PersonNetwork build() {
    if (terms_.amounts_are_ones) {
      build_with<CountedTie>();
    } else {
      build_with<SummedTie>();
    }
    return std::move(network_);
  }

  [[nodiscard]] std::uint64_t count_ties() {
    Gatherers<CountedTie> gatherers(workers_.count());
    return ties_of(count(gatherers));
  }

 private:
  template <typename Entry>
  void build_with() {
    Gatherers<Entry> gatherers(workers_.count());
    if (!is_filtered() && ties_of(bounds_) <= options_.max_ties) {
      allocate(bounds_);
      fill(gatherers);
      move_together();
    } else {
      allocate(count(gatherers));
      fill(gatherers);
    }
  }

  template <typename Entry>
  using Gatherers = std::vector<std::unique_ptr<RowGatherer<Entry>>>;

  template <typename Entry>
  RowGatherer<Entry>& of_worker(Gatherers<Entry>& gatherers, std::size_t worker) const {
    if (!gatherers[worker]) gatherers[worker] = std::make_unique<RowGatherer<Entry>>(graph_, terms_);
    return *gatherers[worker];
  }

  // What the degrees would be if nobody met anybody twice.
  [[nodiscard]] std::vector<Degree> bounds_of_degrees() {
    const std::size_t n = graph_.num_persons();
    std::vector<std::vector<std::array<std::uint64_t, 2>>> of_workers(workers_.count());
    workers_.for_blocks(graph_.num_events(), events_a_block,
                        [&](std::size_t begin, std::size_t end, std::size_t worker) {
                          auto& sums = of_workers[worker];
                          sums.resize(n);
                          for (std::size_t event = begin; event < end; ++event) {
                            const EventShare& share = terms_.shares[event];
                            for (std::uint32_t i = 0; i < share.size; ++i) {
                              auto& [all, greater] = sums[share.participants[i].index()];
                              all += share.size - 1;
                              greater += share.size - 1 - i;
                            }
                          }
                        });
    std::vector<Degree> bounds(n);
    for (std::size_t person = 0; person < n; ++person) {
      std::uint64_t all = 0;
      std::uint64_t greater = 0;
      for (const auto& sums : of_workers) {
        if (sums.empty()) continue;
        all += sums[person][0];
        greater += sums[person][1];
      }
      bounds[person] = {static_cast<std::uint32_t>(std::min<std::uint64_t>(all, n - 1)),
                        static_cast<std::uint32_t>(std::min<std::uint64_t>(greater, n - 1 - person))};
    }
    return bounds;
  }
  static std::uint64_t ties_of(const std::vector<Degree>& degrees) {
    return std::accumulate(degrees.begin(), degrees.end(), std::uint64_t{0},
                           [](std::uint64_t sum, const Degree& degree) { return sum + degree.greater; });
  }
  [[nodiscard]] bool is_filtered() const { return options_.min_events > 1 || options_.min_weight > 0; }

  template <typename Entry>
  [[nodiscard]] bool keeps(PersonId person, const Entry& entry) const {
    return entry.events >= options_.min_events &&
           (options_.min_weight <= 0 ||
            terms_.weight_of(person, PersonId(entry.other), entry.sum()) >= options_.min_weight);
  }

  template <typename Entry>
  std::vector<Degree> count(Gatherers<Entry>& gatherers) {
    std::vector<Degree> degrees(graph_.num_persons());
    workers_.for_blocks(graph_.num_persons(), rows_a_block,
                        [&](std::size_t begin, std::size_t end, std::size_t worker) {
                          RowGatherer<Entry>& row = of_worker(gatherers, worker);
                          for (std::size_t person = begin; person < end; ++person) {
                            for (const std::uint32_t other : row.gather(PersonId(person), bounds_[person].all)) {
                              if (is_filtered() && !keeps(PersonId(person), row.entry(other))) continue;
                              ++degrees[person].all;
                              degrees[person].greater += other > person ? 1U : 0U;
                            }
                            row.forget();
                          }
                        });
    return degrees;
  }

  void allocate(const std::vector<Degree>& degrees) {
    network_.offsets_.assign(graph_.num_persons() + 1, 0);
    network_.tie_offsets_.assign(graph_.num_persons() + 1, 0);
    for (std::size_t person = 0; person < degrees.size(); ++person) {
      network_.offsets_[person + 1] = network_.offsets_[person] + degrees[person].all;
      network_.tie_offsets_[person + 1] = network_.tie_offsets_[person] + degrees[person].greater;
    }
    const std::uint64_t ties = network_.tie_offsets_.back();
    if (ties > options_.max_ties) {
      throw Error(ErrorCode::limit_exceeded,
                  "the network would have " + std::to_string(ties) + " ties and take " +
                      std::to_string(ties * bytes_a_tie >> 20U) + " MiB, more than the limit of " +
                      std::to_string(options_.max_ties) + " ties",
                  {}, "choose fewer events, or raise projection.max_ties");
    }
    network_.neighbours_.resize(network_.offsets_.back());
    network_.weights_.resize(network_.offsets_.back());
    network_.facts_.resize(ties);
  }

  // The rows of a block stand one behind the other, from where its first row may begin.
  template <typename Entry>
  void fill(Gatherers<Entry>& gatherers) {
    degrees_.resize(graph_.num_persons());
    workers_.for_blocks(graph_.num_persons(), rows_a_block,
                        [&](std::size_t begin, std::size_t end, std::size_t worker) {
                          std::uint64_t arc = network_.offsets_[begin];
                          std::uint64_t tie = network_.tie_offsets_[begin];
                          for (std::size_t person = begin; person < end; ++person) {
                            degrees_[person] = fill_row(PersonId(person), of_worker(gatherers, worker), arc, tie);
                            arc += degrees_[person].all;
                            tie += degrees_[person].greater;
                          }
                        });
  }

  template <typename Entry>
  Degree fill_row(PersonId person, RowGatherer<Entry>& row, std::uint64_t arc, std::uint64_t tie) {
    const std::span<std::uint32_t> others = row.gather(person, bounds_[person.index()].all);
    row.sort(others);
    const bool filtered = is_filtered();
    Degree degree;
    for (const std::uint32_t other : others) {
      const Entry& entry = row.entry(other);
      if (!filtered || keeps(person, entry)) {
        network_.neighbours_[arc + degree.all] = PersonId(other);
        network_.weights_[arc + degree.all++] = terms_.weight_of(person, PersonId(other), entry.sum());
        if (other > person.index()) {
          network_.facts_[tie + degree.greater++] = {entry.events, terms_.first(entry.begin), terms_.last(entry.end)};
        }
      }
    }
    row.forget();
    return degree;
  }

  // Closes the gaps between the blocks.
  void move_together() {
    const std::size_t n = graph_.num_persons();
    std::uint64_t arcs = 0;
    std::uint64_t ties = 0;
    for (std::size_t begin = 0; begin < n; begin += rows_a_block) {
      const std::uint64_t from_arc = network_.offsets_[begin];
      const std::uint64_t from_tie = network_.tie_offsets_[begin];
      const std::uint64_t to_arc = arcs;
      const std::uint64_t to_tie = ties;
      for (std::size_t person = begin; person < std::min(n, begin + rows_a_block); ++person) {
        network_.offsets_[person] = arcs;
        network_.tie_offsets_[person] = ties;
        arcs += degrees_[person].all;
        ties += degrees_[person].greater;
      }
      move_down(network_.neighbours_.data(), from_arc, to_arc, arcs - to_arc);
      move_down(network_.weights_.data(), from_arc, to_arc, arcs - to_arc);
      move_down(network_.facts_.data(), from_tie, to_tie, ties - to_tie);
    }
    network_.offsets_[n] = arcs;
    network_.tie_offsets_[n] = ties;
    give_back_behind(network_.neighbours_, arcs);
    give_back_behind(network_.weights_, arcs);
    give_back_behind(network_.facts_, ties);
  }

  const EventGraph& graph_;
  const ProjectionOptions& options_;
  Workers workers_;
  ProjectionTerms terms_;
  std::vector<Degree> bounds_;
  std::vector<Degree> degrees_;
  PersonNetwork network_;
};

ProjectionSize projection_size(const EventGraph& graph, const Run& run) {
  ProjectionOptions options;
  options.type_factors.fill(1);
  const std::uint64_t ties = ProjectionBuilder(graph, options, run).count_ties();
  return {pair_incidences(graph), ties, ties * bytes_a_tie + (graph.num_persons() + 1) * bytes_a_person};
}

PersonNetwork project(const EventGraph& graph, const ProjectionOptions& options, const Run& run) {
  return ProjectionBuilder(graph, options, run).build();
}

}  // namespace entente
