#pragma once

#include <entente/core/event_graph.hpp>
#include <entente/core/ids.hpp>
#include <entente/core/person_network.hpp>
#include <entente/core/projection.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace entente {

/// The parts of a network between which there are no ties, numbered by descending size, equal ones by smallest person.
struct Components {
  std::vector<std::uint32_t> labels;  ///< [num_persons], the number of each person's component
  std::vector<std::uint32_t> sizes;   ///< [components], descending; an isolated person is a component of size 1

  /// 0 on the empty network.
  [[nodiscard]] std::size_t num_components() const { return sizes.size(); }
};

/// The connected components. None on the empty network. Weights do not matter. Time O((n + m)·α(n) + c log c) with
/// α the inverse of Ackermann's function, memory 13 bytes a person. Source: Sutton, Ben-Nun and Barak 2018,
/// doi:10.1109/IPDPS.2018.00012.
[[nodiscard]] Components components(const PersonNetwork& net);

/// The same of `project(graph, projection)`, whose ties are not made: time O(participations·α(n) + c log c). What
/// `projection` says of thresholds and normalisation is not looked at. Throws `Error` (`bad_option`) as `event_factors`
/// does.
[[nodiscard]] Components components(const EventGraph& graph, const ProjectionOptions& projection);

/// The persons whose absence would break a component into several, ascending. Weights do not matter. Time O(n + m),
/// memory 24 bytes a person; not recursive, so that long chains are no danger. Source: Hopcroft and Tarjan 1973,
/// doi:10.1145/362248.362272.
[[nodiscard]] std::vector<PersonId> articulation_persons(const PersonNetwork& net);

}  // namespace entente
