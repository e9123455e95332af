#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace entente {

/// Goes over an XML text element by element: enough for files that programs write, not a validating parser. Names are
/// without their prefix. Document types are refused. Throws `ReadFailure` with the line for what is not well-formed.
class XmlElements {
 public:
  enum class Step : std::uint8_t { begin, end, done };

  /// A text, or a piece of one within elements that began before it, from the outermost; `line` is its first.
  XmlElements(std::string_view text, std::vector<std::string_view> open, std::uint64_t line)
      : text_(text), open_(std::move(open)), line_(line) {}

  /// The next beginning or end of an element; one that closes itself has both.
  Step next();
  [[nodiscard]] std::string_view name() const { return name_; }
  /// Of the element that begins; empty where it is not there. `value` keeps its memory.
  void read_attribute(std::string_view name, std::string& value) const;
  /// What stood between the last step and this one.
  void read_content(std::string& value) const;
  /// Of the element.
  [[nodiscard]] std::uint64_t line() const;
  /// The elements that began and did not end, from the outermost.
  [[nodiscard]] const std::vector<std::string_view>& open() const { return open_; }
  /// To be called at the end of the text.
  void require_whole() const;

 private:
  [[noreturn]] void fail(const std::string& message) const;
  void decode(std::string_view raw, std::string& value) const;
  void skip_to_behind(std::string_view mark);
  void skip_blanks();
  [[nodiscard]] std::string_view read_name();
  Step end_element();
  void read_attributes();

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t begin_ = 0;  // of the element
  std::string_view name_;
  std::string_view content_;
  std::vector<std::pair<std::string_view, std::string_view>> attributes_;
  std::vector<std::string_view> open_;
  bool closes_itself_ = false;
  mutable std::size_t counted_ = 0;  // bytes whose lines are counted
  mutable std::uint64_t line_ = 1;
};

}  // namespace entente
