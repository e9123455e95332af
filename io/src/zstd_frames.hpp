#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace entente {

/// Follows the frames of a Zstandard stream (RFC 8878, section 3.1) without decompressing it, to tell whether it ends
/// where a frame ends: Boost's decompressor takes a stream that was cut off for a whole one.
class ZstdFrames {
 public:
  void feed(std::string_view compressed);
  /// True at the start and after each whole frame.
  [[nodiscard]] bool at_frame_end() const { return part_ == Part::magic && num_bytes_ == 0 && !broken_; }

 private:
  enum class Part : std::uint8_t { magic, skippable_size, descriptor, header, block_header, block, checksum };

  void finish_part();
  void expect(Part part, std::size_t size) {
    part_ = part;
    wanted_ = size;
    number_ = 0;
    num_bytes_ = 0;
  }

  Part part_ = Part::magic;
  std::size_t wanted_ = 4;     // bytes of this part
  std::size_t num_bytes_ = 0;  // seen of it
  std::uint64_t number_ = 0;   // its first eight bytes, little endian
  bool has_checksum_ = false;
  bool last_block_ = false;
  bool skippable_ = false;
  bool broken_ = false;  // not Zstandard: the decompressor says so better
};

}  // namespace entente
