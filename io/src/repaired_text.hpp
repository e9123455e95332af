#pragma once

#include <entente/core/article.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace entente {

/// A text and the way back to the bytes that it was made of.
struct RepairedText {
  std::string text;
  std::vector<Repair> repairs = {};  ///< as in `Article`
};

/// Makes a text of bytes, part after part, and keeps account of what is not as it was read. Equal repairs in a row are
/// one, so that UTF-16 costs little.
class RepairedTextBuilder {
 public:
  void reserve(std::size_t bytes) { made_.text.reserve(bytes); }
  /// The next bytes, as they were read.
  void keep(std::string_view part);
  /// `with`, in `count` pieces of equal length, stands for `count` times `bytes_original` bytes. Nothing: left out.
  void replace(std::uint64_t bytes_original, std::string_view with, std::uint64_t count = 1);

  [[nodiscard]] std::size_t size() const { return made_.text.size(); }
  /// How many of the bytes that were read are accounted for.
  [[nodiscard]] std::uint64_t original() const { return original_; }
  [[nodiscard]] RepairedText take() { return std::move(made_); }

 private:
  RepairedText made_;
  std::uint64_t original_ = 0;
};

/// Makes a text of one that was repaired before, from its beginning to its end; the repairs of the result lead back to
/// the bytes that the first of all texts was read from. Linear in all.
class TextRewriter {
 public:
  /// `source` is borrowed.
  explicit TextRewriter(const RepairedText& source) : source_(source) { builder_.reserve(source.text.size()); }

  /// The source up to `end` as it is.
  void keep_to(std::size_t end);
  /// `with` instead of the source up to `end`.
  void replace_to(std::size_t end, std::string_view with);

  /// How many bytes of the result there are.
  [[nodiscard]] std::size_t size() const { return builder_.size(); }
  [[nodiscard]] RepairedText take() { return builder_.take(); }

 private:
  void pass_left_out();

  const RepairedText& source_;
  RepairedTextBuilder builder_;
  std::size_t position_ = 0;     // in the source
  std::size_t next_repair_ = 0;  // of the source, the first that does not end before `position_`
};

}  // namespace entente
