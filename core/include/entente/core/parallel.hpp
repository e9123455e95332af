#pragma once

#include <entente/core/run.hpp>

#include <cstddef>
#include <functional>
#include <memory>
#include <vector>

namespace entente {

/// Calls `body(begin, end, worker)` for consecutive blocks of [0, size), on `run.threads` threads. Blocks depend on
/// `size` and `block_size` only, so that whatever is computed a block, or merged in the order of blocks, does not
/// depend on the number of threads. `worker` < `num_workers(run)` tells which scratch space is free. Polls `run.stop`
/// before each block. The first exception of a body is rethrown.
void for_blocks(const Run& run, std::size_t size, std::size_t block_size,
                const std::function<void(std::size_t begin, std::size_t end, std::size_t worker)>& body);

/// `Run::threads`, or where it is 0 as many as the machine has.
[[nodiscard]] std::size_t num_workers(const Run& run);

/// Σ term(begin, end) over the blocks, added in the order of blocks.
[[nodiscard]] double sum_blocks(const Run& run, std::size_t size, std::size_t block_size,
                                const std::function<double(std::size_t begin, std::size_t end)>& term);

/// Threads that stay together for many short loops, of which each would be over before threads had gathered for it
/// alone. Loops of one object follow each other: start none from within another, nor from two threads.
class Workers {
 public:
  /// Refers to `run`, which must live longer.
  explicit Workers(const Run& run);
  ~Workers();
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;

  /// As it was given.
  [[nodiscard]] const Run& run() const { return run_; }
  /// How many workers there are; at least 1.
  [[nodiscard]] std::size_t count() const { return count_; }
  /// As the function of this name.
  void for_blocks(std::size_t size, std::size_t block_size,
                  const std::function<void(std::size_t begin, std::size_t end, std::size_t worker)>& body);

 private:
  struct Arena;
  const Run& run_;
  std::size_t count_;
  std::unique_ptr<Arena> arena_;  // made for the first loop that needs it
};

}  // namespace entente
