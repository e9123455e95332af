#pragma once

#include "byte_stream.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// An XML text in pieces of about a megabyte that end where one of some elements begins, so that each can be read by
/// itself.
class XmlBlocks {
 public:
  /// `openings` are beginnings of elements, each with its `<`.
  XmlBlocks(ByteStream& bytes, std::vector<std::string_view> openings)
      : bytes_(bytes), openings_(std::move(openings)) {}

  /// The next piece, or false at the end. Only the last one may end elsewhere. Throws `ReadFailure`.
  bool next(std::string& block);
  /// True once the last piece was given.
  [[nodiscard]] bool at_end() const { return rest_.empty(); }

 private:
  [[nodiscard]] std::size_t last_opening(std::string_view text) const;

  ByteStream& bytes_;
  std::vector<std::string_view> openings_;
  std::string rest_;  // what was read behind the last piece
};

}  // namespace entente
