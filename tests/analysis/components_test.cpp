#include "boost_network.hpp"
#include "reference/person_measures.hpp"
#include "toy_networks.hpp"

#include <entente/analysis/components.hpp>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include <boost/graph/biconnected_components.hpp>
#include <boost/graph/connected_components.hpp>
#include <catch2/catch.hpp>

using namespace entente;

TEST_CASE("components equal Boost's up to their numbers", "[analysis][oracle]") {
  const auto persons = GENERATE(std::size_t{0}, std::size_t{1}, std::size_t{2}, std::size_t{9}, std::size_t{200});
  const auto mean_degree = GENERATE(0.5, 1.2, 3.0);
  const auto seed = GENERATE(1U, 2U, 3U);
  const PersonNetwork net = toy::random_network({.persons = persons, .seed = seed, .mean_degree = mean_degree});
  const Components parts = components(net);
  std::vector<std::size_t> expected(persons);
  const auto count = boost::connected_components(boost_network(net), expected.data());
  REQUIRE(parts.num_components() == static_cast<std::size_t>(count));
  std::map<std::size_t, std::uint32_t> number;
  for (std::size_t person = 0; person < persons; ++person) {
    const auto [entry, is_new] = number.emplace(expected[person], parts.labels[person]);
    CHECK(entry->second == parts.labels[person]);
  }
  CHECK(std::set<std::uint32_t>(parts.labels.begin(), parts.labels.end()).size() == parts.num_components());
}

TEST_CASE("components are numbered by size and then by smallest person", "[analysis][property]") {
  const auto seed = GENERATE(1U, 2U, 3U);
  const Components parts = components(toy::random_network({.persons = 200, .seed = seed, .mean_degree = 1.2}));
  CHECK(std::ranges::is_sorted(parts.sizes, std::ranges::greater()));
  std::vector<std::uint32_t> sizes(parts.sizes.size(), 0);
  std::vector<std::size_t> smallest(parts.sizes.size(), 200);
  for (std::size_t person = 200; person-- > 0;) {
    ++sizes[parts.labels[person]];
    smallest[parts.labels[person]] = person;
  }
  CHECK(sizes == parts.sizes);
  for (std::size_t label = 1; label < sizes.size(); ++label) {
    if (sizes[label] == sizes[label - 1]) CHECK(smallest[label - 1] < smallest[label]);
  }
}

TEST_CASE("components of small networks", "[analysis]") {
  CHECK(components(toy::strangers(0)).num_components() == 0);
  CHECK(components(toy::strangers(1)).sizes == std::vector<std::uint32_t>{1});
  const Components parts = components(toy::network(6, {{5, 3}, {3, 1}, {0, 4}}));
  CHECK(parts.labels == std::vector<std::uint32_t>{1, 0, 2, 0, 1, 0});
  CHECK(parts.sizes == std::vector<std::uint32_t>{3, 2, 1});
}

TEST_CASE("articulation persons equal deletion, and Boost's", "[analysis][oracle]") {
  const auto persons = GENERATE(std::size_t{0}, std::size_t{1}, std::size_t{2}, std::size_t{9}, std::size_t{60});
  const auto mean_degree = GENERATE(1.2, 2.0, 3.0);
  const auto seed = GENERATE(1U, 2U, 3U, 4U);
  const PersonNetwork net = toy::random_network({.persons = persons, .seed = seed, .mean_degree = mean_degree});
  const auto found = articulation_persons(net);
  CHECK(found == reference::articulation_persons(net));
  std::vector<std::size_t> expected;
  boost::articulation_points(boost_network(net), std::back_inserter(expected));
  std::ranges::sort(expected);
  std::vector<std::size_t> indices;
  for (const PersonId person : found) indices.push_back(person.index());
  CHECK(indices == expected);
}

TEST_CASE("articulation persons of small networks", "[analysis]") {
  CHECK(articulation_persons(toy::strangers(5)).empty());
  CHECK(articulation_persons(toy::complete(5)).empty());
  CHECK(articulation_persons(toy::star(5)) == std::vector{PersonId(0)});
  CHECK(articulation_persons(toy::two_cliques(3)) == std::vector{PersonId(2), PersonId(3)});
  CHECK(articulation_persons(toy::karate_club()) == std::vector{PersonId(0)});
}

TEST_CASE("a chain of a million persons overflows no stack", "[analysis]") {
  CHECK(articulation_persons(toy::path(1'000'000)).size() == 999'998);
  CHECK(components(toy::path(1'000'000)).num_components() == 1);
}
