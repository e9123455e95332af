#include <entente/core/parallel.hpp>

#include <algorithm>
#include <numeric>

#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/info.h>
#include <oneapi/tbb/parallel_for.h>
#include <oneapi/tbb/task_arena.h>

namespace entente {

namespace {

namespace tbb = oneapi::tbb;

std::size_t num_blocks(std::size_t size, std::size_t block_size) { return (size + block_size - 1) / block_size; }

}  // namespace

std::size_t num_workers(const Run& run) {
  return run.threads > 0 ? run.threads : static_cast<std::size_t>(std::max(1, tbb::info::default_concurrency()));
}

void for_blocks(const Run& run, std::size_t size, std::size_t block_size,
                const std::function<void(std::size_t, std::size_t, std::size_t)>& body) {
  const std::size_t blocks = num_blocks(size, block_size);
  const auto run_block = [&](std::size_t block, std::size_t worker) {
    check_stop(run);
    body(block * block_size, std::min(size, (block + 1) * block_size), worker);
  };
  const std::size_t workers = num_workers(run);
  if (workers == 1 || blocks <= 1) {
    for (std::size_t block = 0; block < blocks; ++block) run_block(block, 0);
    return;
  }
  // More threads than the machine has are allowed when they are asked for: results must not depend on them.
  const tbb::global_control allow(tbb::global_control::max_allowed_parallelism,
                                  std::max(workers, static_cast<std::size_t>(tbb::info::default_concurrency())));
  tbb::task_arena arena(static_cast<int>(workers));
  arena.execute([&] {
    tbb::parallel_for(
        tbb::blocked_range<std::size_t>(0, blocks, 1),
        [&](const tbb::blocked_range<std::size_t>& range) {
          const auto worker = static_cast<std::size_t>(std::max(0, tbb::this_task_arena::current_thread_index()));
          for (std::size_t block = range.begin(); block != range.end(); ++block) run_block(block, worker);
        },
        tbb::simple_partitioner());
  });
}

double sum_blocks(const Run& run, std::size_t size, std::size_t block_size,
                  const std::function<double(std::size_t, std::size_t)>& term) {
  std::vector<double> sums(num_blocks(size, block_size), 0.0);
  for_blocks(run, size, block_size,
             [&](std::size_t begin, std::size_t end, std::size_t) { sums[begin / block_size] = term(begin, end); });
  return std::accumulate(sums.begin(), sums.end(), 0.0);
}

}  // namespace entente
