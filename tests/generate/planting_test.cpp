#include "generated_corpus.hpp"

#include <algorithm>
#include <cmath>

#include <catch2/catch.hpp>

using namespace entente;
using namespace entente::test;
using generate::Background;
using generate::Preset;

namespace {

/// How many occasions all of these persons are at, by counting.
std::uint64_t counted_together(const GeneratedCorpus& corpus, const std::vector<std::uint64_t>& persons) {
  std::uint64_t count = 0;
  for (const auto& [name, document] : corpus.truth.documents) {
    count += std::ranges::all_of(persons, [&](std::uint64_t person) {
      return std::ranges::find(document.persons, person) != document.persons.end();
    });
  }
  return count;
}

}  // namespace

TEST_CASE("planted pairs and groups meet as often as the truth says", "[generate][oracle]") {
  const GeneratedCorpus corpus = generated_corpus({.preset = Preset::xs, .pairs = 0.2, .groups = 0.1});
  REQUIRE_FALSE(corpus.truth.pairs.empty());
  REQUIRE_FALSE(corpus.truth.groups.empty());
  std::uint64_t planted = 0;
  for (const auto* plantings : {&corpus.truth.pairs, &corpus.truth.groups}) {
    for (const Truth::Planting& planting : *plantings) {
      CHECK(planting.together == counted_together(corpus, planting.persons));
      CHECK(planting.together >= planting.planted);
      planted += planting.planted;
    }
  }
  CHECK(planted == 240);  // three tenths of the 800 events
  for (const Truth::Planting& pair : corpus.truth.pairs) CHECK(pair.persons.size() == 2);
  for (const Truth::Planting& group : corpus.truth.groups) CHECK(group.persons.size() >= 3);
}

TEST_CASE("nothing is planted where nothing is asked for", "[generate]") {
  const Truth truth = generated_corpus({.preset = Preset::xs, .pairs = 0, .groups = 0}).truth;
  CHECK(truth.pairs.empty());
  CHECK(truth.groups.empty());
}

TEST_CASE("pairs that are planted into chance meet at the excess asked for", "[generate][oracle]") {
  for (const std::uint64_t seed : {1U, 2U, 3U}) {
    const GeneratedCorpus corpus = generated_corpus(
        {.preset = Preset::s, .background = Background::bicm, .pairs = 0.2, .excess = 4, .seed = seed});
    CHECK(corpus.truth.communities.empty());
    CHECK(corpus.truth.groups.empty());
    REQUIRE(corpus.truth.pairs.size() > 50);
    double expected = 0.0;
    double together = 0.0;
    for (const Truth::Planting& pair : corpus.truth.pairs) {
      expected += pair.expected;
      together += static_cast<double>(pair.together);
    }
    REQUIRE(expected > 20.0);
    // Sums of nearly independent counts: the deviation is about the root of the mean.
    CHECK(std::abs(together - 4.0 * expected) < 4.0 * std::sqrt(4.0 * expected));
  }
}

TEST_CASE("without plantings pairs meet as often as their degrees let them by chance", "[generate][oracle]") {
  const GeneratedCorpus corpus =
      generated_corpus({.preset = Preset::s, .background = Background::bicm, .pairs = 0.5, .excess = 1});
  double expected = 0.0;
  double together = 0.0;
  for (const Truth::Planting& pair : corpus.truth.pairs) {
    CHECK(pair.planted == 0);
    expected += pair.expected;
    together += static_cast<double>(pair.together);
  }
  REQUIRE(expected > 20.0);
  CHECK(std::abs(together - expected) < 4.0 * std::sqrt(expected));
}
