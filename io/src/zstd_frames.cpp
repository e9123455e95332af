#include "zstd_frames.hpp"

#include <algorithm>
#include <array>

namespace entente {

void ZstdFrames::feed(std::string_view compressed) {
  while (!compressed.empty() && !broken_) {
    const std::size_t taken = std::min(wanted_ - num_bytes_, compressed.size());
    for (std::size_t at = 0; at < taken && num_bytes_ + at < sizeof number_; ++at) {
      number_ |= std::uint64_t{static_cast<unsigned char>(compressed[at])} << (8 * (num_bytes_ + at));
    }
    num_bytes_ += taken;
    compressed.remove_prefix(taken);
    while (num_bytes_ == wanted_ && !broken_) finish_part();
  }
}

void ZstdFrames::finish_part() {
  constexpr std::uint64_t frame_magic = 0xFD2FB528;
  constexpr std::uint64_t skippable_magic = 0x184D2A50;
  switch (part_) {
    case Part::magic:
      if (number_ == frame_magic) {
        expect(Part::descriptor, 1);
      } else if ((number_ & ~std::uint64_t{0xF}) == skippable_magic) {
        expect(Part::skippable_size, 4);
      } else {
        broken_ = true;
      }
      return;
    case Part::skippable_size:
      skippable_ = true;
      expect(Part::block, number_);
      return;
    case Part::descriptor: {
      constexpr std::array<std::size_t, 4> dictionary_bytes{0, 1, 2, 4};
      constexpr std::array<std::size_t, 4> content_size_bytes{0, 2, 4, 8};
      const bool single_segment = (number_ & 0x20U) != 0;
      const std::size_t size_flag = (number_ >> 6U) & 3U;
      has_checksum_ = (number_ & 4U) != 0;
      skippable_ = false;
      expect(Part::header, (single_segment ? 0 : 1) + dictionary_bytes.at(number_ & 3U) +
                               (single_segment && size_flag == 0 ? 1 : content_size_bytes.at(size_flag)));
      return;
    }
    case Part::header:
      expect(Part::block_header, 3);
      return;
    case Part::block_header: {
      last_block_ = (number_ & 1U) != 0;
      const bool run_length = ((number_ >> 1U) & 3U) == 1;
      expect(Part::block, run_length ? 1 : static_cast<std::size_t>(number_ >> 3U));
      return;
    }
    case Part::block:
      if (!skippable_ && !last_block_) {
        expect(Part::block_header, 3);
      } else if (!skippable_ && has_checksum_) {
        expect(Part::checksum, 4);
      } else {
        expect(Part::magic, 4);
      }
      return;
    case Part::checksum:
      expect(Part::magic, 4);
      return;
  }
}

}  // namespace entente
