#include <entente/core/huge_pages.hpp>

#include <cstdint>
#include <cstdlib>
#include <new>

#include <sys/mman.h>

namespace entente {

namespace {

constexpr std::size_t huge_page = std::size_t{2} << 20U;

bool is_large(std::size_t bytes) { return bytes >= 2 * huge_page; }

}  // namespace

void* allocate_in_huge_pages(std::size_t bytes) {
  if (!is_large(bytes)) return ::operator new(bytes);
  const std::size_t rounded = (bytes + huge_page - 1) / huge_page * huge_page;
  if (rounded < bytes) throw std::bad_alloc();
  void* memory = std::aligned_alloc(huge_page, rounded);
  if (memory == nullptr) throw std::bad_alloc();
  ::madvise(memory, rounded, MADV_HUGEPAGE);  // a wish: without it all works, slower
  return memory;
}

void free_huge_pages(void* memory, std::size_t bytes) noexcept {
  if (is_large(bytes)) {
    std::free(memory);
  } else {
    ::operator delete(memory);
  }
}

void give_back(void* begin, void* end) noexcept {
  const auto behind_page = [](const void* place) { return reinterpret_cast<std::uintptr_t>(place) % huge_page; };
  auto* const first = static_cast<char*>(begin) + (huge_page - behind_page(begin)) % huge_page;
  auto* const last = static_cast<char*>(end) - behind_page(end);
  if (first < last) ::madvise(first, static_cast<std::size_t>(last - first), MADV_DONTNEED);
}

}  // namespace entente
