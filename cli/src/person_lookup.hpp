#pragma once

#include <entente/core/event_graph.hpp>
#include <entente/resolve/identities.hpp>

#include <span>
#include <string>

namespace entente::cli {

/// The person whom `text` means: an identifier, a name in any of its forms and spellings, or a part of a name that only
/// one person bears. Throws `Error` (`unknown_person`) with the candidates, or with a suggestion.
[[nodiscard]] PersonId find_person(const EventGraph& graph, std::span<const Identity> identities,
                                   const std::string& text);

}  // namespace entente::cli
