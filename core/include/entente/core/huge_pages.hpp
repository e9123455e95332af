#pragma once

#include <cstddef>
#include <new>
#include <type_traits>
#include <utility>
#include <vector>

namespace entente {

/// Memory for `bytes`, in huge pages where the system grants them and the array is large enough to gain by it: random
/// reads of large arrays spend most of their time on the translation of addresses. Throws `std::bad_alloc`.
[[nodiscard]] void* allocate_in_huge_pages(std::size_t bytes);
/// `bytes` as they were asked for.
void free_huge_pages(void* memory, std::size_t bytes) noexcept;

/// Allocates large arrays of plain values so, and leaves values that no constructor argument was given for as they are:
/// whoever makes such a vector of a size writes every element (each thread its own part, which also spreads the cost of
/// first touching the memory).
template <typename Value>
struct HugePageAllocator {
  static_assert(std::is_trivially_copyable_v<Value> && std::is_trivially_destructible_v<Value>);
  /// As allocators have it.
  using value_type = Value;

  HugePageAllocator() = default;
  /// All allocators are alike.
  template <typename Other>
  HugePageAllocator(const HugePageAllocator<Other>& /*other*/) noexcept {}

  /// Throws `std::bad_alloc`.
  Value* allocate(std::size_t count) {
    if (count > static_cast<std::size_t>(-1) / 2 / sizeof(Value)) throw std::bad_array_new_length();
    return static_cast<Value*>(allocate_in_huge_pages(count * sizeof(Value)));
  }
  /// `count` as it was asked for.
  void deallocate(Value* values, std::size_t count) noexcept { free_huge_pages(values, count * sizeof(Value)); }
  /// Leaves the value as it is.
  template <typename Other>
  void construct(Other*) {}
  /// Makes the value of the arguments.
  template <typename Other, typename... Arguments>
  void construct(Other* place, Arguments&&... arguments) {
    ::new (static_cast<void*>(place)) Other(std::forward<Arguments>(arguments)...);
  }

  /// All allocators are alike.
  friend bool operator==(const HugePageAllocator&, const HugePageAllocator&) { return true; }
};

/// A large array of plain values, unset until written.
template <typename Value>
using HugeVector = std::vector<Value, HugePageAllocator<Value>>;

/// Gives the memory of whole pages between two places back to the system; what stood there is lost.
void give_back(void* begin, void* end) noexcept;
/// Makes the array shorter, and gives back what lies behind its new end.
template <typename Value>
void give_back_behind(HugeVector<Value>& values, std::size_t size) {
  values.resize(size);
  if (values.capacity() > 0) give_back(values.data() + size, values.data() + values.capacity());
}

}  // namespace entente
