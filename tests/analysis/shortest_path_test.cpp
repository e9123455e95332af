#include "reference/person_measures.hpp"
#include "toy_networks.hpp"

#include <entente/analysis/shortest_path.hpp>
#include <entente/core/error.hpp>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <tuple>

#include <catch2/catch.hpp>

using namespace entente;

namespace {

using Path = std::vector<std::size_t>;

Path found_path(const PersonNetwork& net, std::size_t from, std::size_t to, Length length = Length::unit) {
  Path path;
  for (const PersonId person : shortest_path(net, PersonId(from), PersonId(to), length)) path.push_back(person.index());
  return path;
}

/// The best of all simple paths by the documented order; weights are whole numbers.
Path best_of_all(const PersonNetwork& net, std::size_t from, std::size_t to, Length length) {
  const auto weight = reference::adjacency(net);
  Path best;
  auto best_rank = std::tuple(std::numeric_limits<double>::infinity(), 0.0);
  Path path{from};
  const std::function<void(double, double)> extend = [&](double steps, double strength_or_length) {
    if (path.back() == to) {
      const auto rank = length == Length::unit ? std::tuple(steps, -strength_or_length)
                                               : std::tuple(std::round(strength_or_length * 1e9), steps);
      // Paths come in lexical order, so that the first of equal ones stays.
      if (best.empty() || rank < best_rank) {
        best = path;
        best_rank = rank;
      }
      return;
    }
    for (std::size_t next = 0; next < net.num_persons(); ++next) {
      const double w = weight[path.back()][next];
      if (w == 0 || std::ranges::count(path, next) > 0) continue;
      path.push_back(next);
      extend(steps + 1, strength_or_length + (length == Length::unit ? w : 1 / w));
      path.pop_back();
    }
  };
  extend(0, 0);
  return best;
}

}  // namespace

TEST_CASE("the shortest path is the best of all paths", "[analysis][oracle]") {
  const auto seed = GENERATE(1U, 2U, 3U, 4U, 5U);
  const auto length = GENERATE(Length::unit, Length::reciprocal);
  const PersonNetwork net = toy::random_network({.persons = 9, .seed = seed, .mean_degree = 3.5, .max_weight = 3});
  for (std::size_t from = 0; from < 9; ++from) {
    for (std::size_t to = 0; to < 9; ++to) {
      CHECK(found_path(net, from, to, length) == best_of_all(net, from, to, length));
    }
  }
}

TEST_CASE("shortest paths of small networks", "[analysis]") {
  CHECK(found_path(toy::strangers(1), 0, 0) == Path{0});
  CHECK(found_path(toy::strangers(2), 0, 1).empty());
  CHECK(found_path(toy::path(5), 4, 1) == Path{4, 3, 2, 1});
  CHECK(found_path(toy::grid(2, 2), 0, 3) == Path{0, 1, 3});
  CHECK(found_path(toy::network(4, {{0, 1}, {1, 3}, {0, 2}, {2, 3, 2}}), 0, 3) == Path{0, 2, 3});
  const PersonNetwork detour = toy::network(3, {{0, 1, 10}, {1, 2, 10}, {0, 2, 1}});
  CHECK(found_path(detour, 0, 2) == Path{0, 2});
  CHECK(found_path(detour, 0, 2, Length::reciprocal) == Path{0, 1, 2});
  // Equally long: the one of fewer steps.
  CHECK(found_path(toy::network(3, {{0, 1, 2}, {1, 2, 2}, {0, 2, 1}}), 0, 2, Length::reciprocal) == Path{0, 2});
}

TEST_CASE("there is no shortest path from nobody", "[analysis]") {
  try {
    (void)shortest_path(toy::path(3), PersonId(0), PersonId(3));
    FAIL("no error");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::unknown_person);
  }
  CHECK_THROWS_AS(shortest_path(toy::path(3), PersonId::invalid(), PersonId(0)), Error);
}
