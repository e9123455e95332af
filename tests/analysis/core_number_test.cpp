#include "reference/person_measures.hpp"
#include "toy_networks.hpp"

#include <entente/analysis/core_number.hpp>

#include <algorithm>

#include <catch2/catch.hpp>

using namespace entente;

TEST_CASE("core numbers equal repeated deletion", "[analysis][oracle]") {
  const auto persons = GENERATE(std::size_t{0}, std::size_t{1}, std::size_t{2}, std::size_t{7}, std::size_t{80});
  const auto mean_degree = GENERATE(1.0, 4.0, 15.0);
  const auto seed = GENERATE(1U, 2U, 3U);
  const PersonNetwork net = toy::random_network({.persons = persons, .seed = seed, .mean_degree = mean_degree});
  CHECK(core_number(net) == reference::core_number(net));
}

TEST_CASE("core numbers of networks that can be solved by hand", "[analysis]") {
  using Cores = std::vector<std::uint32_t>;
  CHECK(core_number(toy::strangers(0)).empty());
  CHECK(core_number(toy::strangers(3)) == Cores{0, 0, 0});
  CHECK(core_number(toy::star(6)) == Cores(6, 1));
  CHECK(core_number(toy::grid(5, 6)) == Cores(30, 2));
  CHECK(core_number(toy::complete(7)) == Cores(7, 6));
  CHECK(core_number(toy::two_cliques(5)) == Cores(10, 4));
  CHECK(std::ranges::max(core_number(toy::karate_club())) == 4);
}
