#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace entente {

/// The bytes of `text` at `position` as a number, the first byte as the lowest one; zeros behind its end.
inline std::uint64_t load_eight_bytes(std::string_view text, std::size_t position) {
  if (position >= text.size()) return 0;
  constexpr std::size_t all = sizeof(std::uint64_t);
  const auto whole = [text](std::size_t from) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, text.data() + from, all);
    return std::endian::native == std::endian::little ? bytes : __builtin_bswap64(bytes);
  };
  const std::size_t left = text.size() - position;
  if (left >= all) return whole(position);
  if (text.size() >= all) return whole(text.size() - all) >> 8 * (all - left);
  std::uint64_t bytes = 0;
  for (std::size_t i = 0; i < left; ++i) {
    bytes |= std::uint64_t{static_cast<unsigned char>(text[position + i])} << 8 * i;
  }
  return bytes;
}

/// Which of eight bytes of a text are letters and digits of ASCII, and these in small letters. The first byte is the
/// lowest one; a byte's answer is its highest bit.
struct EightBytes {
  static constexpr std::uint64_t every = 0x0101010101010101ULL;
  static constexpr std::uint64_t highest = 0x80 * every;

  /// The bytes of `text` at `position`, of which there is one at least; zeros behind its end.
  EightBytes(std::string_view text, std::size_t position) : EightBytes(load_eight_bytes(text, position)) {}

  /// The first byte is the lowest one.
  explicit EightBytes(std::uint64_t bytes) {
    const auto ascii = ~bytes & highest;
    const auto low = bytes & ~highest;
    letters = between(low | (0x20 * every), 'a', 'z') & ascii;
    digits = between(low, '0', '9') & ascii;
    capitals = letters & ~(bytes << 2U);
    folded = bytes | (letters >> 2U);
  }

  /// How many of the first bytes have their answer in `answers`.
  static std::size_t first_of(std::uint64_t answers) {
    return static_cast<std::size_t>(std::countr_zero(~answers & highest)) / 8;
  }
  /// All bits of the first `count` bytes.
  static std::uint64_t part(std::size_t count) {
    return count == 8 ? ~std::uint64_t{0} : (std::uint64_t{1} << (8 * count)) - 1;
  }

  std::uint64_t letters;
  std::uint64_t digits;
  std::uint64_t capitals;
  std::uint64_t folded;

 private:
  static std::uint64_t between(std::uint64_t low, std::uint64_t first, std::uint64_t last) {
    return (low + (0x80 - first) * every) & ~(low + (0x7F - last) * every);
  }
};

}  // namespace entente
