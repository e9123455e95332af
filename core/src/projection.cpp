// Row by row (Gustavson), the upper triangle only: the ties of a person with persons of greater ids are gathered from
// the participants of the person's events. The lower triangle is the transpose of the upper one: made of rows in
// ascending order, its rows ascend without being sorted.
//
// Most often the rows are gathered once: each block of rows is written where it would begin if nobody met anybody
// twice, and the blocks are then moved together; memory between them is never touched. Where ties are left out, or that
// bound goes beyond the limit, a first pass counts the ties of each row instead.
#include "projection_terms.hpp"
#include "tie_gathering.hpp"
#include "transposition.hpp"

#include <entente/core/error.hpp>
#include <entente/core/parallel.hpp>
#include <entente/core/projection.hpp>

#include <algorithm>
#include <array>
#include <functional>
#include <numeric>
#include <string>
#include <type_traits>
#include <utility>

namespace entente {

namespace {

constexpr std::size_t events_a_block = 16'384;
constexpr std::size_t ties_a_block = 262'144;
constexpr std::size_t persons_a_block = 4096;
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

template <typename Value>
void move_down(Value* values, std::uint64_t from, std::uint64_t to, std::uint64_t count) {
  if (from != to) std::copy(values + from, values + from + count, values + to);
}

// How many ties the row of each person would have if nobody met anybody twice.
std::vector<std::uint32_t> bounds_of_rows(std::size_t num_persons, const ProjectionTerms& terms, Workers& workers) {
  std::vector<std::vector<std::uint64_t>> of_workers(workers.count());
  workers.for_blocks(terms.shares.size(), events_a_block, [&](std::size_t begin, std::size_t end, std::size_t worker) {
    auto& sums = of_workers[worker];
    sums.resize(num_persons);
    for (std::size_t event = begin; event < end; ++event) {
      const EventShare& share = terms.shares[event];
      for (std::uint32_t i = 0; i < share.size; ++i) sums[share.participants[i].index()] += share.size - 1 - i;
    }
  });
  std::vector<std::uint32_t> bounds(num_persons);
  for (std::size_t person = 0; person < num_persons; ++person) {
    std::uint64_t bound = 0;
    for (const auto& sums : of_workers) bound += sums.empty() ? 0 : sums[person];
    bounds[person] = static_cast<std::uint32_t>(std::min<std::uint64_t>(bound, num_persons - 1 - person));
  }
  return bounds;
}

std::uint64_t sum(const std::vector<std::uint32_t>& sizes) {
  return std::accumulate(sizes.begin(), sizes.end(), std::uint64_t{0});
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
        bounds_(bounds_of_rows(graph.num_persons(), terms_, workers_)) {}

  PersonNetwork build() {
    if (terms_.amounts_are_ones) {
      build_with<CountedTie>();
    } else {
      build_with<SummedTie>();
    }
    return std::move(network_);
  }

  [[nodiscard]] std::uint64_t count_ties() {
    TieGathering<CountedTie> gathering = gather<CountedTie>();
    return sum(sizes_of_rows(gathering));
  }

  void visit_ties(const VisitTies& visit) {
    if (terms_.amounts_are_ones) {
      visit_ties_with<CountedTie>(visit);
    } else {
      visit_ties_with<SummedTie>(visit);
    }
  }

 private:
  template <typename Entry>
  TieGathering<Entry> gather() {
    return {graph_, options_, terms_, bounds_, workers_};
  }

  template <typename Entry>
  void build_with() {
    {
      TieGathering<Entry> gathering = gather<Entry>();
      const bool is_bounded = !gathering.is_filtered() && sum(bounds_) <= options_.max_ties;
      allocate_rows<Entry>(is_bounded ? bounds_ : sizes_of_rows(gathering));
      fill_rows(gathering);
      if (is_bounded) move_together();
    }
    allocate_arcs();
    fill_arcs([this](std::uint64_t tie) {
      if constexpr (std::is_same_v<Entry, SummedTie>) {
        return sums_[tie];
      } else {
        return network_.facts_[tie].events;
      }
    });
  }

  template <typename Entry>
  void visit_ties_with(const VisitTies& visit) {
    struct Row {
      std::vector<PersonId> others;
      std::vector<double> weights;
      std::vector<TieFacts> facts;
    };
    std::vector<Row> rows(workers_.count());
    TieGathering<Entry> gathering = gather<Entry>();
    gathering.for_blocks([&](std::size_t begin, std::size_t end, std::size_t worker, RowGatherer<Entry>& gatherer) {
      auto& [others, weights, facts] = rows[worker];
      for (PersonId person(begin); person.index() < end; person = PersonId(person.index() + 1)) {
        others.clear();
        weights.clear();
        facts.clear();
        gathering.for_ties(person, gatherer, [&](const Entry& entry) {
          others.emplace_back(entry.other);
          weights.push_back(gathering.weight_of(person, entry));
          facts.push_back(gathering.facts_of(entry));
        });
        if (!others.empty()) visit({person, others, weights, facts}, worker);
      }
    });
  }

  template <typename Entry>
  std::vector<std::uint32_t> sizes_of_rows(TieGathering<Entry>& gathering) {
    std::vector<std::uint32_t> sizes(graph_.num_persons());
    gathering.for_blocks([&](std::size_t begin, std::size_t end, std::size_t, RowGatherer<Entry>& row) {
      for (std::size_t person = begin; person < end; ++person) {
        sizes[person] = gathering.count_ties(PersonId(person), row);
      }
    });
    return sizes;
  }

  template <typename Entry>
  void allocate_rows(const std::vector<std::uint32_t>& sizes) {
    network_.tie_offsets_.assign(graph_.num_persons() + 1, 0);
    std::partial_sum(sizes.begin(), sizes.end(), network_.tie_offsets_.begin() + 1, std::plus<std::uint64_t>());
    const std::uint64_t ties = network_.tie_offsets_.back();
    if (ties > options_.max_ties) {
      throw Error(
          ErrorCode::limit_exceeded,
          "the network would have " + std::to_string(ties) + " ties and take " +
              std::to_string(ties * bytes_a_tie >> 20U) + " MiB, more than the limit of " +
              std::to_string(options_.max_ties) + " ties",
          {},
          "choose fewer events, make less of large ones by --max-event-size, or raise network.max_ties in the study");
    }
    others_.resize(ties);
    network_.facts_.resize(ties);
    if constexpr (std::is_same_v<Entry, SummedTie>) sums_.resize(ties);
  }

  // The rows of a block stand one behind the other, from where its first row may begin.
  template <typename Entry>
  void fill_rows(TieGathering<Entry>& gathering) {
    sizes_.resize(graph_.num_persons());
    gathering.for_blocks([&](std::size_t begin, std::size_t end, std::size_t, RowGatherer<Entry>& row) {
      std::uint64_t tie = network_.tie_offsets_[begin];
      for (std::size_t person = begin; person < end; ++person) {
        const std::uint64_t first = tie;
        gathering.for_ties(PersonId(person), row, [&](const Entry& entry) {
          others_[tie] = PersonId(entry.other);
          network_.facts_[tie] = gathering.facts_of(entry);
          if constexpr (std::is_same_v<Entry, SummedTie>) sums_[tie] = gathering.weight_of(PersonId(person), entry);
          ++tie;
        });
        sizes_[person] = static_cast<std::uint32_t>(tie - first);
      }
    });
  }

  // Closes the gaps between the blocks.
  void move_together() {
    constexpr std::size_t rows_a_block = TieGathering<CountedTie>::rows_a_block;
    const std::size_t n = graph_.num_persons();
    std::uint64_t ties = 0;
    for (std::size_t begin = 0; begin < n; begin += rows_a_block) {
      const std::uint64_t from = network_.tie_offsets_[begin];
      const std::uint64_t to = ties;
      for (std::size_t person = begin; person < std::min(n, begin + rows_a_block); ++person) {
        network_.tie_offsets_[person] = ties;
        ties += sizes_[person];
      }
      move_down(others_.data(), from, to, ties - to);
      move_down(network_.facts_.data(), from, to, ties - to);
      if (!sums_.empty()) move_down(sums_.data(), from, to, ties - to);
    }
    network_.tie_offsets_[n] = ties;
    give_back_behind(others_, ties);
    give_back_behind(network_.facts_, ties);
    if (!sums_.empty()) give_back_behind(sums_, ties);
  }

  // The arcs of a person: first those to persons of smaller ids, then those of the person's row.
  void allocate_arcs() {
    const std::size_t n = graph_.num_persons();
    std::vector<std::vector<std::uint32_t>> of_workers(workers_.count());
    workers_.for_blocks(others_.size(), ties_a_block, [&](std::size_t begin, std::size_t end, std::size_t worker) {
      auto& smaller = of_workers[worker];
      smaller.resize(n);
      for (std::size_t tie = begin; tie < end; ++tie) ++smaller[others_[tie].index()];
    });
    network_.offsets_.assign(n + 1, 0);
    for (std::size_t person = 0; person < n; ++person) {
      std::uint64_t arcs = network_.offsets_[person] + sizes_[person];
      for (const auto& smaller : of_workers) arcs += smaller.empty() ? 0 : smaller[person];
      network_.offsets_[person + 1] = arcs;
    }
    network_.neighbours_.resize(network_.offsets_.back());
    network_.weights_.resize(network_.offsets_.back());
  }

  template <typename WeightOf>
  void fill_arcs(const WeightOf& weight_of) {
    const std::size_t n = graph_.num_persons();
    std::vector<std::uint64_t> next(network_.offsets_.begin(), network_.offsets_.end() - 1);
    const auto place = [&](PersonId person, std::size_t other, auto weight) {
      const std::uint64_t arc = next[person.index()]++;
      network_.neighbours_[arc] = PersonId(other);
      network_.weights_[arc] = weight;
    };
    Transposition<decltype(weight_of(0))>(network_.tie_offsets_, others_, n, workers_).run(weight_of, place);
    workers_.for_blocks(n, persons_a_block, [&](std::size_t begin, std::size_t end, std::size_t) {
      for (std::size_t person = begin; person < end; ++person) {
        for (std::uint64_t tie = network_.tie_offsets_[person]; tie < network_.tie_offsets_[person + 1]; ++tie) {
          place(PersonId(person), others_[tie].index(), weight_of(tie));
        }
      }
    });
  }

  const EventGraph& graph_;
  const ProjectionOptions& options_;
  Workers workers_;
  ProjectionTerms terms_;
  std::vector<std::uint32_t> bounds_;
  // Of the rows under way: how many ties each has; the other person and, where it is not the number of events, the
  // weight of each tie.
  std::vector<std::uint32_t> sizes_;
  HugeVector<PersonId> others_;
  HugeVector<double> sums_;
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

void visit_ties(const EventGraph& graph, const ProjectionOptions& options, const VisitTies& visit, const Run& run) {
  ProjectionBuilder(graph, options, run).visit_ties(visit);
}

}  // namespace entente
