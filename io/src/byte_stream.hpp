#pragma once

#include <cstddef>
#include <cstdint>
#include <istream>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

namespace entente {

enum class Compression : std::uint8_t { none, gzip, zstd };

/// The compression that the first bytes of a file tell of.
[[nodiscard]] Compression compression_of(std::string_view first_bytes);

/// A file that broke off while it was read; the message says how.
class ReadFailure : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The bytes of a stream, decompressed. All functions throw `ReadFailure`.
class ByteStream {
 public:
  /// `raw` is borrowed; `first_bytes` were read from it already.
  ByteStream(std::istream& raw, Compression compression, std::string first_bytes = {});
  ByteStream(const ByteStream&) = delete;
  ByteStream& operator=(const ByteStream&) = delete;
  ~ByteStream();

  /// Up to `size` bytes; 0 at the end only.
  std::size_t read(char* out, std::size_t size);
  /// Appends all that is left, or the first `limit` bytes of it; true if nothing is left.
  bool read_all(std::string& out, std::size_t limit);
  /// Puts bytes back, to be read next.
  void unread(std::string bytes);

 private:
  struct Source;

  std::unique_ptr<Source> source_;
  std::unique_ptr<std::istream> decompressed_;
  std::string unread_;
  std::size_t unread_begin_ = 0;
};

}  // namespace entente
