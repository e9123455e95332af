#pragma once

#include <cstdint>
#include <string_view>

namespace entente::extract {

/// The identity of a word in small letters and without diacritics: the 64-bit FNV-1a hash of its bytes. Comparing two
/// words costs one comparison of numbers; those that rules name are hashed by the compiler.
class Word {
 public:
  constexpr Word() = default;
  /// Implicit, so that rules read `document.is(i, "with")`; the compiler hashes the literal.
  consteval Word(const char* spelling) : hash_(of(spelling).hash_) {}

  static constexpr Word of(std::string_view folded) {
    Word word;
    for (const char c : folded) word.append(c);
    return word;
  }

  /// Goes on with one more byte of the folded spelling.
  constexpr void append(char byte) { hash_ = (hash_ ^ static_cast<unsigned char>(byte)) * 0x100000001B3ULL; }

  [[nodiscard]] constexpr bool empty() const { return *this == Word(); }
  [[nodiscard]] constexpr std::uint64_t hash() const { return hash_; }
  friend constexpr bool operator==(Word, Word) = default;

 private:
  std::uint64_t hash_ = 0xCBF29CE484222325ULL;
};

}  // namespace entente::extract
