#pragma once

#include <entente/core/record.hpp>
#include <entente/core/run.hpp>
#include <entente/resolve/persons.hpp>

#include <vector>

namespace entente {

/// Records with the identifiers of persons, and the account of them.
struct Resolution {
  std::vector<Record> records;       ///< in the order given, every participant with an id
  std::vector<Identity> identities;  ///< by person, then form
  std::vector<Doubt> doubts;         ///< persons who may be one, the most consequential first
};

/// Gives every participant the id that `assign_persons` finds. Two participants of one record that turn out to be one
/// person become one: the first stays and learns what only the others tell. Does not depend on the order of the
/// records.
[[nodiscard]] Resolution resolve_persons(std::vector<Record> records, const PersonOptions& options = {},
                                         const Run& run = {});

}  // namespace entente
