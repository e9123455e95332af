#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace entente {

/// FNV-1a over the parts of a content, each closed by a byte that UTF-8 never has: the same on every machine, as
/// identifiers made from it must be.
class ContentHash {
 public:
  /// Parts are told apart: "ab", "c" is not "a", "bc".
  void add(std::string_view part) {
    for (const char c : part) step(static_cast<unsigned char>(c));
    step(0xFF);
  }
  /// Of all parts so far.
  [[nodiscard]] std::uint64_t value() const { return value_; }
  /// 16 hexadecimal digits.
  [[nodiscard]] std::string hex() const {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (int shift = 60; shift >= 0; shift -= 4) text += digits[(value_ >> shift) & 0xFU];
    return text;
  }

 private:
  void step(unsigned char byte) { value_ = (value_ ^ byte) * 0x100000001B3U; }

  std::uint64_t value_ = 0xCBF29CE484222325U;
};

}  // namespace entente
