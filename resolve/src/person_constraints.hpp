#pragma once

#include "bearers.hpp"
#include "person_ids.hpp"
#include "told_apart.hpp"

#include <entente/core/error.hpp>
#include <entente/resolve/person_corrections.hpp>

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace entente {

/// The new name of whoever a bearer turns out to be.
struct RenamedBearer {
  std::uint32_t bearer = 0;
  std::string name;
  Place place;
};

/// What corrections say of bearers.
struct PersonConstraints {
  std::vector<std::vector<std::uint32_t>> same;  ///< one person each; the bearers of who is named first come first
  std::map<std::uint32_t, std::vector<ToldApart>> apart;  ///< by bearer
  std::set<std::uint32_t> taken_away;  ///< bearers that an entry of `different` sets off from their own identifier
  std::vector<RenamedBearer> renames;
  std::vector<Place> settled;  ///< of entries that mean somebody unknown, where they were applied earlier
};

/// Finds out whom the corrections mean; `known` are the persons found without them. An identifier stands for all names
/// of the person, but in `different` not for those that the same entry names beside it. Throws `Error`
/// (`bad_corrections`) at the place of whoever is unknown or could be several, and of entries that contradict each
/// other, also by way of others. O(bearers + mentioned bearers · log).
[[nodiscard]] PersonConstraints person_constraints(const Bearers& bearers, const NamedPersons& known,
                                                   const PersonCorrections& corrections);

/// Which identifiers of `known` the corrected persons (`person_of` each bearer) keep: each stays with whoever has most
/// of the person's participations, not counting bearers taken away, if that one has none yet; whom a correction names
/// first, then whoever takes part most, comes first.
[[nodiscard]] FormerIds former_ids(const Bearers& bearers, const NamedPersons& known,
                                   const PersonConstraints& constraints, const std::vector<std::uint32_t>& person_of);

}  // namespace entente
