#include "progress.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace entente::cli {

namespace {

std::string short_number(double value) {
  if (value >= 1e9) return fmt::format("{:.1f} G", value / 1e9);
  if (value >= 1e6) return fmt::format("{:.1f} M", value / 1e6);
  if (value >= 1e4) return fmt::format("{:.0f} k", value / 1e3);
  return fmt::format("{:.0f}", value);
}

std::string duration(double seconds) {
  const auto whole = static_cast<std::uint64_t>(seconds);
  if (whole < 60) return fmt::format("{} s", whole);
  if (whole < 3600) return fmt::format("{} min {} s", whole / 60, whole % 60);
  return fmt::format("{} h {} min", whole / 3600, whole / 60 % 60);
}

}  // namespace

std::string ProgressLine::amount(std::uint64_t done, std::uint64_t total, double seconds) const {
  constexpr double least_seconds_for_a_rate = 1;
  if (total == 0 && done == 0) return seconds < least_seconds_for_a_rate ? "" : " " + duration(seconds);
  const auto share = static_cast<double>(std::min(done, total)) / static_cast<double>(total);
  std::string text = total > 0 ? fmt::format(" {:.0f} %", 100 * share) : " " + short_number(static_cast<double>(done));
  const auto progress = static_cast<double>(done - std::min(done, done_before_));
  if (seconds < least_seconds_for_a_rate || progress <= 0) return text;
  const double rate = progress / seconds;
  text += fmt::format(", {} a second", short_number(rate));
  if (total > done) text += fmt::format(", {} left", duration(static_cast<double>(total - done) / rate));
  return text;
}

void ProgressLine::show(std::string_view stage, std::uint64_t done, std::uint64_t total) {
  const std::lock_guard lock(mutex_);
  const auto now = std::chrono::steady_clock::now();
  if (now < next_) return;
  next_ = now + std::chrono::milliseconds(100);
  shown_ = true;
  if (stage != stage_) {
    stage_ = stage;
    began_ = now;
    done_before_ = done;
  }
  out_ << fmt::format("\r\x1b[K{}{}", stage, amount(done, total, std::chrono::duration<double>(now - began_).count()))
       << std::flush;
}

void ProgressLine::wipe() {
  const std::lock_guard lock(mutex_);
  if (shown_) out_ << "\r\x1b[K" << std::flush;
  shown_ = false;
}

}  // namespace entente::cli
