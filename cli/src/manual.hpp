#pragma once

#include "command.hpp"

#include <string>

namespace entente::cli {

/// The page of the whole program for `man`, in roff.
[[nodiscard]] std::string manual_page();

/// The page of one command, entente-NAME.
[[nodiscard]] std::string manual_page(const Command& command);

}  // namespace entente::cli
