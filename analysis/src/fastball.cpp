// A trade takes two rows, keeps the columns of both, and deals those of only one of them out anew, as many to each as
// it had.
//
// Rows are not sorted: the columns of the shorter row are marked and the longer one is scanned for them, one pass with
// a bit a column, which fits the fastest cache. It takes the marks of common columns away, so that the shorter row
// finds them too. What both have is moved to the front of each; of what remains, the shorter row draws its share from
// both (the first steps of Fisher and Yates), so that a trade between a long and a short row draws few random numbers.
//
// Which rows trade depends on the margins only, hence a trade and its reverse are equally likely and so are, in the
// end, all matrices. One row is that of a one drawn from all, the other any other: a row of d ones trades in proportion
// to d, and each one is redealt about as often in long rows as in short ones.
#include "fastball.hpp"

#include <algorithm>
#include <utility>

namespace entente {

namespace {

constexpr std::uint64_t trades_between_polls = 16'384;

/// Moves the columns that both rows have to the front of each; returns their number.
std::size_t bring_common_ahead(std::span<std::uint32_t> shorter, std::span<std::uint32_t> longer,
                               std::vector<bool>& marks) {
  for (const std::uint32_t column : shorter) marks[column] = true;
  std::size_t common = 0;
  for (std::uint32_t& column : longer) {
    if (!marks[column]) continue;
    marks[column] = false;
    std::swap(column, longer[common++]);
  }
  std::size_t ahead = 0;
  for (std::uint32_t& column : shorter) {
    if (marks[column]) {
      marks[column] = false;
    } else {
      std::swap(column, shorter[ahead++]);
    }
  }
  return common;
}

/// Gives `shorter` a random choice from both, every one alike, and `longer` the rest.
void deal_anew(std::span<std::uint32_t> shorter, std::span<std::uint32_t> longer, RandomStream& random) {
  const std::size_t all = shorter.size() + longer.size();
  for (std::size_t i = 0; i < shorter.size(); ++i) {
    const std::size_t drawn = i + random.below(all - i);
    std::swap(shorter[i], drawn < shorter.size() ? shorter[drawn] : longer[drawn - shorter.size()]);
  }
}

}  // namespace

Fastball::Fastball(const BinaryMatrix& observed) : observed_(observed), offsets_(observed.offsets) {
  offsets_.erase(std::ranges::unique(offsets_).begin(), offsets_.end());
  row_of_one_.reserve(observed.columns.size());
  for (std::uint32_t index = 0; index + 1 < offsets_.size(); ++index) row_of_one_.resize(offsets_[index + 1], index);
}

void Fastball::draw(std::uint64_t trades_per_row, RandomStream random, FastballSheet& sheet, const Run& run) const {
  sheet.columns = observed_.columns;
  sheet.marks.resize(observed_.num_columns, false);
  const std::size_t rows = offsets_.size() - 1;
  if (rows < 2) return;
  for (std::uint64_t i = 0; i < trades_per_row * rows; ++i) {
    if (i % trades_between_polls == 0) check_stop(run);
    const std::size_t a = row_of_one_[random.below(row_of_one_.size())];
    const std::size_t other = random.below(rows - 1);
    trade(a, other < a ? other : other + 1, random, sheet);
  }
}

void Fastball::trade(std::size_t a, std::size_t b, RandomStream& random, FastballSheet& sheet) const {
  std::span<std::uint32_t> shorter = row(a, sheet);
  std::span<std::uint32_t> longer = row(b, sheet);
  if (shorter.size() > longer.size()) std::swap(shorter, longer);
  const std::size_t common = bring_common_ahead(shorter, longer, sheet.marks);
  deal_anew(shorter.subspan(common), longer.subspan(common), random);
}

std::span<std::uint32_t> Fastball::row(std::size_t index, FastballSheet& sheet) const {
  return std::span(sheet.columns).subspan(offsets_[index], offsets_[index + 1] - offsets_[index]);
}

}  // namespace entente
