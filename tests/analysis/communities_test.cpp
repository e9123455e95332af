#include "reference/person_measures.hpp"
#include "toy_networks.hpp"

#include <entente/analysis/communities.hpp>
#include <entente/core/error.hpp>

#include <algorithm>
#include <cmath>

#include <catch2/catch.hpp>

using namespace entente;

namespace {

bool all_connected(const PersonNetwork& net, const Communities& found) {
  for (std::uint32_t label = 0; label < found.num_communities; ++label) {
    std::vector<bool> present;
    for (const std::uint32_t own : found.labels) present.push_back(own == label);
    if (reference::num_components(net, present) != 1) return false;
  }
  return true;
}

/// No person can raise modularity by going to another community or alone, and no two communities by joining.
bool is_locally_optimal(const PersonNetwork& net, const Communities& found, double resolution) {
  const double reached = reference::modularity(net, found.labels, resolution) + 1e-9;
  auto labels = found.labels;
  for (std::size_t person = 0; person < labels.size(); ++person) {
    const std::uint32_t own = labels[person];
    for (std::uint32_t other = 0; other <= found.num_communities; ++other) {
      labels[person] = other;
      if (reference::modularity(net, labels, resolution) > reached) return false;
    }
    labels[person] = own;
  }
  for (std::uint32_t a = 0; a < found.num_communities; ++a) {
    for (std::uint32_t b = a + 1; b < found.num_communities; ++b) {
      std::ranges::replace(labels, b, a);
      if (reference::modularity(net, labels, resolution) > reached) return false;
      labels = found.labels;
    }
  }
  return true;
}

Run with_seed(std::uint64_t seed) {
  Run run;
  run.seed = seed;
  return run;
}

}  // namespace

TEST_CASE("modularity equals its double sum", "[analysis][oracle]") {
  const auto persons = GENERATE(std::size_t{0}, std::size_t{1}, std::size_t{7}, std::size_t{40});
  const auto seed = GENERATE(1U, 2U, 3U);
  const auto resolution = GENERATE(0.5, 1.0, 2.0);
  const auto weighted = GENERATE(true, false);
  const PersonNetwork net = toy::random_network({.persons = persons, .seed = seed});
  std::vector<std::uint32_t> labels;
  for (const std::size_t number : toy::random_order(persons, seed)) {
    labels.push_back(static_cast<std::uint32_t>(number / 5));
  }
  CHECK(modularity(net, labels, resolution, weighted) ==
        Approx(reference::modularity(net, labels, resolution, weighted)).margin(1e-13));
}

TEST_CASE("modularity of divisions that can be computed by hand", "[analysis]") {
  CHECK(modularity(toy::strangers(0), {}) == 0);
  CHECK(modularity(toy::strangers(2), std::vector<std::uint32_t>{0, 1}) == 0);
  CHECK(modularity(toy::complete(4), std::vector<std::uint32_t>(4, 0)) == Approx(0).margin(1e-15));
  // Two triangles and a bridge: 2·(3/7 − (7/14)²).
  CHECK(modularity(toy::two_cliques(3), std::vector<std::uint32_t>{0, 0, 0, 5, 5, 5}) == Approx(6.0 / 7 - 0.5));
  // The two factions of the karate club after its fission (Zachary 1977): Q = 0.3582 (Newman and Girvan 2004 give
  // 0.358).
  std::vector<std::uint32_t> factions(34, 1);
  for (const unsigned person : {0U, 1U, 2U, 3U, 4U, 5U, 6U, 7U, 8U, 10U, 11U, 12U, 13U, 16U, 17U, 19U, 21U})
    factions[person] = 0;
  CHECK(modularity(toy::karate_club(), factions) == Approx(0.358).margin(0.001));
}

TEST_CASE("modularity refuses labels that do not fit", "[analysis]") {
  CHECK_THROWS_AS(modularity(toy::path(3), std::vector<std::uint32_t>{0, 0}), Error);
  CHECK_THROWS_AS(modularity(toy::path(3), std::vector<std::uint32_t>{0, 0, 3}), Error);
}

TEST_CASE("communities are connected, locally optimal and numbered by size", "[analysis][oracle]") {
  const auto persons = GENERATE(std::size_t{1}, std::size_t{2}, std::size_t{9}, std::size_t{45});
  const auto seed = GENERATE(1U, 2U, 3U);
  const auto resolution = GENERATE(0.3, 1.0, 3.0);
  const PersonNetwork net = toy::random_network({.persons = persons, .seed = seed, .mean_degree = 3});
  const Communities found = communities(net, {.resolution = resolution, .runs = 3}, with_seed(seed));
  REQUIRE(found.labels.size() == persons);
  CHECK(found.modularity == Approx(reference::modularity(net, found.labels, resolution)).margin(1e-12));
  CHECK(all_connected(net, found));
  CHECK(is_locally_optimal(net, found, resolution));

  std::vector<std::size_t> sizes(found.num_communities, 0);
  std::vector<std::size_t> smallest(found.num_communities, persons);
  for (std::size_t person = persons; person-- > 0;) {
    REQUIRE(found.labels[person] < found.num_communities);
    ++sizes[found.labels[person]];
    smallest[found.labels[person]] = person;
  }
  for (std::size_t label = 1; label < sizes.size(); ++label) {
    CHECK(std::pair(sizes[label], smallest[label - 1]) <= std::pair(sizes[label - 1], smallest[label]));
    if (sizes[label] == sizes[label - 1]) CHECK(smallest[label - 1] < smallest[label]);
  }
}

TEST_CASE("communities of small networks", "[analysis]") {
  using Labels = std::vector<std::uint32_t>;
  CHECK(communities(toy::strangers(0)).num_communities == 0);
  CHECK(communities(toy::strangers(1)).labels == Labels{0});
  CHECK(communities(toy::strangers(3)).labels == Labels{0, 1, 2});
  CHECK(communities(toy::strangers(3)).modularity == 0);
  CHECK(communities(toy::complete(6)).labels == Labels(6, 0));
  CHECK(communities(toy::two_cliques(4)).labels == Labels{0, 0, 0, 0, 1, 1, 1, 1});
  CHECK(communities(toy::network(5, {{3, 4}, {1, 2}})).labels == Labels{2, 0, 0, 1, 1});
}

TEST_CASE("the best known division of the karate club is found", "[analysis]") {
  // 0.4198 with 4 communities: Brandes et al. 2008, doi:10.1109/TKDE.2007.190689.
  const auto seed = GENERATE(1U, 2U, 3U, 4U, 5U);
  const Communities found = communities(toy::karate_club(), {}, with_seed(seed));
  CHECK(found.modularity == Approx(0.4197896).margin(1e-7));
  CHECK(found.num_communities == 4);
}

TEST_CASE("planted circles are found", "[analysis]") {
  // A ring of 20 cliques of 8 persons.
  std::vector<toy::WeightedPair> pairs;
  for (std::size_t clique = 0; clique < 20; ++clique) {
    for (std::size_t a = 0; a < 8; ++a) {
      for (std::size_t b = a + 1; b < 8; ++b) pairs.push_back({8 * clique + a, 8 * clique + b});
    }
    pairs.push_back({8 * clique + 7, (8 * clique + 8) % 160});
  }
  const Communities found = communities(toy::network(160, pairs));
  CHECK(found.num_communities == 20);
  for (std::size_t person = 0; person < 160; ++person) CHECK(found.labels[person] == person / 8);
}

TEST_CASE("a higher resolution makes more communities", "[analysis][property]") {
  const PersonNetwork net = toy::random_network({.persons = 300, .seed = 5, .mean_degree = 6});
  std::size_t before = 0;
  for (const double resolution : {0.1, 1.0, 5.0, 1000.0}) {
    const std::size_t count = communities(net, {.resolution = resolution}).num_communities;
    CHECK(count > before);
    before = count;
  }
  CHECK(before == 300);
}

TEST_CASE("doubling all weights leaves communities", "[analysis][property]") {
  const auto seed = GENERATE(1U, 2U, 3U);
  const PersonNetwork net = toy::random_network({.persons = 200, .seed = seed});
  const Communities found = communities(net, {.runs = 2});
  const Communities doubled = communities(toy::scaled(net, 2), {.runs = 2});
  CHECK(doubled.labels == found.labels);
  CHECK(doubled.modularity == found.modularity);
}

TEST_CASE("weights matter to communities only where asked for", "[analysis]") {
  // Two triangles with a bridge that outweighs them.
  const PersonNetwork net = toy::network(6, {{0, 1}, {0, 2}, {1, 2}, {3, 4}, {3, 5}, {4, 5}, {2, 3, 50}});
  CHECK(communities(net).labels[2] == communities(net).labels[3]);
  CHECK(communities(net, {.weighted = false}).labels == std::vector<std::uint32_t>{0, 0, 0, 1, 1, 1});
}

TEST_CASE("communities depend on the seed through their choices, and many runs find better ones",
          "[analysis][property]") {
  const PersonNetwork net = toy::random_network({.persons = 400, .seed = 2});
  const Communities one = communities(net, {.runs = 1}, with_seed(11));
  const Communities again = communities(net, {.runs = 1}, with_seed(11));
  CHECK(one.labels == again.labels);
  CHECK(communities(net, {.runs = 1}, with_seed(12)).labels != one.labels);
  CHECK(communities(net, {.runs = 8}, with_seed(11)).modularity > one.modularity);
}

TEST_CASE("refinement that leaves everybody alone by chance does not keep communities from forming", "[analysis]") {
  // With choices as good as even, two persons stay apart in a quarter of all refinements.
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    const CommunitiesOptions options{.runs = 1, .max_passes = 1, .randomness = 1000};
    CHECK(communities(toy::path(2), options, with_seed(seed)).num_communities == 1);
    CHECK(communities(toy::two_cliques(4), options, with_seed(seed)).num_communities == 2);
  }
}

TEST_CASE("communities refuse options out of range", "[analysis]") {
  const PersonNetwork net = toy::path(3);
  const std::vector<CommunitiesOptions> bad{
      {.resolution = 0}, {.resolution = std::nan("")}, {.runs = 0}, {.runs = 20'000}, {.max_passes = 0},
      {.randomness = 0}, {.randomness = HUGE_VAL}};
  for (const CommunitiesOptions& options : bad) {
    try {
      (void)communities(net, options);
      FAIL("no error");
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::bad_option);
    }
  }
}
