#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>

namespace entente {

/// A dense 32-bit identifier, counted from 0; identifiers of different kinds do not mix.
template <typename Kind>
class DenseId {
 public:
  constexpr DenseId() = default;
  /// `index` is below `max_count`.
  constexpr explicit DenseId(std::size_t index) : value_(static_cast<std::uint32_t>(index)) {}

  /// The value that stands for "none".
  [[nodiscard]] static constexpr DenseId invalid() { return {}; }
  /// The largest number of things that can be told apart.
  [[nodiscard]] static constexpr std::size_t max_count() { return std::numeric_limits<std::uint32_t>::max(); }

  /// False for "none".
  [[nodiscard]] constexpr bool is_valid() const { return value_ != std::numeric_limits<std::uint32_t>::max(); }
  /// The place in columns of this kind.
  [[nodiscard]] constexpr std::size_t index() const { return value_; }

  friend constexpr auto operator<=>(const DenseId&, const DenseId&) = default;

 private:
  std::uint32_t value_ = std::numeric_limits<std::uint32_t>::max();
};

/// A person of one graph: the rank of the identifier among all.
using PersonId = DenseId<struct PersonKind>;
/// An event of one graph: the rank of the identifier among all.
using EventId = DenseId<struct EventKind>;

}  // namespace entente

template <typename Kind>
struct std::hash<entente::DenseId<Kind>> {
  std::size_t operator()(entente::DenseId<Kind> id) const noexcept { return std::hash<std::size_t>{}(id.index()); }
};
