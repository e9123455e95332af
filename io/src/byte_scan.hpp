#pragma once

#include <cstddef>
#include <string_view>

namespace entente {

/// The first offset from `offset` on whose byte `is_candidate` and for which `is_found(offset)`, or `text.size()`.
/// Blocks without a candidate cost a few vector instructions each: `is_candidate` must be without branches.
template <typename IsCandidate, typename IsFound>
std::size_t scan_bytes(std::string_view text, std::size_t offset, IsCandidate is_candidate, IsFound is_found) {
  constexpr std::size_t block = 64;
  // Where finds stand close together, whole blocks would be looked at for each of them.
  std::size_t byte_by_byte = 16;
  while (offset < text.size()) {
    const std::string_view piece = text.substr(offset, byte_by_byte > 0 ? byte_by_byte : block);
    unsigned char any = piece.size() < block ? 1 : 0;
    if (any == 0) {
      const char* const bytes = piece.data();
      for (std::size_t i = 0; i < block; ++i) any |= is_candidate(static_cast<unsigned char>(bytes[i]));
    }
    const std::size_t end = offset + piece.size();
    for (; any != 0 && offset < end; ++offset) {
      if (is_candidate(static_cast<unsigned char>(text[offset])) != 0 && is_found(offset)) return offset;
    }
    offset = end;
    byte_by_byte = 0;
  }
  return text.size();
}

}  // namespace entente
