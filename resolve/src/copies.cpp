#include "copies.hpp"

#include <entente/core/parallel.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <limits>
#include <tuple>

namespace entente {

namespace {

constexpr std::size_t num_bands = 8;
constexpr std::size_t rows_a_band = 4;
constexpr std::size_t most_neighbours = 16;
constexpr std::size_t texts_a_block = 256;
constexpr std::size_t fewest_shingles = 6;  // two headlines of eight words may agree by chance

using Sketch = std::array<std::uint64_t, num_bands>;
using TextPair = std::pair<std::uint32_t, std::uint32_t>;

// Steele, Lea and Flood 2014: as good as a random permutation here.
std::uint64_t spread(std::uint64_t x) {
  x = (x ^ (x >> 30U)) * 0xBF58476D1CE4E5B9U;
  x = (x ^ (x >> 27U)) * 0x94D049BB133111EBU;
  return x ^ (x >> 31U);
}

Sketch sketch_of(const Shingles& shingles) {
  Sketch sketch{};
  std::uint64_t hash = 0;
  for (std::uint64_t& band : sketch) {
    for (std::size_t row = 0; row < rows_a_band; ++row) {
      hash += 0x9E3779B97F4A7C15U;
      std::uint64_t least = std::numeric_limits<std::uint64_t>::max();
      for (const std::uint64_t shingle : shingles) least = std::min(least, spread(shingle ^ spread(hash)));
      band = spread(band ^ least);
    }
  }
  return sketch;
}

}  // namespace

std::vector<TextPair> find_copies(std::uint32_t num_texts, const std::function<Shingles(std::uint32_t)>& shingles_of,
                                  double from, const Run& run) {
  std::vector<Sketch> sketches(num_texts);
  std::vector<unsigned char> long_enough(num_texts, 0);
  for_blocks(run, num_texts, texts_a_block, [&](std::size_t begin, std::size_t end, std::size_t) {
    for (std::size_t text = begin; text < end; ++text) {
      const Shingles shingles = shingles_of(static_cast<std::uint32_t>(text));
      if (shingles.size() < fewest_shingles) continue;
      long_enough[text] = 1;
      sketches[text] = sketch_of(shingles);
    }
  });
  std::vector<TextPair> candidates;
  std::vector<std::pair<std::uint64_t, std::uint32_t>> bucketed;
  for (std::size_t band = 0; band < num_bands; ++band) {
    check_stop(run);
    bucketed.clear();
    for (std::uint32_t text = 0; text < num_texts; ++text) {
      if (long_enough[text] != 0) bucketed.emplace_back(sketches[text][band], text);
    }
    std::ranges::sort(bucketed);
    for (std::size_t i = 0; i < bucketed.size(); ++i) {
      const std::size_t end = std::min(bucketed.size(), i + 1 + most_neighbours);
      for (std::size_t j = i + 1; j < end && bucketed[j].first == bucketed[i].first; ++j) {
        candidates.emplace_back(bucketed[i].second, bucketed[j].second);
      }
    }
  }
  std::ranges::sort(candidates);
  const auto repeated = std::ranges::unique(candidates);
  candidates.erase(repeated.begin(), repeated.end());

  std::vector<unsigned char> alike(candidates.size(), 0);
  for_blocks(run, candidates.size(), texts_a_block, [&](std::size_t begin, std::size_t end, std::size_t) {
    Shingles first;
    for (std::size_t at = begin; at < end; ++at) {
      // Sorted by the first: its shingles are made once.
      if (at == begin || candidates[at].first != candidates[at - 1].first) first = shingles_of(candidates[at].first);
      alike[at] = resemblance(first, shingles_of(candidates[at].second)) >= from ? 1 : 0;
    }
  });
  std::vector<TextPair> copies;
  for (std::size_t at = 0; at < candidates.size(); ++at) {
    if (alike[at] != 0) copies.push_back(candidates[at]);
  }
  return copies;
}

}  // namespace entente
