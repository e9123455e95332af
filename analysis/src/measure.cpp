// The table of person measures. A new measure is one row here: everything that lists measures reads this table.
#include <entente/analysis/betweenness.hpp>
#include <entente/analysis/closeness.hpp>
#include <entente/analysis/clustering.hpp>
#include <entente/analysis/core_number.hpp>
#include <entente/analysis/degree.hpp>
#include <entente/analysis/eigenvector.hpp>
#include <entente/analysis/hits.hpp>
#include <entente/analysis/katz.hpp>
#include <entente/analysis/measure.hpp>
#include <entente/analysis/pagerank.hpp>
#include <entente/core/error.hpp>
#include <entente/core/linear_algebra.hpp>
#include <entente/core/suggestion.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace entente {

namespace {

Scores events_of_everybody(const EventGraph& graph, const PersonNetwork&, const Run&) {
  Scores scores(graph.num_persons());
  for (std::size_t person = 0; person < scores.size(); ++person) {
    scores[person] = static_cast<double>(graph.events_of(PersonId(person)).size());
  }
  return scores;
}

template <bool weighted>
Scores pagerank_of(const EventGraph&, const PersonNetwork& net, const Run& run) {
  return pagerank(net, {.weighted = weighted}, run);
}

Scores strength_without_ties(const EventGraph& graph, const ProjectionOptions& projection, const Run& run) {
  return CoparticipationProduct(graph, projection, run).strengths();
}

Scores pagerank_without_ties(const EventGraph& graph, const ProjectionOptions& projection, const Run& run) {
  return pagerank(graph, projection, {}, run);
}

template <Length length>
Scores betweenness_of(const EventGraph&, const PersonNetwork& net, const Run& run) {
  return betweenness(net, {.length = length}, run);
}

template <Length length>
Scores closeness_of(const EventGraph&, const PersonNetwork& net, const Run& run) {
  return closeness(net, {.length = length}, run);
}

template <Length length>
Scores harmonic_of(const EventGraph&, const PersonNetwork& net, const Run& run) {
  return harmonic(net, {.length = length}, run);
}

Scores defined_or_nan(std::optional<Scores> scores, std::size_t num_persons) {
  if (scores) return *std::move(scores);
  return Scores(num_persons, std::numeric_limits<double>::quiet_NaN());
}

template <bool weighted>
Scores eigenvector_of(const EventGraph&, const PersonNetwork& net, const Run& run) {
  return defined_or_nan(eigenvector(net, {.weighted = weighted}, run), net.num_persons());
}

Scores eigenvector_without_ties(const EventGraph& graph, const ProjectionOptions& projection, const Run& run) {
  return defined_or_nan(eigenvector(graph, projection, {}, run), graph.num_persons());
}

Scores hits_of(const EventGraph& graph, const PersonNetwork&, const Run& run) {
  auto scores = hits(graph, run);
  if (scores) return std::move(scores->persons);
  return Scores(graph.num_persons(), std::numeric_limits<double>::quiet_NaN());
}

template <bool weighted>
Scores katz_of(const EventGraph&, const PersonNetwork& net, const Run& run) {
  return katz(net, {.weighted = weighted}, run);
}

Scores katz_without_ties(const EventGraph& graph, const ProjectionOptions& projection, const Run& run) {
  return katz(graph, projection, {}, run);
}

Scores core_of(const EventGraph&, const PersonNetwork& net, const Run&) {
  const auto cores = core_number(net);
  return {cores.begin(), cores.end()};
}

constexpr std::array<MeasureKind, 18> kinds{{
    {"events", "Number of events attended.", true, Cost::linear, events_of_everybody,
     [](const EventGraph& graph, const ProjectionOptions&, const Run& run) {
       return events_of_everybody(graph, {}, run);
     }},
    {"degree", "Number of distinct persons met.", true, Cost::linear,
     [](const EventGraph&, const PersonNetwork& net, const Run&) { return degree(net); }},
    {"strength", "Sum of the weights of all ties.", false, Cost::linear,
     [](const EventGraph&, const PersonNetwork& net, const Run&) { return strength(net); }, strength_without_ties},
    {"pagerank", "Share of time that a random walk along ties, by weight, spends here.", false, Cost::linear,
     pagerank_of<true>, pagerank_without_ties},
    {"pagerank_unweighted", "Share of time that a random walk along ties, all alike, spends here.", false, Cost::linear,
     pagerank_of<false>},
    {"betweenness", "Share of the shortest paths of others, by steps, that pass here.", false, Cost::quadratic,
     betweenness_of<Length::unit>},
    {"betweenness_weighted", "Share of the shortest paths of others, a tie of weight w being 1/w long, that pass here.",
     false, Cost::quadratic, betweenness_of<Length::reciprocal>},
    {"closeness", "Nearness to all within reach, by steps (Wasserman and Faust).", false, Cost::quadratic,
     closeness_of<Length::unit>},
    {"closeness_weighted", "Nearness to all within reach, a tie of weight w being 1/w long.", false, Cost::quadratic,
     closeness_of<Length::reciprocal>},
    {"harmonic", "Mean inverse distance to all others, by steps.", false, Cost::quadratic, harmonic_of<Length::unit>},
    {"harmonic_weighted", "Mean inverse distance to all others, a tie of weight w being 1/w long.", false,
     Cost::quadratic, harmonic_of<Length::reciprocal>},
    {"eigenvector", "Being tied, by weight, to those who are well tied.", false, Cost::linear, eigenvector_of<true>,
     eigenvector_without_ties},
    {"eigenvector_unweighted", "Being tied to those who are well tied, all ties alike.", false, Cost::linear,
     eigenvector_of<false>},
    {"katz", "Walks that end here, by weight, each step counting less.", false, Cost::linear, katz_of<true>,
     katz_without_ties},
    {"katz_unweighted", "Walks that end here, all ties alike, each step counting less.", false, Cost::linear,
     katz_of<false>},
    {"hits", "Attending the events that are attended by those of high score.", false, Cost::linear, hits_of,
     [](const EventGraph& graph, const ProjectionOptions&, const Run& run) { return hits_of(graph, {}, run); }},
    {"core", "Largest k of a k-core that includes the person.", true, Cost::linear, core_of},
    {"clustering", "Share of the pairs of persons met who met each other.", false, Cost::linear,
     [](const EventGraph&, const PersonNetwork& net, const Run& run) { return clustering(net, run); }},
}};

}  // namespace

std::span<const MeasureKind> measure_kinds() { return kinds; }

const MeasureKind& measure_kind(std::string_view name) {
  const auto found = std::ranges::find(kinds, name, &MeasureKind::name);
  if (found != kinds.end()) return *found;
  std::vector<std::string> names;
  for (const MeasureKind& kind : kinds) names.emplace_back(kind.name);
  throw Error(ErrorCode::bad_option, fmt::format("unknown measure '{}'{}", name, did_you_mean(name, names)), {},
              fmt::format("measures are {}", fmt::join(names, ", ")));
}

}  // namespace entente
