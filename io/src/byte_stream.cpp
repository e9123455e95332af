#include "byte_stream.hpp"

#include "zstd_frames.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <limits>
#include <system_error>

#include <boost/iostreams/categories.hpp>
#include <boost/iostreams/filter/gzip.hpp>
#include <boost/iostreams/filter/zstd.hpp>
#include <boost/iostreams/filtering_stream.hpp>

namespace entente {

// What the decompressor reads from. Boost copies its devices, so that the state lies outside.
struct ByteStream::Source {
  std::istream& raw;
  std::string first_bytes;
  std::size_t first_begin = 0;
  bool follow_frames = false;
  ZstdFrames frames;

  std::size_t read(char* out, std::size_t size) {
    const std::size_t from_first = std::min(size, first_bytes.size() - first_begin);
    std::memcpy(out, first_bytes.data() + first_begin, from_first);
    first_begin += from_first;
    std::size_t num_read = from_first;
    if (num_read < size && raw.good()) {
      errno = 0;
      raw.read(out + num_read, static_cast<std::streamsize>(size - num_read));
      num_read += static_cast<std::size_t>(raw.gcount());
      if (raw.bad()) throw ReadFailure("reading failed: " + std::generic_category().message(errno == 0 ? EIO : errno));
    }
    if (follow_frames) frames.feed({out, num_read});
    return num_read;
  }
};

namespace {

template <typename Source>
struct SourceDevice {
  using char_type = char;
  using category = boost::iostreams::source_tag;

  Source* source;

  std::streamsize read(char* out, std::streamsize size) {
    const std::size_t num_read = source->read(out, static_cast<std::size_t>(size));
    return num_read == 0 ? -1 : static_cast<std::streamsize>(num_read);
  }
};

}  // namespace

Compression compression_of(std::string_view first_bytes) {
  if (first_bytes.starts_with("\x1F\x8B")) return Compression::gzip;
  if (first_bytes.starts_with("\x28\xB5\x2F\xFD")) return Compression::zstd;
  return Compression::none;
}

ByteStream::ByteStream(std::istream& raw, Compression compression, std::string first_bytes)
    : source_(new Source{.raw = raw, .first_bytes = std::move(first_bytes), .frames = {}}) {
  if (compression == Compression::none) return;
  auto stream = std::make_unique<boost::iostreams::filtering_istream>();
  if (compression == Compression::gzip) {
    stream->push(boost::iostreams::gzip_decompressor());
  } else {
    source_->follow_frames = true;
    stream->push(boost::iostreams::zstd_decompressor());
  }
  stream->push(SourceDevice<Source>{source_.get()});
  stream->exceptions(std::ios::badbit);  // to have what the decompressor throws
  decompressed_ = std::move(stream);
}

ByteStream::~ByteStream() = default;

std::size_t ByteStream::read(char* out, std::size_t size) {
  if (unread_begin_ < unread_.size()) {
    const std::size_t taken = std::min(size, unread_.size() - unread_begin_);
    std::memcpy(out, unread_.data() + unread_begin_, taken);
    unread_begin_ += taken;
    return taken;
  }
  if (!decompressed_) return source_->read(out, size);
  try {
    if (!decompressed_->good()) return 0;
    decompressed_->read(out, static_cast<std::streamsize>(size));
  } catch (const ReadFailure&) {
    throw;
  } catch (const std::exception&) {
    throw ReadFailure(source_->follow_frames ? "the Zstandard data are damaged"
                                             : "the gzip data are damaged or cut off");
  }
  const auto num_read = static_cast<std::size_t>(decompressed_->gcount());
  if (num_read < size && source_->follow_frames && !source_->frames.at_frame_end()) {
    throw ReadFailure("the Zstandard data are cut off");
  }
  return num_read;
}

bool ByteStream::read_all(std::string& out, std::size_t limit) {
  constexpr std::size_t first_piece = std::size_t{1} << 12U;  // most articles fit, and room asked for is cleared
  constexpr std::size_t largest_piece = std::size_t{1} << 16U;
  while (limit > 0) {
    const std::size_t before = out.size();
    const std::size_t wanted = std::min(std::clamp(before, first_piece, largest_piece), limit);
    out.resize(before + wanted);
    const std::size_t num_read = read(out.data() + before, wanted);
    out.resize(before + num_read);
    if (num_read == 0) return true;
    limit -= num_read;
  }
  char next = 0;
  if (read(&next, 1) == 0) return true;
  unread(std::string(1, next));
  return false;
}

void ByteStream::unread(std::string bytes) {
  bytes.append(unread_, unread_begin_);
  unread_ = std::move(bytes);
  unread_begin_ = 0;
}

}  // namespace entente
