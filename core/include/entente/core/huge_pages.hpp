#pragma once

#include <cstddef>
#include <cstdlib>
#include <memory>
#include <new>
#include <utility>
#include <vector>

#ifdef __linux__
#include <sys/mman.h>
#endif

namespace entente {

/// Memory on huge pages, where the system grants them on request: jumping about in a large array then misses the
/// processor's table of pages far less often. Blocks below 4 MB come from the ordinary heap. Numbers that a vector
/// makes without a value, as by `resize(n)`, are left uninitialised, so that the threads that write them touch them
/// first.
template <typename Value>
class HugePageAllocator {
 public:
  using value_type = Value;

  HugePageAllocator() = default;
  template <typename Other>
  HugePageAllocator(const HugePageAllocator<Other>& /*other*/) noexcept {}

  [[nodiscard]] Value* allocate(std::size_t count) {
    if (count > max_bytes / sizeof(Value)) throw std::bad_array_new_length();
    const std::size_t bytes = count * sizeof(Value);
    if (bytes < smallest_block) return std::allocator<Value>().allocate(count);
    const std::size_t whole_pages = (bytes + page - 1) / page * page;
    void* block = std::aligned_alloc(page, whole_pages);
    if (block == nullptr) throw std::bad_alloc();
#if defined(__linux__) && defined(MADV_HUGEPAGE)
    // Only advice: without it the memory is as good, but slower.
    (void)madvise(block, whole_pages, MADV_HUGEPAGE);
#endif
    return static_cast<Value*>(block);
  }

  void deallocate(Value* block, std::size_t count) noexcept {
    if (count * sizeof(Value) < smallest_block) {
      std::allocator<Value>().deallocate(block, count);
    } else {
      std::free(block);
    }
  }

  template <typename Made>
  void construct(Made* place) {
    ::new (static_cast<void*>(place)) Made;
  }
  template <typename Made, typename... Arguments>
  void construct(Made* place, Arguments&&... arguments) {
    ::new (static_cast<void*>(place)) Made(std::forward<Arguments>(arguments)...);
  }

  friend bool operator==(const HugePageAllocator&, const HugePageAllocator&) { return true; }

 private:
  static constexpr std::size_t page = std::size_t{2} << 20U;
  static constexpr std::size_t smallest_block = std::size_t{4} << 20U;
  static constexpr std::size_t max_bytes = ~std::size_t{0} / 2;
};

/// A vector on huge pages; see HugePageAllocator for what `resize` leaves.
template <typename Value>
using HugeVector = std::vector<Value, HugePageAllocator<Value>>;

}  // namespace entente
