#include "relative_path.hpp"

namespace entente::cli {

namespace fs = std::filesystem;

std::string relative_path(const fs::path& base, const std::string& path) {
  if (path == "-" || path.empty()) return path;
  const fs::path full = fs::absolute(path).lexically_normal();
  const fs::path trimmed = full.has_filename() ? full : full.parent_path();
  const fs::path resolved = fs::weakly_canonical(trimmed.parent_path()) / trimmed.filename();
  return resolved.lexically_relative(fs::weakly_canonical(fs::absolute(base))).string();
}

}  // namespace entente::cli
