#pragma once

#include <entente/resolve/event_corrections.hpp>
#include <entente/resolve/occasions.hpp>
#include <entente/resolve/persons.hpp>

#include <span>

namespace entente {

/// The options with which `merge_occasions` divides and tells apart what corrections do.
[[nodiscard]] OccasionOptions heeding(OccasionOptions options, const EventCorrections& corrections);

/// Applies corrections to events after the merging (or to records that were not merged): first whom `merges` name
/// become one, then come the edits, then the drops. `splits` and `different` must have been given to `merge_occasions`
/// (`heeding`); here they are checked. `identities` tell of the persons that an edit may name. The
/// decisions follow: a merge adds a row, doubts that a correction settled and rows of dropped events go.
///
/// Throws `Error` (`bad_corrections`) at the place of an entry that names an unknown event or person, with a
/// suggestion, and of entries that contradict each other, with both places. O(records + decisions · log).
[[nodiscard]] Occasions corrected_events(Occasions occasions, const EventCorrections& corrections,
                                         std::span<const Identity> identities);

}  // namespace entente
