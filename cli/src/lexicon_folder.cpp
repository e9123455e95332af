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

struct FolderKind {
  const char* installed;  // from the folder above that of the executable
  const char* source;     // in the source tree; null in an installation
  const char* what;
  const char* missing;
  const char* hint;
};

fs::path folder_of(const FolderKind& kind, const std::string& asked_for) {
  if (!asked_for.empty()) {
    if (is_folder(asked_for)) return asked_for;
    throw Error(ErrorCode::bad_lexicon, fmt::format("there is no such folder of {}", kind.what), {asked_for});
  }
  std::error_code problem;
  const fs::path executable = fs::read_symlink("/proc/self/exe", problem);
  fs::path installed = executable.parent_path().parent_path() / kind.installed;
  if (!problem && is_folder(installed)) return installed;
  if (kind.source != nullptr && is_folder(kind.source)) return kind.source;
  throw Error(ErrorCode::bad_lexicon, kind.missing, {installed.string()}, kind.hint);
}

#ifdef ENTENTE_SOURCE_LEXICON
constexpr const char* source_lexicon = ENTENTE_SOURCE_LEXICON;
#else
constexpr const char* source_lexicon = nullptr;
#endif
#ifdef ENTENTE_SOURCE_TABLES
constexpr const char* source_tables = ENTENTE_SOURCE_TABLES;
#else
constexpr const char* source_tables = nullptr;
#endif

}  // namespace

fs::path lexicon_folder(const std::string& asked_for) {
  return folder_of({ENTENTE_INSTALLED_LEXICON, source_lexicon, "lexicons", "no lexicons to extract by",
                    "name their folder by --lexicon DIR"},
                   asked_for);
}

fs::path table_folder(const std::string& asked_for) {
  return folder_of({ENTENTE_INSTALLED_TABLES, source_tables, "tables", "no tables to generate from",
                    "name their folder by --tables DIR"},
                   asked_for);
}

}  // namespace entente::cli
