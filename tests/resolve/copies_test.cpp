#include "copies.hpp"

#include "random_records.hpp"

#include <set>
#include <string>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

using namespace entente;
using namespace entente::test;

namespace {

Shingles shingles_of(const std::string& text) {
  Shingles shingles;
  add_shingles(text, shingles);
  arrange(shingles);
  return shingles;
}

/// |A ∩ B| / |A ∪ B| of runs of three words, by sets of texts.
double resemblance_by_definition(const std::string& a, const std::string& b) {
  const auto runs = [](const std::string& text) {
    std::vector<std::string> words(1);
    for (const char c : text) {
      if (c == ' ') {
        words.emplace_back();
      } else {
        words.back() += c;
      }
    }
    std::set<std::string> all;
    for (std::size_t at = 0; at + 2 < words.size(); ++at) {
      all.insert(words[at] + " " + words[at + 1] + " " + words[at + 2]);
    }
    return all;
  };
  const std::set<std::string> left = runs(a);
  const std::set<std::string> right = runs(b);
  std::set<std::string> both = left;
  both.insert(right.begin(), right.end());
  return static_cast<double>(left.size() + right.size() - both.size()) / static_cast<double>(both.size());
}

/// Texts of 60 words; every second one is the one before with some words changed.
std::vector<std::string> texts(std::size_t count, std::uint64_t seed) {
  TestRandom random(seed);
  std::vector<std::string> all;
  std::vector<std::string> words;
  for (std::size_t text = 0; text < count; ++text) {
    if (text % 2 == 0) {
      words.clear();
      for (int word = 0; word < 60; ++word) words.push_back("w" + std::to_string(random.below(300)));
    } else {
      for (std::uint64_t change = random.below(5); change > 0; --change) words[random.below(60)] = "changed";
    }
    std::string joined;
    for (const std::string& word : words) joined += (joined.empty() ? "" : " ") + word;
    all.push_back(joined);
  }
  return all;
}

}  // namespace

TEST_CASE("case, punctuation and short texts do not matter to wording", "[resolve][occasions]") {
  CHECK(shingles_of("The ministers met, today.") == shingles_of("the MINISTERS — met today"));
  CHECK(shingles_of("a b c") != shingles_of("c b a"));
  CHECK(shingles_of("Two words").empty());
  CHECK(resemblance({}, {}) == 0);
}

TEST_CASE("resemblance equals its definition", "[resolve][occasions][oracle]") {
  const std::vector<std::string> all = texts(40, 3);
  for (std::size_t a = 0; a < all.size(); ++a) {
    for (std::size_t b = a; b < all.size(); ++b) {
      CHECK(resemblance(shingles_of(all[a]), shingles_of(all[b])) ==
            Approx(resemblance_by_definition(all[a], all[b])).margin(1e-12));
    }
  }
}

TEST_CASE("copies are those that comparing all with all finds", "[resolve][occasions][oracle]") {
  const std::vector<std::string> all = texts(120, 4);
  constexpr double from = 0.8;
  std::set<std::pair<std::uint32_t, std::uint32_t>> expected;
  for (std::uint32_t a = 0; a < all.size(); ++a) {
    for (std::uint32_t b = a + 1; b < all.size(); ++b) {
      if (resemblance_by_definition(all[a], all[b]) >= from) expected.emplace(a, b);
    }
  }
  REQUIRE(expected.size() > 20);
  const auto found = find_copies(static_cast<std::uint32_t>(all.size()),
                                 [&](std::uint32_t text) { return shingles_of(all[text]); }, from, {});
  std::size_t right = 0;
  for (const auto& pair : found) {
    CHECK(expected.contains(pair));
    right += expected.contains(pair) ? 1U : 0U;
  }
  CHECK(static_cast<double>(right) >= 0.97 * static_cast<double>(expected.size()));
}

TEST_CASE("thousands of copies of one text make a chain", "[resolve][occasions]") {
  const std::string text = texts(1, 5).front();
  const auto found = find_copies(2000, [&](std::uint32_t) { return shingles_of(text); }, 0.7, {});
  CHECK(found.size() < 2000 * 17);
  std::set<std::uint32_t> linked;
  for (const auto& [a, b] : found) linked.insert({a, b});
  CHECK(linked.size() == 2000);
}
