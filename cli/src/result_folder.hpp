#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <ostream>
#include <string>
#include <vector>

namespace entente::cli {

/// The results of a run: files are collected in a folder of their own and moved to where they belong all together in
/// the end. If the run fails before, earlier results stay as they were and nothing else is left behind.
class ResultFolder {
 public:
  struct File {
    std::string name;
    std::string sentence;
    std::uint64_t bytes;
  };

  /// Makes the folder where it is not there. Throws `Error` (`output_failed`).
  explicit ResultFolder(const std::filesystem::path& folder);
  ResultFolder(const ResultFolder&) = delete;
  ResultFolder& operator=(const ResultFolder&) = delete;
  ~ResultFolder();

  void write(const std::string& name, const std::string& sentence, const std::function<void(std::ostream&)>& contents);
  /// Puts all files in place.
  void commit();

  [[nodiscard]] const std::filesystem::path& path() const { return folder_; }
  [[nodiscard]] const std::vector<File>& files() const { return files_; }

 private:
  std::filesystem::path folder_;
  std::filesystem::path staging_;
  std::filesystem::path made_;  ///< the uppermost folder that was not there before, until `commit`
  std::vector<File> files_;
};

}  // namespace entente::cli
