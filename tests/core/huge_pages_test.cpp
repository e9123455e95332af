#include <entente/core/huge_pages.hpp>

#include <cstdint>
#include <numeric>

#include <catch2/catch.hpp>

using namespace entente;

TEST_CASE("vectors on huge pages hold what others hold, small and large", "[core]") {
  const auto size = GENERATE(std::size_t{0}, std::size_t{10}, std::size_t{500'000}, std::size_t{3'000'000});
  HugeVector<std::uint64_t> numbers(size, 7);
  CHECK(std::accumulate(numbers.begin(), numbers.end(), std::uint64_t{0}) == 7 * size);
  numbers.resize(size + 100'000, 1);
  numbers.push_back(2);
  CHECK(std::accumulate(numbers.begin(), numbers.end(), std::uint64_t{0}) == 7 * size + 100'002);
  const HugeVector<std::uint64_t> copy = numbers;
  CHECK(copy == numbers);
  numbers.clear();
  numbers.shrink_to_fit();
  CHECK(numbers.capacity() == 0);
}

TEST_CASE("a vector on huge pages refuses sizes that do not fit an address", "[core]") {
  HugeVector<std::uint64_t> numbers;
  CHECK_THROWS(numbers.resize(~std::size_t{0} / 8));
  CHECK_THROWS_AS(HugePageAllocator<std::uint64_t>().allocate(~std::size_t{0} / 8), std::bad_array_new_length);
}
