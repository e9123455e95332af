#include "reference/person_measures.hpp"
#include "toy_networks.hpp"

#include <entente/analysis/communities.hpp>
#include <entente/core/error.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include <catch2/catch.hpp>

using namespace entente;

namespace {

using Quality = double (*)(const PersonNetwork& net, std::span<const std::uint32_t> labels, double resolution,
                           bool weighted);

/// No person can raise the quality by going to another community or alone, and no two communities by joining.
bool is_locally_optimal(const PersonNetwork& net, const Communities& found, double resolution, Quality quality) {
  const double reached = quality(net, found.labels, resolution, true) + 1e-9;
  auto labels = found.labels;
  for (std::size_t person = 0; person < labels.size(); ++person) {
    const std::uint32_t own = labels[person];
    for (std::uint32_t other = 0; other <= found.num_communities; ++other) {
      labels[person] = other;
      if (quality(net, labels, resolution, true) > reached) return false;
    }
    labels[person] = own;
  }
  for (std::uint32_t a = 0; a < found.num_communities; ++a) {
    for (std::uint32_t b = a + 1; b < found.num_communities; ++b) {
      std::ranges::replace(labels, b, a);
      if (quality(net, labels, resolution, true) > reached) return false;
      labels = found.labels;
    }
  }
  return true;
}

/// Whether every group of one division lies within a group of the other.
bool is_finer(std::span<const std::uint32_t> labels, std::span<const std::uint32_t> coarser) {
  std::map<std::uint32_t, std::uint32_t> group_of;
  for (std::size_t person = 0; person < labels.size(); ++person) {
    if (group_of.try_emplace(labels[person], coarser[person]).first->second != coarser[person]) return false;
  }
  return true;
}

/// As many connected parts remain as there are groups when only the ties within groups do.
bool groups_are_connected(const PersonNetwork& net, std::span<const std::uint32_t> labels) {
  std::vector<toy::WeightedPair> pairs;
  for (const Tie& tie : net.ties()) {
    if (labels[tie.a.index()] == labels[tie.b.index()]) pairs.push_back({tie.a.index(), tie.b.index()});
  }
  const std::set<std::uint32_t> groups(labels.begin(), labels.end());
  return reference::num_components(toy::network(labels.size(), pairs), std::vector<bool>(labels.size(), true)) ==
         groups.size();
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
  const auto quality = GENERATE(CommunitiesQuality::fast, CommunitiesQuality::high);
  const PersonNetwork net = toy::random_network({.persons = persons, .seed = seed, .mean_degree = 3});
  const Communities found =
      communities(net, {.quality = quality, .resolution = resolution, .runs = 3}, with_seed(seed));
  REQUIRE(found.labels.size() == persons);
  CHECK(found.modularity == Approx(reference::modularity(net, found.labels, resolution)).margin(1e-12));
  CHECK(found.quality == found.modularity);
  CHECK(groups_are_connected(net, found.labels));
  CHECK(is_locally_optimal(net, found, resolution, reference::modularity));

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

TEST_CASE("quality by the constant Potts model equals its double sum", "[analysis][oracle]") {
  const auto persons = GENERATE(std::size_t{0}, std::size_t{1}, std::size_t{7}, std::size_t{40});
  const auto seed = GENERATE(1U, 2U, 3U);
  const auto weighted = GENERATE(true, false);
  const PersonNetwork net = toy::random_network({.persons = persons, .seed = seed});
  std::vector<std::uint32_t> labels;
  for (const std::size_t number : toy::random_order(persons, seed)) {
    labels.push_back(static_cast<std::uint32_t>(number / 5));
  }
  CHECK(cpm_quality(net, labels, 0.3, weighted) ==
        Approx(reference::cpm_quality(net, labels, 0.3, weighted)).margin(1e-12));
}

TEST_CASE("communities by the constant Potts model are connected and locally optimal", "[analysis][oracle]") {
  const auto persons = GENERATE(std::size_t{1}, std::size_t{9}, std::size_t{45});
  const auto seed = GENERATE(1U, 2U, 3U);
  const auto resolution = GENERATE(0.05, 0.5, 2.0);
  const auto quality = GENERATE(CommunitiesQuality::fast, CommunitiesQuality::high);
  const PersonNetwork net = toy::random_network({.persons = persons, .seed = seed, .mean_degree = 3});
  const CommunitiesOptions options{
      .objective = CommunitiesObjective::cpm, .quality = quality, .resolution = resolution, .runs = 3};
  const Communities found = communities(net, options, with_seed(seed));
  CHECK(found.quality == Approx(reference::cpm_quality(net, found.labels, resolution)).margin(1e-12));
  CHECK(found.modularity == Approx(reference::modularity(net, found.labels, 1)).margin(1e-12));
  CHECK(groups_are_connected(net, found.labels));
  CHECK(is_locally_optimal(net, found, resolution, reference::cpm_quality));
}

TEST_CASE("the constant Potts model finds circles however many there are", "[analysis]") {
  // Rings of cliques of 5: by modularity, neighbours merge in the longer one (Fortunato and Barthélemy 2007).
  const auto cliques = GENERATE(std::size_t{6}, std::size_t{100});
  std::vector<toy::WeightedPair> pairs;
  for (std::size_t first = 0; first < 5 * cliques; first += 5) {
    for (std::size_t a = first; a < first + 5; ++a) {
      for (std::size_t b = a + 1; b < first + 5; ++b) pairs.push_back({a, b});
    }
    pairs.push_back({first + 4, (first + 5) % (5 * cliques)});
  }
  const PersonNetwork net = toy::network(5 * cliques, pairs);
  const CommunitiesOptions options{.objective = CommunitiesObjective::cpm, .resolution = 0.5};
  CHECK(communities(net, options).num_communities == cliques);
  CHECK((communities(net).num_communities < cliques) == (cliques == 100));
}

TEST_CASE("communities of a network that is worked off in parallel", "[analysis]") {
  const auto quality = GENERATE(CommunitiesQuality::fast, CommunitiesQuality::high);
  const auto objective = GENERATE(CommunitiesObjective::modularity, CommunitiesObjective::cpm);
  const PersonNetwork net = toy::planted_circles({});
  REQUIRE(net.num_ties() > 131'072);
  const double resolution = objective == CommunitiesObjective::cpm ? 0.005 : 1;
  const Communities found =
      communities(net, {.objective = objective, .quality = quality, .resolution = resolution, .runs = 1});
  CHECK(found.num_communities == 30);
  CHECK(found.modularity == Approx(modularity(net, found.labels)).epsilon(1e-12));
  for (std::size_t person = 0; person < 9000; ++person) REQUIRE(found.labels[person] == person % 30);
}

TEST_CASE("each level of communities lies within the next, and all are connected", "[analysis]") {
  // Without circles to find: many moves, many levels.
  const PersonNetwork net = toy::planted_circles({.circles = 1, .ties_within = 18, .ties_across = 0});
  REQUIRE(net.num_ties() > 131'072);
  const auto quality = GENERATE(CommunitiesQuality::fast, CommunitiesQuality::high);
  const Communities found = communities(net, {.quality = quality, .runs = 1});
  REQUIRE(!found.levels.empty());
  CHECK(groups_are_connected(net, found.labels));
  CHECK(is_finer(found.levels.back(), found.labels));
  for (std::size_t level = 0; level < found.levels.size(); ++level) {
    CHECK(groups_are_connected(net, found.levels[level]));
    if (level > 0) CHECK(is_finer(found.levels[level - 1], found.levels[level]));
  }
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
  std::set<std::vector<std::uint32_t>> divisions;
  std::set<double> gains;
  for (std::uint64_t seed = 0; seed < 5; ++seed) {
    const Communities one = communities(net, {.runs = 1}, with_seed(seed));
    CHECK(communities(net, {.runs = 1}, with_seed(seed)).labels == one.labels);
    divisions.insert(one.labels);
    gains.insert(communities(net, {.runs = 8}, with_seed(seed)).modularity - one.modularity);
  }
  CHECK(divisions.size() > 1);
  CHECK(*gains.begin() >= 0);
  CHECK(*gains.rbegin() > 0);
}

TEST_CASE("refinement that leaves everybody alone by chance does not keep communities from forming", "[analysis]") {
  // With choices as good as even, two persons stay apart in a quarter of all refinements.
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    const CommunitiesOptions options{.runs = 1, .max_passes = 2, .randomness = 1000};
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
