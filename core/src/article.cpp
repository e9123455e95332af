#include <entente/core/article.hpp>

namespace entente {

namespace {

// A repair at the very offset lies before it only if it took bytes away (a byte order mark) and a range begins there.
std::uint64_t original_offset(const Article& article, std::uint64_t offset, bool begins) {
  std::uint64_t original = offset;
  for (const Repair& repair : article.repairs) {
    const bool before = repair.position < offset || (begins && repair.position == offset && repair.bytes_text == 0);
    if (!before) break;
    original += repair.bytes_original;
    original -= repair.bytes_text;
  }
  return original;
}

}  // namespace

ByteRange original_range(const Article& article, ByteRange range) {
  return {original_offset(article, range.begin, true), original_offset(article, range.end, false)};
}

}  // namespace entente
