#pragma once

#include <entente/core/interner.hpp>
#include <entente/core/parallel.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace entente {

/// The rows 0 … `count` − 1 in the order of the bytes of `text_of(row)`; of equal texts the lesser row first.
/// O(count · log count).
template <typename TextOf>
[[nodiscard]] std::vector<std::uint32_t> order_by_text(std::size_t count, const TextOf& text_of, const Run& run) {
  struct Key {
    std::array<std::uint64_t, 2> letters;
    std::uint32_t row;
  };
  std::vector<Key> keys(count);
  const auto comes_before = [&text_of](const Key& a, const Key& b) {
    if (a.letters != b.letters) return a.letters < b.letters;
    const int order = text_of(a.row).compare(text_of(b.row));
    return order != 0 ? order < 0 : a.row < b.row;
  };
  constexpr std::size_t fewest_a_thread = 4096;
  std::size_t sorted = std::max(fewest_a_thread, count / num_workers(run) + 1);
  for_blocks(run, count, sorted, [&](std::size_t begin, std::size_t end, std::size_t) {
    for (std::size_t row = begin; row < end; ++row) {
      const std::string_view text = text_of(static_cast<std::uint32_t>(row));
      keys[row] = {{first_letters(text), first_letters(text.substr(std::min<std::size_t>(text.size(), 8)))},
                   static_cast<std::uint32_t>(row)};
    }
    std::sort(keys.data() + begin, keys.data() + end, comes_before);
  });
  for (; sorted < count; sorted *= 2) {
    for_blocks(run, count, 2 * sorted, [&](std::size_t begin, std::size_t end, std::size_t) {
      Key* const middle = keys.data() + std::min(begin + sorted, end);
      std::inplace_merge(keys.data() + begin, middle, keys.data() + end, comes_before);
    });
  }
  std::vector<std::uint32_t> order(count);
  for (std::size_t place = 0; place < count; ++place) order[place] = keys[place].row;
  return order;
}

}  // namespace entente
