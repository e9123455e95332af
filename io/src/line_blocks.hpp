#pragma once

#include "byte_stream.hpp"

#include <cstddef>
#include <cstdint>
#include <exception>
#include <string>

namespace entente {

/// The lines of a stream, many at a time: pieces of about a megabyte that end where a line ends.
class LineBlocks {
 public:
  struct Block {
    std::string text;       ///< whole lines; a byte order mark at the start of the stream is left out
    bool too_long = false;  ///< it is the beginning of one line of more than `max_document_bytes`
  };

  explicit LineBlocks(ByteStream& bytes) : bytes_(bytes) {}

  /// The next block, or false at the end, or where the stream breaks off.
  bool next(Block& block);
  /// Throws the `ReadFailure` at which the stream broke off, if it did.
  void require_whole() const;

 private:
  bool fill(std::string& text, std::size_t size);
  void skip_line();

  ByteStream& bytes_;
  std::string rest_;  // what was read behind the last block
  bool first_ = true;
  std::exception_ptr failure_;
};

}  // namespace entente
