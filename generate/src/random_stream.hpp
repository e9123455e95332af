#pragma once

#include <cstdint>

namespace entente::generate {

/// What random choices are for: each has streams of its own, so that one more choice here changes nothing there.
enum class Stage : std::uint64_t {
  population,
  activity,
  terms,
  names,
  person,
  plantings,
  occasion,
  telling,
  spelling,
  article,
  joining,
};

/// A bijection of 64-bit numbers whose results look unrelated (Steele, Lea, Flood 2014, doi:10.1145/2660193.2660195).
[[nodiscard]] constexpr std::uint64_t scrambled(std::uint64_t value) {
  value = (value ^ (value >> 30U)) * 0xBF58476D1CE4E5B9U;
  value = (value ^ (value >> 27U)) * 0x94D049BB133111EBU;
  return value ^ (value >> 31U);
}

/// The high 64 bits of a product.
[[nodiscard]] constexpr std::uint64_t high_product(std::uint64_t a, std::uint64_t b) {
  __extension__ using Wide = unsigned __int128;
  return static_cast<std::uint64_t>((static_cast<Wide>(a) * b) >> 64U);
}

/// A share from 0 to 1 as a whole number of 2⁻⁵³, so that a choice by it is a comparison of integers.
class Share {
 public:
  constexpr Share() = default;
  constexpr explicit Share(double share) : parts_(static_cast<std::uint64_t>(share * 9007199254740992.0)) {}
  [[nodiscard]] constexpr std::uint64_t parts() const { return parts_; }

 private:
  std::uint64_t parts_ = 0;
};

/// Random numbers that follow from a seed, a stage and the number of the item that they are for: whoever needs them may
/// ask for them again, in any order and on any thread. SplitMix64.
class RandomStream {
 public:
  constexpr RandomStream(std::uint64_t seed, Stage stage, std::uint64_t item, std::uint64_t part = 0)
      : state_(scrambled(scrambled(seed + step * (static_cast<std::uint64_t>(stage) + 1)) ^
                         scrambled(item * 0xD1342543DE82EF95U + part * 0xA24BAED4963EE407U + step))) {}

  constexpr std::uint64_t next() {
    state_ += step;
    return scrambled(state_);
  }
  /// A whole number from 0 to `bound` − 1; `bound` > 0. Off from uniform by less than bound · 2⁻⁶⁴.
  constexpr std::uint64_t below(std::uint64_t bound) { return high_product(next(), bound); }
  constexpr std::uint32_t below32(std::uint64_t bound) { return static_cast<std::uint32_t>(below(bound)); }
  constexpr bool chance(Share share) { return (next() >> 11U) < share.parts(); }
  /// True in so many of a hundred cases.
  constexpr bool percent(std::uint64_t share) { return below(100) < share; }
  /// One of the multiples of 2⁻⁵³ above 0, up to 1.
  constexpr double unit() { return static_cast<double>((next() >> 11U) + 1) * 0x1p-53; }

 private:
  static constexpr std::uint64_t step = 0x9E3779B97F4A7C15U;
  std::uint64_t state_;
};

}  // namespace entente::generate
