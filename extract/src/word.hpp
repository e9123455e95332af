#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace entente::extract {

/// The identity of a word in small letters and without diacritics: a 64-bit hash of its bytes, eight at a time.
/// Comparing two words costs one comparison of numbers; those that rules name are hashed by the compiler.
class Word {
 public:
  static constexpr std::size_t bytes_at_once = 8;

  constexpr Word() = default;
  /// Implicit, so that rules read `document.is(i, "with")`; the compiler hashes the literal.
  consteval Word(const char* spelling) : hash_(of(spelling).hash_) {}

  static constexpr Word of(std::string_view folded) {
    Word word;
    for (; folded.size() > bytes_at_once; folded.remove_prefix(bytes_at_once)) word.append(load(folded, bytes_at_once));
    if (!folded.empty()) word.append(load(folded, folded.size()));
    return word;
  }

  /// Goes on with the next eight bytes of the folded spelling, the first one lowest; the last ones, which may be fewer,
  /// are filled up with zeros.
  constexpr void append(std::uint64_t bytes) {
    hash_ = (hash_ ^ bytes) * 0x9E3779B97F4A7C15ULL;
    hash_ ^= hash_ >> 32U;
  }

  [[nodiscard]] constexpr bool empty() const { return *this == Word(); }
  [[nodiscard]] constexpr std::uint64_t hash() const { return hash_; }
  /// One of 64 bits, by which a set of words tells most others at once.
  [[nodiscard]] constexpr std::uint64_t bit() const { return std::uint64_t{1} << (hash_ >> 58U); }
  /// Another one of 64 bits, for sets of so many words that they take most of the first ones.
  [[nodiscard]] constexpr std::uint64_t second_bit() const { return std::uint64_t{1} << ((hash_ >> 52U) & 63U); }
  friend constexpr bool operator==(Word, Word) = default;

 private:
  static constexpr std::uint64_t load(std::string_view bytes, std::size_t count) {
    std::uint64_t out = 0;
    for (std::size_t i = 0; i < count; ++i)
      out |= std::uint64_t{static_cast<unsigned char>(bytes[i])} << (bytes_at_once * i);
    return out;
  }

  std::uint64_t hash_ = 0xCBF29CE484222325ULL;
};

}  // namespace entente::extract
