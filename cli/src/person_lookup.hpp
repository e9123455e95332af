#pragma once

#include <entente/core/event_graph.hpp>
#include <entente/resolve/persons.hpp>
#include <entente/resolve/pseudonyms.hpp>

#include <span>
#include <string>

namespace entente::cli {

/// The person whom `text` means: an identifier, a name in any of its forms and spellings, or a part of a name that only
/// one person bears. Where `pseudonyms` are in use (not null), they tell of the names; tokens are found as well. Throws
/// `Error` (`unknown_person`) with the candidates, or with a suggestion.
[[nodiscard]] PersonId find_person(const EventGraph& graph, std::span<const Identity> identities,
                                   const Pseudonyms* pseudonyms, const std::string& text);

}  // namespace entente::cli
