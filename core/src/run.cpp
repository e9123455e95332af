#include <entente/core/error.hpp>
#include <entente/core/run.hpp>

namespace entente {

void check_stop(const Run& run) {
  if (run.stop != nullptr && run.stop->load(std::memory_order_relaxed))
    throw Error(ErrorCode::interrupted, "interrupted");
}

void report(const Run& run, std::string_view stage, std::uint64_t done, std::uint64_t total) {
  if (run.progress) run.progress(stage, done, total);
}

}  // namespace entente
