#include <entente/core/parallel.hpp>

#include <algorithm>
#include <numeric>

#ifdef __SANITIZE_THREAD__
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#endif

#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/info.h>
#include <oneapi/tbb/parallel_for.h>
#include <oneapi/tbb/task_arena.h>

namespace entente {

namespace {

namespace tbb = oneapi::tbb;

#ifdef __SANITIZE_THREAD__

// The distribution's TBB is not instrumented, so the thread sanitizer does not see that it orders anything. Plain
// threads let it judge what matters here: the bodies.
class ParallelArena {
 public:
  explicit ParallelArena(std::size_t workers) : workers_(workers) {}
  void run(std::size_t blocks, const std::function<void(std::size_t, std::size_t)>& run_block);

 private:
  std::size_t workers_;
};

void ParallelArena::run(std::size_t blocks, const std::function<void(std::size_t, std::size_t)>& run_block) {
  std::atomic<std::size_t> next{0};
  std::mutex guard;
  std::exception_ptr first;
  const auto work = [&](std::size_t worker) {
    try {
      for (std::size_t block = next++; block < blocks; block = next++) run_block(block, worker);
    } catch (...) {
      next = blocks;
      const std::lock_guard<std::mutex> lock(guard);
      if (!first) first = std::current_exception();
    }
  };
  std::vector<std::thread> threads;
  for (std::size_t worker = 0; worker < workers_; ++worker) threads.emplace_back(work, worker);
  for (std::thread& thread : threads) thread.join();
  if (first) std::rethrow_exception(first);
}

#else

/// More threads than the machine has are allowed when they are asked for: results must not depend on them.
class ParallelArena {
 public:
  explicit ParallelArena(std::size_t workers)
      : allow_(tbb::global_control::max_allowed_parallelism,
               std::max(workers, static_cast<std::size_t>(tbb::info::default_concurrency()))),
        arena_(static_cast<int>(workers)) {}

  void run(std::size_t blocks, const std::function<void(std::size_t, std::size_t)>& run_block);

 private:
  tbb::global_control allow_;
  tbb::task_arena arena_;
};

void ParallelArena::run(std::size_t blocks, const std::function<void(std::size_t, std::size_t)>& run_block) {
  arena_.execute([&] {
    tbb::parallel_for(
        tbb::blocked_range<std::size_t>(0, blocks, 1),
        [&](const tbb::blocked_range<std::size_t>& range) {
          const auto worker = static_cast<std::size_t>(std::max(0, tbb::this_task_arena::current_thread_index()));
          for (std::size_t block = range.begin(); block != range.end(); ++block) run_block(block, worker);
        },
        tbb::simple_partitioner());
  });
}

#endif

std::size_t num_blocks(std::size_t size, std::size_t block_size) { return (size + block_size - 1) / block_size; }

}  // namespace

std::size_t num_workers(const Run& run) {
  return run.threads > 0 ? run.threads : static_cast<std::size_t>(std::max(1, tbb::info::default_concurrency()));
}

struct Workers::Arena : ParallelArena {
  using ParallelArena::ParallelArena;
};

Workers::Workers(const Run& run) : run_(run), count_(num_workers(run)) {}

Workers::~Workers() = default;

void Workers::for_blocks(std::size_t size, std::size_t block_size,
                         const std::function<void(std::size_t, std::size_t, std::size_t)>& body) {
  const std::size_t blocks = num_blocks(size, block_size);
  const auto run_block = [&](std::size_t block, std::size_t worker) {
    check_stop(run_);
    body(block * block_size, std::min(size, (block + 1) * block_size), worker);
  };
  if (count_ == 1 || blocks <= 1) {
    for (std::size_t block = 0; block < blocks; ++block) run_block(block, 0);
    return;
  }
  if (arena_ == nullptr) arena_ = std::make_unique<Arena>(count_);
  arena_->run(blocks, run_block);
}

void for_blocks(const Run& run, std::size_t size, std::size_t block_size,
                const std::function<void(std::size_t, std::size_t, std::size_t)>& body) {
  Workers(run).for_blocks(size, block_size, body);
}

double sum_blocks(const Run& run, std::size_t size, std::size_t block_size,
                  const std::function<double(std::size_t, std::size_t)>& term) {
  std::vector<double> sums(num_blocks(size, block_size), 0.0);
  for_blocks(run, size, block_size,
             [&](std::size_t begin, std::size_t end, std::size_t) { sums[begin / block_size] = term(begin, end); });
  return std::accumulate(sums.begin(), sums.end(), 0.0);
}

}  // namespace entente
