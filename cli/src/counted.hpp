#pragma once

#include <cstdint>
#include <string>

namespace entente::cli {

/// "1 event", "2 events".
[[nodiscard]] std::string counted(std::uint64_t count, const char* singular, const char* plural);

}  // namespace entente::cli
