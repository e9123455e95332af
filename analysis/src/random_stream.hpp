#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>

namespace entente {

/// Numbers that depend on (seed, stage, item) only: xoshiro256** (Blackman and Vigna 2021, doi:10.1145/3460772),
/// started by SplitMix64. The mappings to ranges are our own, for those of the standard library differ between its
/// makers.
class RandomStream {
 public:
  RandomStream(std::uint64_t seed, std::uint64_t stage, std::uint64_t item) {
    std::uint64_t state = mixed(mixed(mixed(seed) ^ stage) ^ item);
    for (std::uint64_t& word : words_) word = mixed(state += 0x9E3779B97F4A7C15U);
  }

  std::uint64_t next() {
    const std::uint64_t result = std::rotl(words_[1] * 5, 7) * 9;
    const std::uint64_t shifted = words_[1] << 17U;
    words_[2] ^= words_[0];
    words_[3] ^= words_[1];
    words_[1] ^= words_[2];
    words_[0] ^= words_[3];
    words_[2] ^= shifted;
    words_[3] = std::rotl(words_[3], 45);
    return result;
  }

  /// Uniform on [0, 1), in steps of 2⁻⁵³.
  double unit() { return static_cast<double>(next() >> 11U) * 0x1.0p-53; }

  /// Uniform on [0, bound), bound > 0, without bias: what lies beyond the last whole multiple of `bound` is drawn
  /// again.
  std::uint64_t below(std::uint64_t bound) {
    const std::uint64_t remainder = (0 - bound) % bound;
    for (;;) {
      const std::uint64_t number = next();
      if (number >= remainder) return number % bound;
    }
  }

  /// Every order alike (Fisher and Yates).
  template <typename Value>
  void shuffle(std::span<Value> values) {
    for (std::size_t i = values.size(); i > 1; --i) std::swap(values[i - 1], values[below(i)]);
  }

 private:
  static std::uint64_t mixed(std::uint64_t value) {
    value += 0x9E3779B97F4A7C15U;
    value = (value ^ (value >> 30U)) * 0xBF58476D1CE4E5B9U;
    value = (value ^ (value >> 27U)) * 0x94D049BB133111EBU;
    return value ^ (value >> 31U);
  }

  std::uint64_t words_[4]{};
};

}  // namespace entente
