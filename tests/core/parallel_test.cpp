#include <entente/core/error.hpp>
#include <entente/core/parallel.hpp>

#include <atomic>
#include <stdexcept>
#include <vector>

#include <catch2/catch.hpp>

using namespace entente;

TEST_CASE("blocks cover the range once, whatever the number of threads", "[core][threads]") {
  const unsigned threads = GENERATE(1U, 2U, 3U, 8U);
  std::vector<int> visits(1003, 0);
  std::atomic<bool> worker_in_range{true};
  const Run run{.threads = threads};
  for_blocks(run, visits.size(), 10, [&](std::size_t begin, std::size_t end, std::size_t worker) {
    if (worker >= num_workers(run) || begin % 10 != 0) worker_in_range = false;
    for (std::size_t i = begin; i < end; ++i) ++visits[i];
  });
  CHECK(worker_in_range);
  CHECK(visits == std::vector<int>(1003, 1));
}

TEST_CASE("sums have the same bits for any number of threads", "[core][threads]") {
  const auto sum = [](unsigned threads) {
    return sum_blocks({.threads = threads}, 100'000, 64, [](std::size_t begin, std::size_t end) {
      double term = 0;
      for (std::size_t i = begin; i < end; ++i) term += 1.0 / static_cast<double>(i + 1);
      return term;
    });
  };
  const double once = sum(1);
  CHECK(once == Approx(12.0901461298634).epsilon(1e-13));
  for (const unsigned threads : {2U, 3U, 8U}) CHECK(sum(threads) == once);
}

TEST_CASE("exceptions and the wish to stop come through", "[core][threads]") {
  CHECK_THROWS_AS(for_blocks({.threads = 3}, 100, 1,
                             [](std::size_t begin, std::size_t, std::size_t) {
                               if (begin == 57) throw std::runtime_error("57");
                             }),
                  std::runtime_error);
  const std::atomic<bool> stop{true};
  Run run{.threads = 2};
  run.stop = &stop;
  CHECK_THROWS_AS(for_blocks(run, 100, 1, [](std::size_t, std::size_t, std::size_t) {}), Error);
}

TEST_CASE("workers that stay together cover every range once", "[core][threads]") {
  const unsigned threads = GENERATE(1U, 2U, 3U, 8U);
  const Run run{.threads = threads};
  Workers workers(run);
  CHECK(workers.count() == threads);
  std::vector<int> visits(1003, 0);
  for (std::size_t loop = 1; loop <= 50; ++loop) {
    workers.for_blocks(visits.size(), loop, [&](std::size_t begin, std::size_t end, std::size_t) {
      for (std::size_t i = begin; i < end; ++i) ++visits[i];
    });
  }
  CHECK(visits == std::vector<int>(1003, 50));
  const auto fail = [](std::size_t, std::size_t, std::size_t) { throw std::runtime_error("block"); };
  CHECK_THROWS_AS(workers.for_blocks(100, 1, fail), std::runtime_error);
  workers.for_blocks(1003, 100, [&](std::size_t begin, std::size_t, std::size_t) { visits[begin] = 0; });
  CHECK(visits[0] == 0);
}
