#pragma once

#include <filesystem>
#include <string>

namespace entente::cli {

/// The folder of lexicons: the one that was asked for, or the one installed beside the executable, or, for an
/// executable that was built and not installed, the one of the source tree. Throws `Error` (`bad_lexicon`) where there
/// is none.
[[nodiscard]] std::filesystem::path lexicon_folder(const std::string& asked_for);

/// The same for the tables that made-up corpora are generated from.
[[nodiscard]] std::filesystem::path table_folder(const std::string& asked_for);

}  // namespace entente::cli
