#pragma once

#include <string>
#include <string_view>

namespace entente::cli {

/// A script for bash, zsh or fish that completes the commands, their flags and the values that a flag can take. Throws
/// `Error` (`bad_usage`) for another shell.
[[nodiscard]] std::string completion_script(std::string_view shell);

}  // namespace entente::cli
