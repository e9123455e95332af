// Row by row (Gustavson): the row of a person is gathered from the participants of the person's events into a dense
// accumulator that each worker owns and clears by touching only what it used. A first pass counts the ties of each row,
// so that the memory is known before it is taken; a second one fills the rows in place. Both arcs of a tie are summed
// over the same events in ascending order and are therefore equal to the last bit, whatever the number of threads.
#include <entente/core/error.hpp>
#include <entente/core/parallel.hpp>
#include <entente/core/projection.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>
#include <utility>

namespace entente {

namespace {

constexpr std::size_t rows_a_block = 256;
constexpr std::array<std::string_view, 6> names_of_weights{"count",   "newman", "fractional",
                                                           "jaccard", "cosine", "overlap"};

constexpr std::uint64_t bytes_an_arc =
    sizeof(PersonId) + sizeof(double) + sizeof(std::uint32_t) + 2 * sizeof(std::optional<Date>);

// What each shared event adds to a tie before any normalisation.
double share(Weight weight, double factor, std::size_t participants) {
  const auto k = static_cast<double>(participants);
  switch (weight) {
    case Weight::newman:
      return factor / (k - 1);
    case Weight::fractional:
      return 2 * factor / (k * (k - 1));
    case Weight::count:
    case Weight::jaccard:
    case Weight::cosine:
    case Weight::overlap:
      return factor;
  }
  return factor;
}

double normalised(Weight weight, double shared, double a, double b) {
  switch (weight) {
    case Weight::jaccard:
      return shared / (a + b - shared);
    case Weight::cosine:
      return shared / std::sqrt(a * b);
    case Weight::overlap:
      return shared / std::min(a, b);
    case Weight::count:
    case Weight::newman:
    case Weight::fractional:
      return shared;
  }
  return shared;
}

// The tie under way between the person of a row and each other person; those touched are listed.
struct Accumulator {
  struct Entry {
    double sum = 0;
    std::uint32_t events = 0;
    std::optional<Date> first;
    std::optional<Date> last;
  };
  std::vector<Entry> entries;
  std::vector<PersonId> touched;

  void prepare(std::size_t num_persons) {
    if (entries.empty()) entries.resize(num_persons);
  }
  void add(PersonId person, double amount, const std::optional<Date>& date) {
    Entry& entry = entries[person.index()];
    if (entry.events++ == 0) touched.push_back(person);
    entry.sum += amount;
    if (!date || !date->has_year()) return;
    if (!entry.first || earlier_begin(*date, *entry.first)) entry.first = date;
    if (!entry.last || later_end(*date, *entry.last)) entry.last = date;
  }
  void clear() {
    for (const PersonId person : touched) entries[person.index()] = {};
    touched.clear();
  }

 private:
  static bool earlier_begin(const Date& a, const Date& b) {
    return std::pair(*a.first_day(), *a.last_day()) < std::pair(*b.first_day(), *b.last_day());
  }
  static bool later_end(const Date& a, const Date& b) {
    return std::pair(*a.last_day(), *a.first_day()) > std::pair(*b.last_day(), *b.first_day());
  }
};

std::uint64_t pair_incidences(const EventGraph& graph) {
  std::uint64_t pairs = 0;
  for (std::size_t event = 0; event < graph.num_events(); ++event) {
    const std::uint64_t k = graph.participants_of(EventId(event)).size();
    if (k > 0) pairs += k * (k - 1) / 2;
  }
  return pairs;
}

// The number of neighbours of each person over events of positive factor.
std::vector<std::uint64_t> count_neighbours(const EventGraph& graph, std::span<const double> factors, const Run& run) {
  std::vector<std::uint64_t> degrees(graph.num_persons(), 0);
  std::vector<std::vector<std::uint32_t>> seen(num_workers(run));
  for_blocks(run, graph.num_persons(), rows_a_block, [&](std::size_t begin, std::size_t end, std::size_t worker) {
    std::vector<std::uint32_t>& marks = seen[worker];
    // A person's own number marks what was seen in the row of that person; no row has the number that stands for
    // "never".
    if (marks.empty()) marks.assign(graph.num_persons(), static_cast<std::uint32_t>(PersonId::max_count()));
    for (std::size_t person = begin; person < end; ++person) {
      const auto mark = static_cast<std::uint32_t>(person);
      marks[person] = mark;
      for (const EventId event : graph.events_of(PersonId(person))) {
        if (!(factors[event.index()] > 0)) continue;
        for (const PersonId other : graph.participants_of(event)) {
          if (marks[other.index()] == mark) continue;
          marks[other.index()] = mark;
          ++degrees[person];
        }
      }
    }
  });
  return degrees;
}

void require_options(const ProjectionOptions& options) {
  for (std::size_t type = 0; type < options.type_factors.size(); ++type) {
    const double factor = options.type_factors[type];
    if (factor >= 0 && std::isfinite(factor)) continue;
    throw Error(ErrorCode::bad_option, "the factor of the event type '" + std::string(event_type_names()[type]) +
                                           "' is not a finite number of 0 or more");
  }
  if (!(options.half_life_days >= 0) || !std::isfinite(options.half_life_days)) {
    throw Error(ErrorCode::bad_option, "the half-life is not a finite number of days of 0 or more");
  }
  if (options.as_of && !options.as_of->is_day()) {
    throw Error(ErrorCode::bad_option, "'" + options.as_of->to_string() + "' is no full date", {}, "write YYYY-MM-DD");
  }
}

}  // namespace

std::span<const std::string_view> weight_names() { return names_of_weights; }

ProjectionSize projection_size(const EventGraph& graph, const Run& run) {
  const std::vector<double> all(graph.num_events(), 1.0);
  const std::vector<std::uint64_t> degrees = count_neighbours(graph, all, run);
  const std::uint64_t arcs = std::accumulate(degrees.begin(), degrees.end(), std::uint64_t{0});
  return {pair_incidences(graph), arcs / 2, arcs * bytes_an_arc + (graph.num_persons() + 1) * sizeof(std::uint64_t)};
}

std::vector<double> event_factors(const EventGraph& graph, const ProjectionOptions& options) {
  require_options(options);
  std::vector<double> factors(graph.num_events());
  const std::optional<Day> as_of = options.as_of ? options.as_of->first_day() : graph.last_day();
  for (std::size_t event = 0; event < factors.size(); ++event) {
    double factor = options.type_factors[static_cast<std::size_t>(graph.events().type[event])];
    if (options.half_life_days > 0) {
      const std::optional<Date>& date = graph.events().date[event];
      const bool counts = date && date->is_day() && as_of && *date->first_day() <= *as_of;
      factor = counts ? factor * std::exp2(-(*as_of - *date->first_day()) / options.half_life_days) : 0.0;
    }
    factors[event] = factor;
  }
  return factors;
}

class ProjectionBuilder {
 public:
  ProjectionBuilder(const EventGraph& graph, const ProjectionOptions& options, const Run& run)
      : graph_(graph), options_(options), run_(run), factors_(event_factors(graph, options)) {}

  PersonNetwork build() {
    allocate();
    const std::vector<double> activity = activities();
    std::vector<Accumulator> accumulators(num_workers(run_));
    for_blocks(run_, graph_.num_persons(), rows_a_block, [&](std::size_t begin, std::size_t end, std::size_t worker) {
      Accumulator& accumulator = accumulators[worker];
      accumulator.prepare(graph_.num_persons());
      for (std::size_t person = begin; person < end; ++person) fill_row(PersonId(person), activity, accumulator);
    });
    return std::move(network_);
  }

 private:
  void allocate() {
    const std::vector<std::uint64_t> degrees = count_neighbours(graph_, factors_, run_);
    network_.offsets_.assign(graph_.num_persons() + 1, 0);
    std::partial_sum(degrees.begin(), degrees.end(), network_.offsets_.begin() + 1);
    const std::uint64_t arcs = network_.offsets_.back();
    if (arcs / 2 > options_.max_ties) {
      throw Error(ErrorCode::limit_exceeded,
                  "the network would have " + std::to_string(arcs / 2) + " ties and take " +
                      std::to_string(arcs * bytes_an_arc >> 20U) + " MiB, more than the limit of " +
                      std::to_string(options_.max_ties) + " ties",
                  {}, "choose fewer events, or raise projection.max_ties");
    }
    network_.neighbours_.resize(arcs);
    network_.weights_.resize(arcs);
    network_.shared_.resize(arcs);
    network_.first_.resize(arcs);
    network_.last_.resize(arcs);
  }

  // Σ f over each person's events, for the normalised weights.
  [[nodiscard]] std::vector<double> activities() const {
    std::vector<double> activity(graph_.num_persons(), 0.0);
    for_blocks(run_, activity.size(), rows_a_block, [&](std::size_t begin, std::size_t end, std::size_t) {
      for (std::size_t person = begin; person < end; ++person) {
        for (const EventId event : graph_.events_of(PersonId(person))) activity[person] += factors_[event.index()];
      }
    });
    return activity;
  }

  void fill_row(PersonId person, std::span<const double> activity, Accumulator& accumulator) {
    for (const EventId event : graph_.events_of(person)) {
      const double factor = factors_[event.index()];
      if (!(factor > 0)) continue;
      const auto participants = graph_.participants_of(event);
      const double amount = share(options_.weight, factor, participants.size());
      for (const PersonId other : participants) {
        if (other != person) accumulator.add(other, amount, graph_.events().date[event.index()]);
      }
    }
    std::ranges::sort(accumulator.touched);
    std::uint64_t arc = network_.offsets_[person.index()];
    for (const PersonId other : accumulator.touched) {
      const Accumulator::Entry& entry = accumulator.entries[other.index()];
      // In the order of ids on both sides, so that rounding is the same on both arcs.
      const auto [low, high] = std::minmax(person, other);
      network_.neighbours_[arc] = other;
      network_.weights_[arc] = normalised(options_.weight, entry.sum, activity[low.index()], activity[high.index()]);
      network_.shared_[arc] = entry.events;
      network_.first_[arc] = entry.first;
      network_.last_[arc] = entry.last;
      ++arc;
    }
    accumulator.clear();
  }

  const EventGraph& graph_;
  const ProjectionOptions& options_;
  const Run& run_;
  std::vector<double> factors_;
  PersonNetwork network_;
};

PersonNetwork project(const EventGraph& graph, const ProjectionOptions& options, const Run& run) {
  return ProjectionBuilder(graph, options, run).build();
}

}  // namespace entente
