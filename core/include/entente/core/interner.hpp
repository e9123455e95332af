#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace entente {

/// Gives equal texts one number, in the order of arrival; owns the texts.
class Interner {
 public:
  Interner() = default;
  /// `first` is number 0.
  explicit Interner(std::string_view first) { number(first); }
  Interner(const Interner&) = delete;
  Interner& operator=(const Interner&) = delete;
  Interner(Interner&&) = default;
  Interner& operator=(Interner&&) = default;
  ~Interner() = default;

  std::uint32_t number(std::string_view text) {
    const auto found = numbers_.find(text);
    if (found != numbers_.end()) return found->second;
    const auto next = static_cast<std::uint32_t>(texts_.size());
    texts_.push_back(&numbers_.emplace(text, next).first->first);
    return next;
  }
  [[nodiscard]] const std::string& text(std::uint32_t number) const { return *texts_[number]; }
  [[nodiscard]] std::size_t size() const { return texts_.size(); }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> numbers_;
  std::vector<const std::string*> texts_;
};

/// For each number its place among all texts in the order of their bytes: what does not depend on arrival.
[[nodiscard]] std::vector<std::uint32_t> ranks_of(const Interner& texts);

}  // namespace entente
