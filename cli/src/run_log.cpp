#include "run_log.hpp"

#include <fmt/format.h>
#include <sys/resource.h>

namespace entente::cli {

void RunLog::end_stage() {
  const auto now = std::chrono::steady_clock::now();
  if (!stage_.empty()) seconds_.emplace_back(stage_, std::chrono::duration<double>(now - since_).count());
  since_ = now;
}

void RunLog::begin(std::string_view stage) {
  end_stage();
  stage_ = stage;
}

std::string RunLog::text() {
  begin("");
  std::string text;
  double total = 0;
  for (const auto& [stage, seconds] : seconds_) {
    text += fmt::format("{:<24}{:10.3f} s\n", stage, seconds);
    total += seconds;
  }
  text += fmt::format("{:<24}{:10.3f} s\n", "total", total);
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  return text + fmt::format("{:<24}{:10.1f} MiB\n", "most memory", static_cast<double>(usage.ru_maxrss) / 1024);
}

}  // namespace entente::cli
