#include "review.hpp"
#include "yaml_text.hpp"

#include <entente/core/error.hpp>
#include <entente/core/unicode.hpp>

#include <fstream>

#include <fmt/format.h>

namespace entente::cli {

namespace {

bool ends_without_line_break(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary | std::ios::ate);
  if (!file || file.tellg() <= 0) return false;
  file.seekg(-1, std::ios::end);
  return file.get() != '\n';
}

}  // namespace

void AnswerFile::add(std::string_view section, std::string_view kind, const std::string& a, const std::string& b,
                     std::string_view comment) {
  std::string text;
  if (section_.empty() && std::filesystem::exists(path_)) text = ends_without_line_break(path_) ? "\n---\n" : "---\n";
  if (section_ != section) text += fmt::format("{}:\n", section);
  text += fmt::format("- {}: [{}, {}]  # {}\n", kind, yaml_text(a), yaml_text(b), terminal_safe(repair_utf8(comment)));
  std::ofstream file(path_, std::ios::binary | std::ios::app);
  file << text << std::flush;
  if (!file) throw Error(ErrorCode::output_failed, "cannot be written", {.source = path_.string()});
  section_ = section;
}

}  // namespace entente::cli
