#include "counted.hpp"

#include <fmt/format.h>

namespace entente::cli {

std::string counted(std::uint64_t count, const char* singular, const char* plural) {
  return fmt::format("{} {}", count, count == 1 ? singular : plural);
}

}  // namespace entente::cli
