#include "lexicon_folder.hpp"

#include <entente/core/error.hpp>

#include <system_error>

#include <fmt/format.h>

namespace entente::cli {

namespace {

namespace fs = std::filesystem;

bool is_folder(const fs::path& path) {
  std::error_code ignored;
  return fs::is_directory(path, ignored);
}

}  // namespace

fs::path lexicon_folder(const std::string& asked_for) {
  if (!asked_for.empty()) {
    if (is_folder(asked_for)) return asked_for;
    throw Error(ErrorCode::bad_lexicon, "there is no such folder of lexicons", {asked_for});
  }
  std::error_code problem;
  const fs::path executable = fs::read_symlink("/proc/self/exe", problem);
  fs::path installed = executable.parent_path().parent_path() / ENTENTE_INSTALLED_LEXICON;
  if (!problem && is_folder(installed)) return installed;
#ifdef ENTENTE_SOURCE_LEXICON
  if (is_folder(ENTENTE_SOURCE_LEXICON)) return ENTENTE_SOURCE_LEXICON;
#endif
  throw Error(ErrorCode::bad_lexicon, "no lexicons to extract by", {installed.string()},
              "name their folder by --lexicon DIR");
}

}  // namespace entente::cli
