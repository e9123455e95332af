#include "transposition.hpp"

#include <algorithm>
#include <tuple>
#include <vector>

#include <catch2/catch.hpp>

using namespace entente;

TEST_CASE("a transposition gives every tie to its greater person, by ascending smaller one", "[core][oracle]") {
  // More persons than a bucket has, and less memory than all ties need.
  const std::size_t most_staged = GENERATE(std::size_t{1} << 20U, std::size_t{1000});
  constexpr std::size_t persons = 9000;
  std::vector<std::uint64_t> offsets{0};
  std::vector<PersonId> others;
  std::vector<std::tuple<std::size_t, std::size_t, std::uint32_t>> expected;
  std::uint64_t state = 1;
  for (std::size_t person = 0; person < persons; ++person) {
    for (std::size_t other = person + 1; other < persons; other += 1 + (state >> 33U) % 2000) {
      state = state * 6364136223846793005U + 1442695040888963407U;
      expected.emplace_back(other, person, static_cast<std::uint32_t>(others.size()));
      others.emplace_back(other);
    }
    offsets.push_back(others.size());
  }
  std::ranges::sort(expected);

  const Run run{.threads = 3};
  Workers workers(run);
  std::vector<std::vector<std::tuple<std::size_t, std::size_t, std::uint32_t>>> rows(persons);
  Transposition<std::uint32_t>(offsets, others, persons, workers, most_staged)
      .run([](std::uint64_t tie) { return static_cast<std::uint32_t>(tie); },
           [&](PersonId other, std::uint32_t person, std::uint32_t tie) {
             rows[other.index()].emplace_back(other.index(), person, tie);
           });
  std::vector<std::tuple<std::size_t, std::size_t, std::uint32_t>> placed;
  for (const auto& row : rows) placed.insert(placed.end(), row.begin(), row.end());
  CHECK(placed == expected);
}
