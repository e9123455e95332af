#pragma once

#include <entente/core/record.hpp>
#include <entente/core/rejected.hpp>

#include <vector>

namespace entente {

/// A record and where it was read.
struct LocatedRecord {
  Record record;
  Place place;
};

struct UniqueEvents {
  std::vector<Record> records;     ///< sorted by id, each with an id of its own
  std::vector<Rejected> rejected;  ///< records whose id another one had already
};

/// Gives every record an id of its own. A record without one gets `r-` and a hash of its content (`-2`, `-3` … for
/// equal ones: told twice without an id, they are two events). Of several records with one id the first by content
/// stays, the others are rejected. Does not depend on the order of the records. O(n log n).
[[nodiscard]] UniqueEvents unique_events(std::vector<LocatedRecord> records);

}  // namespace entente
