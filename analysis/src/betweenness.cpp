// Betweenness by Brandes' method: for each source a search, then one pass outwards that counts shortest paths and one
// inwards that sums up what every person carries for others (its dependency).
//
// A person u precedes v on a shortest path if d(u) < d(v) and d(u) + l(u,v) equals d(v) within the epsilon. Both passes
// ask the same question of the finished distances, so that counts and dependencies always agree, and d(u) < d(v) keeps
// the relation free of cycles whatever the epsilon. Path counts are doubles. Parallel are 64 stripes of sources (source
// i belongs to stripe i mod 64, which spreads large components evenly); each stripe adds to a vector of its own in the
// order of its sources, and the stripes are added in order. Stripes depend on n only, and so does the result. Memory:
// 64 numbers a person for the stripes, and four a person for each thread.
#include "path_search.hpp"
#include "random_stream.hpp"
#include "twins.hpp"

#include <entente/analysis/betweenness.hpp>
#include <entente/core/error.hpp>
#include <entente/core/parallel.hpp>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <cstddef>
#include <memory>
#include <numeric>
#include <span>
#include <vector>

#include <fmt/format.h>

namespace entente {

namespace {

constexpr std::size_t num_stripes = 64;
constexpr std::size_t persons_a_block = 4096;
constexpr std::uint64_t sample_stage = 0x62657477;  // "betw"

void require_valid(const BetweennessOptions& options) {
  if (!(options.tie_epsilon >= 0 && options.tie_epsilon < 1e-3)) {
    throw Error(ErrorCode::bad_option,
                fmt::format("tie_epsilon is {}; it must be at least 0 and less than 1e-3", options.tie_epsilon), {},
                "the default is 1e-12");
  }
}

/// Those persons that searches start from, and for how many persons each of them stands.
struct SearchSource {
  PersonId person;
  double count;
};

/// What one search after the other tells of everybody; unit lengths are a case of their own, for there the innermost
/// loop is short.
template <bool unit>
class Dependencies {
 public:
  Dependencies(const PersonNetwork& net, const ArcLengths& lengths, double tie_epsilon)
      : net_(net),
        lengths_(lengths),
        slack_(1 + tie_epsilon),
        search_(net, lengths),
        paths_(net.num_persons()),
        carried_(net.num_persons()) {}

  /// Adds to `sum` what every person carries for the source.
  void add(const SearchSource& source, std::span<double> sum) {
    if (net_.degree(source.person) == 0) return;
    search_.run(source.person);
    const auto order = search_.order();
    paths_[source.person.index()] = 1;
    for (const PersonId person : order.subspan(1)) paths_[person.index()] = sum_over<before>(person, paths_);
    for (std::size_t i = order.size(); i-- > 1;) {
      const std::size_t person = order[i].index();
      const double beyond = sum_over<after>(order[i], carried_);
      carried_[person] = 1 / paths_[person] + beyond;
      sum[person] += source.count * (paths_[person] * beyond);
    }
  }

 private:
  enum Side : std::uint8_t { before, after };

  /// True if a step of that length from one distance to the other is on a shortest path.
  [[nodiscard]] bool is_step(double near, double far, std::size_t arc) const {
    if constexpr (unit) {
      return near + 1 == far;
    } else {
      return near < far && near + lengths_[arc] <= far * slack_;
    }
  }

  /// Σ values over the neighbours who come just before or after a person on shortest paths. Written without branches,
  /// for whether a neighbour counts is as good as random. Values of persons out of reach are of earlier searches and
  /// never counted.
  template <Side side>
  [[nodiscard]] double sum_over(PersonId person, const std::vector<double>& values) const {
    const double distance = search_.distance(person);
    const auto neighbours = net_.neighbours_of(person);
    const std::size_t first_arc = net_.offsets()[person.index()];
    double sum = 0;
    for (std::size_t i = 0; i < neighbours.size(); ++i) {
      const double value = values[neighbours[i].index()];
      const double other = search_.distance(neighbours[i]);
      const bool counts =
          side == before ? is_step(other, distance, first_arc + i) : is_step(distance, other, first_arc + i);
      sum += counts ? value : 0.0;
    }
    return sum;
  }

  const PersonNetwork& net_;
  const ArcLengths& lengths_;
  double slack_;
  PathSearch search_;
  std::vector<double> paths_;  // σ(source, v)
  std::vector<double>
      carried_;  // (1 + δ(v))/σ(source, v), δ the dependency: then δ(v) = σ(v)·Σ carried over those after v
};

/// All persons, or a sample, with twins taken together; ascending.
std::vector<SearchSource> sources_of(const PersonNetwork& net, const BetweennessOptions& options, const Run& run) {
  std::vector<PersonId> persons;
  persons.reserve(net.num_persons());
  for (std::size_t person = 0; person < net.num_persons(); ++person) persons.emplace_back(person);
  if (options.sources > 0 && options.sources < persons.size()) {
    RandomStream random(run.seed, sample_stage, 0);
    random.shuffle(std::span(persons));
    persons.resize(options.sources);
  }
  const auto twins = smallest_twins(net, options.length);
  std::vector<double> counts(net.num_persons(), 0.0);
  for (const PersonId person : persons) ++counts[twins[person.index()].index()];
  std::vector<SearchSource> sources;
  for (std::size_t person = 0; person < counts.size(); ++person) {
    if (counts[person] > 0) sources.push_back({PersonId(person), counts[person]});
  }
  return sources;
}

/// Σ over the sources of what every person carries, each ordered pair counted.
template <bool unit>
std::vector<Scores> sums_of_stripes(const PersonNetwork& net, const ArcLengths& lengths,
                                    std::span<const SearchSource> sources, double tie_epsilon, const Run& run) {
  const std::size_t stripes = std::min(num_stripes, sources.size());
  std::vector<Scores> sums(stripes);
  std::vector<std::unique_ptr<Dependencies<unit>>> scratch(num_workers(run));
  std::atomic<std::uint64_t> done = 0;
  for_blocks(run, stripes, 1, [&](std::size_t stripe, std::size_t, std::size_t worker) {
    if (!scratch[worker]) scratch[worker] = std::make_unique<Dependencies<unit>>(net, lengths, tie_epsilon);
    sums[stripe].assign(net.num_persons(), 0.0);
    for (std::size_t i = stripe; i < sources.size(); i += stripes) {
      check_stop(run);
      scratch[worker]->add(sources[i], sums[stripe]);
      report(run, "betweenness", ++done, sources.size());
    }
  });
  return sums;
}

}  // namespace

Scores betweenness(const PersonNetwork& net, const BetweennessOptions& options, const Run& run) {
  require_valid(options);
  const std::size_t n = net.num_persons();
  Scores scores(n, 0.0);
  if (n < 3) return scores;
  const ArcLengths lengths(net, options.length);
  const std::vector<SearchSource> sources = sources_of(net, options, run);
  const std::vector<Scores> sums = lengths.is_unit()
                                       ? sums_of_stripes<true>(net, lengths, sources, options.tie_epsilon, run)
                                       : sums_of_stripes<false>(net, lengths, sources, options.tie_epsilon, run);

  // Every unordered pair was seen from both of its ends.
  const auto persons = static_cast<double>(n);
  const double num_sources = options.sources == 0 ? persons : std::min<double>(options.sources, persons);
  double factor = 0.5 * persons / num_sources;
  if (options.normalized) factor /= (persons - 1) * (persons - 2) / 2;
  for_blocks(run, n, persons_a_block, [&](std::size_t begin, std::size_t end, std::size_t) {
    for (const Scores& sum : sums) {
      for (std::size_t person = begin; person < end; ++person) scores[person] += sum[person];
    }
    for (std::size_t person = begin; person < end; ++person) scores[person] *= factor;
  });
  if (!std::ranges::all_of(scores, [](double score) { return std::isfinite(score); })) {
    throw Error(ErrorCode::limit_exceeded, "there are more shortest paths between two persons than can be counted", {},
                "look at a part of the network");
  }
  return scores;
}

}  // namespace entente
