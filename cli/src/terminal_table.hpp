#pragma once

#include <entente/io/table.hpp>

#include <cstddef>
#include <ostream>

namespace entente::cli {

/// Prints `table` for people: columns aligned, numbers to the right, nothing in it that could command a terminal. Where
/// it would be wider than `width` columns, its widest texts are cut, with "…" at the end; 0: nothing is cut.
void print_table(std::ostream& out, const Table& table, std::size_t width);

}  // namespace entente::cli
