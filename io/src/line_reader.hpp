#pragma once

#include "byte_stream.hpp"

#include <cstddef>
#include <cstdint>
#include <string>

namespace entente {

/// The largest line or article that is read.
inline constexpr std::size_t max_document_bytes = std::size_t{64} << 20U;

/// The lines of a stream without their ends (LF or CRLF), a byte order mark at the start left out.
class LineReader {
 public:
  explicit LineReader(ByteStream& bytes) : bytes_(bytes), buffer_(buffer_size, '\0') {}

  /// The next line, or false at the end. Of a line beyond `max_document_bytes` the beginning is given.
  bool next(std::string& line);
  [[nodiscard]] std::uint64_t number() const { return number_; }
  /// True if the last line was longer than `max_document_bytes`.
  [[nodiscard]] bool too_long() const { return too_long_; }

 private:
  static constexpr std::size_t buffer_size = std::size_t{1} << 18U;

  void append(std::string& line, std::size_t begin, std::size_t end);

  ByteStream& bytes_;
  std::string buffer_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::uint64_t number_ = 0;
  bool too_long_ = false;
};

}  // namespace entente
