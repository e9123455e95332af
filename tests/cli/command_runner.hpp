#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace entente::test {

/// What a command left behind.
struct Outcome {
  int status = -1;  ///< exit status, or 128 + the signal that ended it
  std::string out;
  std::string err;
};

struct CommandOptions {
  std::string input = {};              ///< for the standard input
  std::filesystem::path folder = {};   ///< to run in; the source tree if empty
  std::string out_file = {};           ///< where the standard output goes instead
  std::size_t close_output_after = 0;  ///< the reader of the output goes away after this many bytes; 0: it stays
  int signal = 0;                      ///< sent while the command waits for input that does not end
};

/// The records of the seed articles, from the source tree.
inline const std::string seeds = "data/records/seeds.jsonl";

/// Runs the `entente` that was built.
[[nodiscard]] Outcome run_entente(const std::vector<std::string>& arguments, const CommandOptions& options = {});

/// A folder of its own for a test, removed in the end.
class TestFolder {
 public:
  TestFolder();
  TestFolder(const TestFolder&) = delete;
  TestFolder& operator=(const TestFolder&) = delete;
  ~TestFolder();

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  /// The path of something in it.
  [[nodiscard]] std::string operator/(const std::string& name) const { return (path_ / name).string(); }
  /// Writes a file in it, with the folders that it needs; its path.
  std::string write(const std::string& name, const std::string& content) const;

 private:
  std::filesystem::path path_;
};

[[nodiscard]] std::string read_file(const std::filesystem::path& path);
/// All files of a folder but run.log, which alone may differ between runs.
[[nodiscard]] std::map<std::string, std::string> read_results(const std::filesystem::path& folder);

[[nodiscard]] std::string source_path(const std::string& name);

}  // namespace entente::test
