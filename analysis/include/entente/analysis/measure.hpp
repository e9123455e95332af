#pragma once

#include <entente/analysis/scores.hpp>
#include <entente/core/event_graph.hpp>
#include <entente/core/person_network.hpp>
#include <entente/core/projection.hpp>
#include <entente/core/run.hpp>

#include <cstdint>
#include <span>
#include <string_view>

namespace entente {

/// How the time of a measure grows, for whoever must decide what a large network can bear.
enum class Cost : std::uint8_t {
  linear,     ///< near the number of ties
  quadratic,  ///< persons × ties: minutes beyond some 50,000 persons
};

/// A measure of persons under its name: one row of the table from which commands, help, studies and tables take theirs.
struct MeasureKind {
  std::string_view name;      ///< as in options and as a column's title
  std::string_view sentence;  ///< what it says, for users
  bool integral;              ///< true if all values are whole numbers
  Cost cost;
  /// [num_persons]; `net` is a projection of `graph`. All NaN where the measure is not defined on this network
  /// (eigenvector with several largest components).
  Scores (*compute)(const EventGraph& graph, const PersonNetwork& net, const Run& run);
  /// The same of `project(graph, projection)`, whose ties are not made; null where the measure needs them. Throws as
  /// `CoparticipationProduct` does.
  Scores (*without_ties)(const EventGraph& graph, const ProjectionOptions& projection, const Run& run) = nullptr;
};

/// All measures, in the order in which tables show them.
[[nodiscard]] std::span<const MeasureKind> measure_kinds();

/// The measure of that name. Throws `Error` (`bad_option`) with a suggestion where there is none.
[[nodiscard]] const MeasureKind& measure_kind(std::string_view name);

}  // namespace entente
