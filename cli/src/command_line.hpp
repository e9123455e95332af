#pragma once

#include "session.hpp"

#include <string>
#include <vector>

namespace entente::cli {

/// Carries out a command line (without the program's name) and returns the exit status. Errors are told on
/// `streams.err`.
int execute(const std::vector<std::string>& arguments, const Streams& streams);

}  // namespace entente::cli
