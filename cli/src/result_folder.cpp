#include "result_folder.hpp"

#include <entente/core/error.hpp>
#include <entente/io/output_file.hpp>

#include <system_error>

#include <fmt/format.h>
#include <unistd.h>

namespace entente::cli {

namespace fs = std::filesystem;

ResultFolder::ResultFolder(const fs::path& folder) : folder_(folder) {
  std::error_code problem;
  const fs::path full = fs::absolute(folder).lexically_normal();
  for (fs::path path = full; !path.empty() && !fs::exists(path, problem) && path != path.parent_path();
       path = path.parent_path()) {
    made_ = path;
  }
  fs::create_directories(full, problem);
  staging_ = full / fmt::format(".entente-{}", ::getpid());
  if (!problem) fs::create_directory(staging_, problem);
  if (!problem) return;
  std::error_code ignored;
  if (!made_.empty()) fs::remove_all(made_, ignored);
  throw Error(ErrorCode::output_failed, "cannot be written to: " + problem.message(), {folder.string()},
              "name another folder by --out");
}

ResultFolder::~ResultFolder() {
  std::error_code ignored;
  fs::remove_all(staging_, ignored);
  if (!made_.empty()) fs::remove_all(made_, ignored);
}

void ResultFolder::write(const std::string& name, const std::string& sentence,
                         const std::function<void(std::ostream&)>& contents) {
  files_.push_back({name, sentence, write_file(staging_ / name, contents)});
}

void ResultFolder::commit() {
  for (const File& file : files_) {
    std::error_code problem;
    const fs::path target = folder_ / file.name;
    if (fs::is_directory(target, problem)) {
      throw Error(ErrorCode::output_failed, "is a folder", {target.string()}, "name another folder by --out");
    }
  }
  for (const File& file : files_) {
    std::error_code problem;
    fs::rename(staging_ / file.name, folder_ / file.name, problem);
    if (problem) throw Error(ErrorCode::output_failed, problem.message(), {(folder_ / file.name).string()});
  }
  made_.clear();
}

}  // namespace entente::cli
