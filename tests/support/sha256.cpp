#include "sha256.hpp"

#include <array>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>

namespace entente {

namespace {

/// The first 32 bits of the fractional part of a root of a prime.
std::uint32_t fraction_of(long double root) {
  return static_cast<std::uint32_t>((root - std::floor(root)) * 4294967296.0L);
}

}  // namespace

std::string sha256(std::string_view bytes) {
  std::array<std::uint32_t, 64> constants{};
  std::array<std::uint32_t, 8> state{};
  std::size_t found = 0;
  for (std::uint32_t number = 2; found < constants.size(); ++number) {
    bool is_prime = true;
    for (std::uint32_t divisor = 2; divisor * divisor <= number; ++divisor)
      is_prime = is_prime && number % divisor != 0;
    if (!is_prime) continue;
    if (found < state.size()) state[found] = fraction_of(std::sqrt(static_cast<long double>(number)));
    constants[found++] = fraction_of(std::cbrt(static_cast<long double>(number)));
  }

  std::string message(bytes);
  message += '\x80';
  while (message.size() % 64 != 56) message += '\0';
  for (int shift = 56; shift >= 0; shift -= 8) {
    message += static_cast<char>((static_cast<std::uint64_t>(bytes.size()) * 8) >> static_cast<unsigned>(shift));
  }
  for (std::size_t start = 0; start < message.size(); start += 64) {
    std::array<std::uint32_t, 64> word{};
    for (std::size_t i = 0; i < 64; ++i) {
      word[i / 4] = (word[i / 4] << 8U) | static_cast<unsigned char>(message[start + i]);
    }
    for (std::size_t i = 16; i < 64; ++i) {
      const std::uint32_t a = word[i - 15];
      const std::uint32_t b = word[i - 2];
      word[i] = word[i - 16] + (std::rotr(a, 7) ^ std::rotr(a, 18) ^ (a >> 3U)) + word[i - 7] +
                (std::rotr(b, 17) ^ std::rotr(b, 19) ^ (b >> 10U));
    }
    auto [a, b, c, d, e, f, g, h] = state;
    for (std::size_t i = 0; i < 64; ++i) {
      const std::uint32_t first =
          h + (std::rotr(e, 6) ^ std::rotr(e, 11) ^ std::rotr(e, 25)) + ((e & f) ^ (~e & g)) + constants[i] + word[i];
      const std::uint32_t second =
          (std::rotr(a, 2) ^ std::rotr(a, 13) ^ std::rotr(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
      h = g;
      g = f;
      f = e;
      e = d + first;
      d = c;
      c = b;
      b = a;
      a = first + second;
    }
    const std::array<std::uint32_t, 8> change{a, b, c, d, e, f, g, h};
    for (std::size_t i = 0; i < 8; ++i) state[i] += change[i];
  }
  std::string digits;
  for (const std::uint32_t part : state) {
    for (int shift = 28; shift >= 0; shift -= 4)
      digits += "0123456789abcdef"[(part >> static_cast<unsigned>(shift)) & 15U];
  }
  return digits;
}

}  // namespace entente
