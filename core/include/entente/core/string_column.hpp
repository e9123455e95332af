#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// A column of texts in one piece of memory: 8 bytes a text beside its characters, none for the empty ones before the
/// first that is not.
class StringColumn {
 public:
  /// Rows.
  [[nodiscard]] std::size_t size() const { return leading_empty_ + offsets_.size() - 1; }
  /// Valid until the next `push_back`.
  [[nodiscard]] std::string_view operator[](std::size_t row) const {
    if (row < leading_empty_) return {};
    const std::size_t place = row - leading_empty_;
    return std::string_view(characters_).substr(offsets_[place], offsets_[place + 1] - offsets_[place]);
  }
  /// Copies the text. Amortised O(size of the text).
  void push_back(std::string_view text) {
    if (text.empty() && characters_.empty()) {
      ++leading_empty_;
      return;
    }
    characters_ += text;
    offsets_.push_back(characters_.size());
  }
  /// Memory for so many rows, without that of their texts.
  void reserve(std::size_t rows) { offsets_.reserve(rows + 1); }

  friend bool operator==(const StringColumn&, const StringColumn&) = default;

 private:
  std::size_t leading_empty_ = 0;
  std::string characters_;
  std::vector<std::uint64_t> offsets_{0};
};

}  // namespace entente
