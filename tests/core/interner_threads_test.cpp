#include <entente/core/interner.hpp>

#include <algorithm>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>

using namespace entente;

TEST_CASE("ranks are those of the sorted texts, for any number of threads", "[core][oracle]") {
  Interner interner;
  std::mt19937 random(3);
  for (int i = 0; i < 50'000; ++i) {  // many of the first sixteen letters and more are the same
    (void)interner.number(std::string(random() % 24, 'a') +
                          std::to_string(1'000'000'000U + random() % 1'000'000'000U).substr(random() % 8));
  }
  std::vector<std::string_view> sorted;
  for (std::uint32_t number = 0; number < interner.size(); ++number) sorted.push_back(interner.text(number));
  std::ranges::sort(sorted);
  for (const unsigned threads : {1U, 2U, 3U, 8U}) {
    const std::vector<std::uint32_t> ranks = ranks_of(interner, {.threads = threads});
    bool right = ranks.size() == sorted.size();
    for (std::uint32_t number = 0; number < ranks.size(); ++number) {
      right = right && sorted[ranks[number]] == interner.text(number);
    }
    CHECK(right);
  }
}
