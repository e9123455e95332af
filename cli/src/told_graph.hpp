#pragma once

#include "corpus.hpp"
#include "session.hpp"

#include <entente/core/event_graph.hpp>
#include <entente/core/selection.hpp>

#include <optional>

namespace entente::cli {

/// The graph of records whose persons and events are taken as they are told.
struct ToldGraph {
  EventGraph graph;
  SelectionCounts selection;
  ReadCounts counts;
};

/// Reads records straight into their graph, many lines at a time. Nothing where the study asks for more than that can
/// do: resolved persons, pseudonyms, corrections, chosen events, standard input; or where the input holds articles or
/// records without an id of their own. The usual way then gives what this would, and says what is wrong with the ids.
[[nodiscard]] std::optional<ToldGraph> read_told_graph(const Session& session);

}  // namespace entente::cli
