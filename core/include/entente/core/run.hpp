#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <string_view>

namespace entente {

/// How an operation is carried out; nothing in it may change a result but `seed`.
struct Run {
  unsigned threads = 0;    ///< 0: as many as the machine has
  std::uint64_t seed = 1;  ///< of every random choice
  /// Told of the stage, how much is done and how much there is in all (0: unknown). May be called from any thread.
  std::function<void(std::string_view stage, std::uint64_t done, std::uint64_t total)> progress = {};
  const std::atomic<bool>* stop =
      nullptr;  ///< set from outside to have long operations end with `ErrorCode::interrupted`
};

/// Throws `Error` with `ErrorCode::interrupted` if the run was asked to stop.
void check_stop(const Run& run);
/// Tells `Run::progress`, where there is one, how far `stage` is.
void report(const Run& run, std::string_view stage, std::uint64_t done, std::uint64_t total);

}  // namespace entente
