#include <entente/core/article.hpp>

#include <algorithm>
#include <iterator>

namespace entente {

namespace {

enum class End : std::uint8_t { begin, end };

// Where `offset` stood, told by the last repair before it.
std::uint64_t original_offset(std::span<const Repair> repairs, std::uint64_t offset, End end) {
  // A range begins behind what was left out at its beginning, and ends before what was left out at its end.
  const auto behind = end == End::begin ? std::ranges::upper_bound(repairs, offset, {}, &Repair::position)
                                        : std::ranges::lower_bound(repairs, offset, {}, &Repair::position);
  if (behind == repairs.begin()) return offset;
  const Repair& repair = *std::prev(behind);
  const std::uint64_t within = offset - repair.position;
  const std::uint64_t bytes_text = repair.bytes_text * repair.count;
  if (within >= bytes_text) return repair.original + repair.bytes_original * repair.count + (within - bytes_text);
  const std::uint64_t round_up = end == End::end ? repair.bytes_text - 1 : 0;
  return repair.original + (within + round_up) / repair.bytes_text * repair.bytes_original;
}

}  // namespace

ByteRange original_range(std::span<const Repair> repairs, ByteRange range) {
  return {original_offset(repairs, range.begin, End::begin), original_offset(repairs, range.end, End::end)};
}

ByteRange original_range(const Article& article, ByteRange range) { return original_range(article.repairs, range); }

}  // namespace entente
