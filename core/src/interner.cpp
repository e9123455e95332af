#include <entente/core/interner.hpp>

#include <algorithm>
#include <array>
#include <functional>

namespace entente {

namespace {

constexpr std::size_t fewest_slots = 16;
constexpr std::size_t characters_a_block = std::size_t{1} << 16U;

std::uint64_t hash_of(std::string_view text) { return std::hash<std::string_view>{}(text); }

}  // namespace

// The slot that holds the text, or the empty one where it belongs.
std::size_t Interner::slot_of(std::uint64_t hash, std::string_view text) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = hash & mask;
  while (slots_[slot].number != none && !slots_[slot].holds(hash, text)) slot = (slot + 1) & mask;
  return slot;
}

void Interner::grow() {
  std::vector<Slot> old(std::max(fewest_slots, 2 * slots_.size()));
  old.swap(slots_);
  const std::size_t mask = slots_.size() - 1;
  for (const Slot& one : old) {
    if (one.number == none) continue;
    std::size_t slot = one.hash & mask;
    while (slots_[slot].number != none) slot = (slot + 1) & mask;
    slots_[slot] = one;
  }
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
  if (2 * (texts_.size() + 1) > slots_.size()) grow();
  const std::uint64_t hash = hash_of(text);
  Slot& slot = slots_[slot_of(hash, text)];
  if (slot.number == none) {
    const std::string_view kept = keep(text);
    slot = {hash, kept.data(), static_cast<std::uint32_t>(kept.size()), static_cast<std::uint32_t>(texts_.size())};
    texts_.push_back(kept);
  }
  return slot.number;
}

void Interner::find(std::span<const std::string_view> texts, std::span<std::uint32_t> numbers) const {
  if (slots_.empty()) {
    std::ranges::fill(numbers, none);
    return;
  }
  constexpr std::size_t at_once = 32;
  std::array<std::uint64_t, at_once> hashes{};
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t begin = 0; begin < texts.size(); begin += at_once) {
    const std::size_t count = std::min(at_once, texts.size() - begin);
    for (std::size_t i = 0; i < count; ++i) {
      hashes[i] = hash_of(texts[begin + i]);
      __builtin_prefetch(&slots_[hashes[i] & mask]);
    }
    for (std::size_t i = 0; i < count; ++i) __builtin_prefetch(slots_[hashes[i] & mask].characters);
    for (std::size_t i = 0; i < count; ++i) {
      numbers[begin + i] = slots_[slot_of(hashes[i], texts[begin + i])].number;
    }
  }
}

std::uint64_t first_letters(std::string_view text) {
  std::uint64_t letters = 0;
  for (std::size_t i = 0; i < sizeof letters; ++i) {
    letters = (letters << 8U) | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0U);
  }
  return letters;
}

std::vector<std::uint32_t> ranks_of(const Interner& texts) {
  struct Key {
    std::uint64_t letters;
    std::uint32_t number;
  };
  std::vector<Key> order;
  order.reserve(texts.size());
  for (std::uint32_t number = 0; number < texts.size(); ++number) {
    order.push_back({first_letters(texts.text(number)), number});
  }
  std::ranges::sort(order, [&](const Key& a, const Key& b) {
    return a.letters != b.letters ? a.letters < b.letters : texts.text(a.number) < texts.text(b.number);
  });
  std::vector<std::uint32_t> ranks(order.size());
  for (std::uint32_t place = 0; place < order.size(); ++place) ranks[order[place].number] = place;
  return ranks;
}

}  // namespace entente
