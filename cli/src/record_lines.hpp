#pragma once

#include "session.hpp"

#include <entente/core/record.hpp>

#include <ostream>
#include <span>

namespace entente::cli {

/// The records as JSON Lines, with sentences where the study says so.
void write_records(std::ostream& out, std::span<const Record> records, const Session& session);

}  // namespace entente::cli
