#pragma once

#include "look.hpp"

#include <entente/io/table.hpp>

#include <ostream>
#include <string_view>

namespace entente::cli {

/// Prints `table` for people: columns aligned, numbers to the right, nothing in it that could command a terminal. Where
/// it would be wider than the terminal, its widest texts are cut, with "…" at the end; where there is no terminal,
/// nothing is. On a terminal with room for it, a bar beside each number of the column `bars` shows how large it is.
void print_table(std::ostream& out, const Table& table, const Look& look, std::string_view bars = {});

}  // namespace entente::cli
