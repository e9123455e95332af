#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace entente::cli {

/// How long the stages of a run took, and how much memory; what must not stand in results.
class RunLog {
 public:
  /// Ends the stage before, if any.
  void begin(std::string_view stage);
  /// The stages so far, and the most memory that the process took.
  [[nodiscard]] std::string text();

 private:
  void end_stage();

  std::chrono::steady_clock::time_point since_ = std::chrono::steady_clock::now();
  std::string stage_;
  std::vector<std::pair<std::string, double>> seconds_;
};

}  // namespace entente::cli
