#pragma once

#include <entente/core/date.hpp>

#include <cstdint>
#include <optional>

namespace entente {

/// A date, or none, in four bytes: for columns of many.
class CompactDate {
 public:
  CompactDate() = default;
  /// Nothing where there is no date.
  explicit CompactDate(const std::optional<Date>& date)
      : bits_(date ? static_cast<std::uint32_t>(date->year() << 9 | date->month() << 5 | date->day()) : 0U) {}

  /// As it was given.
  [[nodiscard]] std::optional<Date> date() const {
    if (bits_ == 0) return std::nullopt;
    return Date(static_cast<int>(bits_ >> 9U), static_cast<int>(bits_ >> 5U & 0xFU), static_cast<int>(bits_ & 0x1FU));
  }

  /// Equal for equal dates only; 0 for none.
  [[nodiscard]] std::uint32_t bits() const { return bits_; }

  friend bool operator==(const CompactDate&, const CompactDate&) = default;

 private:
  std::uint32_t bits_ = 0;
};

}  // namespace entente
