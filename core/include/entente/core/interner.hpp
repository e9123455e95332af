#pragma once

#include <entente/core/huge_pages.hpp>
#include <entente/core/run.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// Gives equal texts one number, in the order of arrival; owns the texts. About 80 bytes a text beside its characters.
class Interner {
 public:
  /// The number of no text.
  static constexpr std::uint32_t none = ~std::uint32_t{0};

  Interner() = default;
  /// `first` is number 0.
  explicit Interner(std::string_view first) { number(first); }
  Interner(const Interner&) = delete;
  Interner& operator=(const Interner&) = delete;
  Interner(Interner&&) = default;
  Interner& operator=(Interner&&) = default;
  ~Interner() = default;

  /// The number of `text`, a new one where it did not come before. O(size of the text).
  std::uint32_t number(std::string_view text);
  /// The numbers of the texts at these places, as one after the other, with waits for memory overlapped. `numbers` is
  /// [texts]; the others are left alone.
  void number(std::span<const std::string_view> texts, std::span<const std::uint32_t> places,
              std::span<std::uint32_t> numbers);
  /// The number of each text that came before, or `none`; both are [texts]. Returns the places of those without a
  /// number. Many are looked up at a time, so that waits for memory overlap. May be called from several threads while
  /// nothing is added.
  std::vector<std::uint32_t> find(std::span<const std::string_view> texts, std::span<std::uint32_t> numbers) const;
  /// Stays valid as long as the interner, or what it was moved to.
  [[nodiscard]] std::string_view text(std::uint32_t number) const { return texts_[number]; }
  /// How many different texts there are.
  [[nodiscard]] std::size_t size() const { return texts_.size(); }

 private:
  // The beginning stands in the slot, so that most look-ups wait for memory once.
  struct Slot {
    std::uint32_t number = none;
    std::uint32_t size = 0;
    std::array<std::uint64_t, 3> beginning{};

    Slot() = default;
    Slot(std::uint32_t number_of_text, std::string_view text);

    [[nodiscard]] bool is_whole() const { return size <= sizeof beginning; }
    [[nodiscard]] std::uint64_t hash(std::string_view text) const;
  };

  [[nodiscard]] std::size_t slot_of(std::uint64_t hash, const Slot& wanted, std::string_view text) const;
  void grow();
  std::string_view keep(std::string_view text);

  std::vector<std::string_view> texts_;
  std::vector<std::string> blocks_;  // of characters, on the heap: they stay where they are
  HugeVector<Slot> slots_;           // open addressing, at most three quarters full
};

/// For each number its place among all texts in the order of their bytes: what does not depend on arrival.
[[nodiscard]] std::vector<std::uint32_t> ranks_of(const Interner& texts, const Run& run = {.threads = 1});

/// The first eight bytes as a number that sorts like them.
[[nodiscard]] std::uint64_t first_letters(std::string_view text);

}  // namespace entente
