#pragma once

#include "random_stream.hpp"

#include <bit>
#include <cstdint>

namespace entente::generate {

/// A random order of 0 … size − 1 that needs no memory: a Feistel network of six rounds over the next even number of
/// bits, walked until the result lies below `size`.
class Permutation {
 public:
  Permutation() = default;
  Permutation(std::uint64_t size, std::uint64_t key) : size_(size), key_(key) {
    const auto bits = static_cast<unsigned>(std::bit_width(size > 1 ? size - 1 : 1));
    half_ = (bits + 1) / 2;
    mask_ = (std::uint64_t{1} << half_) - 1;
  }

  [[nodiscard]] std::uint64_t size() const { return size_; }

  /// Where `item` < size stands. Constant time on average.
  [[nodiscard]] std::uint64_t operator()(std::uint64_t item) const {
    do {
      std::uint64_t left = item >> half_;
      std::uint64_t right = item & mask_;
      for (std::uint64_t round = 1; round <= 6; ++round) {
        const std::uint64_t mixed = left ^ (scrambled(key_ + round * 0x9E3779B97F4A7C15U + right) & mask_);
        left = right;
        right = mixed;
      }
      item = (left << half_) | right;
    } while (item >= size_);
    return item;
  }

 private:
  std::uint64_t size_ = 0;
  std::uint64_t key_ = 0;
  unsigned half_ = 1;
  std::uint64_t mask_ = 1;
};

}  // namespace entente::generate
