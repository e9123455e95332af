#include "progress.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace entente::cli {

void ProgressLine::show(std::string_view stage, std::uint64_t done, std::uint64_t total) {
  const std::lock_guard lock(mutex_);
  const auto now = std::chrono::steady_clock::now();
  if (now < next_) return;
  next_ = now + std::chrono::milliseconds(100);
  shown_ = true;
  const std::string amount =
      total > 0
          ? fmt::format("{:.0f} %", 100.0 * static_cast<double>(std::min(done, total)) / static_cast<double>(total))
          : fmt::format("{}", done);
  out_ << fmt::format("\r\x1b[K{} {}", stage, amount) << std::flush;
}

void ProgressLine::wipe() {
  const std::lock_guard lock(mutex_);
  if (shown_) out_ << "\r\x1b[K" << std::flush;
  shown_ = false;
}

}  // namespace entente::cli
