#pragma once

#include <entente/core/record.hpp>
#include <entente/resolve/persons.hpp>

#include <cstdint>

namespace entente {

/// Gives the participants of a record, whose first participation is `first`, the identifiers that `persons` found. Two
/// that turn out to be one person become one: the first stays and learns what only the others tell.
void give_ids(Record& record, const PersonAssignment& persons, std::uint64_t first);

}  // namespace entente
