#pragma once

#include <cstddef>
#include <ostream>
#include <string>

namespace entente {

/// A text that is built by appending and goes to a stream in pieces of a megabyte; much faster than inserting into the
/// stream.
class OutputBuffer {
 public:
  explicit OutputBuffer(std::ostream& out) : out_(out) {}

  [[nodiscard]] std::string& text() { return text_; }
  /// To be called now and then, as at the end of each element.
  void flush_if_full() {
    if (text_.size() >= piece) flush();
  }
  void flush() {
    out_.write(text_.data(), static_cast<std::streamsize>(text_.size()));
    text_.clear();
  }

 private:
  static constexpr std::size_t piece = std::size_t{1} << 20U;

  std::ostream& out_;
  std::string text_;
};

}  // namespace entente
