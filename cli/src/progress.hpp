#pragma once

#include <entente/core/run.hpp>

#include <chrono>
#include <mutex>
#include <ostream>
#include <string>

namespace entente::cli {

/// One line of a terminal that tells how far a run is, how fast and for how long yet; it is rewritten at most ten times
/// a second and wiped in the end.
class ProgressLine {
 public:
  explicit ProgressLine(std::ostream& out) : out_(out) {}
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;
  ~ProgressLine() { wipe(); }

  /// For `Run::progress`; may be called from any thread.
  void show(std::string_view stage, std::uint64_t done, std::uint64_t total);
  /// Makes room for other messages.
  void wipe();

 private:
  [[nodiscard]] std::string amount(std::uint64_t done, std::uint64_t total, double seconds) const;

  std::ostream& out_;
  std::mutex mutex_;
  std::chrono::steady_clock::time_point next_{};
  std::string stage_;
  std::chrono::steady_clock::time_point began_{};  // the stage
  std::uint64_t done_before_ = 0;                  // when the stage was first shown
  bool shown_ = false;
};

}  // namespace entente::cli
