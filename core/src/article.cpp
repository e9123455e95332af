#include <entente/core/article.hpp>

namespace entente {

namespace {

std::uint64_t original_offset(const Article& article, std::uint64_t offset) {
  std::uint64_t original = offset;
  for (const Repair& repair : article.repairs) {
    if (repair.position >= offset) break;
    original += repair.bytes_original;
    original -= repair.bytes_text;
  }
  return original;
}

}  // namespace

ByteRange original_range(const Article& article, ByteRange range) {
  return {original_offset(article, range.begin), original_offset(article, range.end)};
}

}  // namespace entente
