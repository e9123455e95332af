#pragma once

#include <filesystem>
#include <string>

namespace entente::cli {

/// `path` as seen from the folder `base`; `-` and an empty path stay. The last part is not resolved where it is a link,
/// for documents are named after it.
[[nodiscard]] std::string relative_path(const std::filesystem::path& base, const std::string& path);

}  // namespace entente::cli
