#include "text_order.hpp"

#include <entente/core/eight_bytes.hpp>
#include <entente/core/interner.hpp>

#include <algorithm>
#include <array>
#include <functional>
#include <numeric>
#include <utility>

namespace entente {

namespace {

constexpr std::size_t fewest_slots = 16;
constexpr std::size_t characters_a_block = std::size_t{1} << 16U;

}  // namespace

inline Interner::Slot::Slot(std::uint32_t number_of_text, std::string_view text)
    : number(number_of_text),
      size(static_cast<std::uint32_t>(text.size())),
      beginning{load_eight_bytes(text, 0), load_eight_bytes(text, 8), load_eight_bytes(text, 16)} {}

inline std::uint64_t Interner::Slot::hash(std::string_view text) const {
  std::uint64_t hash = is_whole() ? size : std::hash<std::string_view>{}(text);
  for (const std::uint64_t one : beginning) {
    hash = (hash ^ one) * 0x9E3779B97F4A7C15U;
    hash ^= hash >> 32U;
  }
  return hash;
}

// The slot that holds the text, or the empty one where it belongs.
inline std::size_t Interner::slot_of(std::uint64_t hash, const Slot& wanted, std::string_view text) const {
  const auto holds_text = [&](const Slot& one) {
    return one.size == wanted.size && one.beginning[0] == wanted.beginning[0] &&
           one.beginning[1] == wanted.beginning[1] && one.beginning[2] == wanted.beginning[2] &&
           (wanted.is_whole() || texts_[one.number] == text);
  };
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = hash & mask;
  while (slots_[slot].number != none && !holds_text(slots_[slot])) slot = (slot + 1) & mask;
  return slot;
}

// Slots are taken as they stand: in both tables they lie in about the same order.
void Interner::grow() {
  HugeVector<Slot> larger(std::max(fewest_slots, 2 * slots_.size()), Slot());
  const std::size_t mask = larger.size() - 1;
  for (const Slot& one : slots_) {
    if (one.number == none) continue;
    std::size_t slot = one.hash(texts_[one.number]) & mask;
    while (larger[slot].number != none) slot = (slot + 1) & mask;
    larger[slot] = one;
  }
  slots_ = std::move(larger);
}

std::string_view Interner::keep(std::string_view text) {
  if (blocks_.empty() || blocks_.back().capacity() - blocks_.back().size() < text.size()) {
    blocks_.emplace_back().reserve(std::max(characters_a_block, text.size()));
  }
  std::string& block = blocks_.back();
  block += text;
  return std::string_view(block).substr(block.size() - text.size());
}

std::uint32_t Interner::number(std::string_view text) {
  if (4 * (texts_.size() + 1) > 3 * slots_.size()) grow();
  const Slot wanted(static_cast<std::uint32_t>(texts_.size()), text);
  Slot& slot = slots_[slot_of(wanted.hash(text), wanted, text)];
  if (slot.number == none) {
    slot = wanted;
    texts_.push_back(keep(text));
  }
  return slot.number;
}

void Interner::number(std::span<const std::string_view> texts, std::span<const std::uint32_t> places,
                      std::span<std::uint32_t> numbers) {
  constexpr std::size_t ahead = 16;
  std::size_t asked = 0;
  for (std::size_t i = 0; i < places.size(); ++i) {
    for (; asked < std::min(i + ahead, places.size()) && !slots_.empty(); ++asked) {
      const std::string_view text = texts[places[asked]];
      __builtin_prefetch(&slots_[Slot(none, text).hash(text) & (slots_.size() - 1)], 1);
    }
    numbers[places[i]] = number(texts[places[i]]);
  }
}

std::vector<std::uint32_t> Interner::find(std::span<const std::string_view> texts,
                                          std::span<std::uint32_t> numbers) const {
  std::vector<std::uint32_t> unknown;
  if (slots_.empty()) {
    std::ranges::fill(numbers, none);
    unknown.resize(texts.size());
    std::iota(unknown.begin(), unknown.end(), std::uint32_t{0});
    return unknown;
  }
  constexpr std::size_t at_once = 32;
  std::array<std::uint64_t, at_once> hashes{};
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t begin = 0; begin < texts.size(); begin += at_once) {
    const std::size_t count = std::min(at_once, texts.size() - begin);
    for (std::size_t i = 0; i < count; ++i) {
      const std::string_view text = texts[begin + i];
      hashes[i] = Slot(none, text).hash(text);
      const Slot& first = slots_[hashes[i] & mask];
      __builtin_prefetch(&first);
      __builtin_prefetch(&first + 1);
    }
    for (std::size_t i = begin; i < begin + count; ++i) {
      numbers[i] = slots_[slot_of(hashes[i - begin], Slot(none, texts[i]), texts[i])].number;
      if (numbers[i] == none) unknown.push_back(static_cast<std::uint32_t>(i));
    }
  }
  return unknown;
}

std::uint64_t first_letters(std::string_view text) { return __builtin_bswap64(load_eight_bytes(text, 0)); }

std::vector<std::uint32_t> ranks_of(const Interner& texts, const Run& run) {
  const auto order = order_by_text(texts.size(), [&texts](std::uint32_t number) { return texts.text(number); }, run);
  std::vector<std::uint32_t> ranks(order.size());
  for (std::uint32_t place = 0; place < order.size(); ++place) ranks[order[place]] = place;
  return ranks;
}

}  // namespace entente
