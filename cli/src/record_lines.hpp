#pragma once

#include "session.hpp"

#include <entente/resolve/resolved_records.hpp>

#include <ostream>

namespace entente::cli {

/// The records as JSON Lines, with sentences where the study says so.
void write_records(std::ostream& out, const ResolvedRecords& records, const Session& session);

}  // namespace entente::cli
