#pragma once

#include <string>

namespace entente::cli {

/// The version, and what the program was built by and with, for reports of defects.
[[nodiscard]] std::string build_information();

}  // namespace entente::cli
