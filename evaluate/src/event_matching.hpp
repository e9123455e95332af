#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace entente {

/// The keys of the persons who took part in an event.
using Members = std::set<std::string>;

/// How many are members of both.
[[nodiscard]] std::size_t overlap(const Members& a, const Members& b);

/// For each wanted event the index of the given event that is taken for it, each at most once. The wanted events with
/// the largest overlap choose first, in order; each chooses among those left the one of the largest share of common in
/// all members, the first of several, and none where fewer than two are common.
[[nodiscard]] std::vector<std::optional<std::size_t>> match_events(std::span<const Members> wanted,
                                                                   std::span<const Members> given);

}  // namespace entente
