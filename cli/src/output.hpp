#pragma once

#include "session.hpp"

#include <entente/io/table.hpp>

#include <functional>
#include <ostream>
#include <string_view>

namespace entente::cli {

/// Writes what the user asked for to where the user asked: the standard output, or a file that appears whole or not at
/// all.
void write_output(const Session& session, const std::function<void(std::ostream&)>& write);

/// Writes `table` in the format asked for. A table for people takes the columns of `shown`, with a bar beside
/// each number of the column `bars`.
void write_table(const Session& session, const Table& full, const Table& shown, std::string_view bars = {});

}  // namespace entente::cli
