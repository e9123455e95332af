#pragma once

#include <entente/core/date.hpp>
#include <entente/core/record.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace entente {

/// A place where the text that we work on is not the bytes that were read: `count` pieces in a row, each of
/// `bytes_text` bytes, that stand for `bytes_original` bytes each (an entity that was decoded, invalid UTF-8 that was
/// replaced, the characters of UTF-16). What was left out is one piece of no bytes.
struct Repair {
  std::uint64_t position;        ///< in `Article::text`, of the first piece
  std::uint64_t bytes_original;  ///< how many bytes stood there, for each piece
  std::uint64_t bytes_text;      ///< how many stand there now, for each piece
  std::uint64_t count = 1;       ///< the number of pieces
  std::uint64_t original = 0;    ///< where the first piece stood in the bytes that were read

  friend bool operator==(const Repair&, const Repair&) = default;
};

/// A document to extract from.
struct Article {
  std::string id = {};    ///< becomes `Source::document`
  std::string text = {};  ///< valid UTF-8 without markup, otherwise untouched (not normalised)
  std::optional<Date> published = {};
  std::string title = {};
  std::string url = {};
  std::vector<Repair> repairs = {};  ///< in order of position; the bytes between them are those that were read
};

/// A range of a text with these repairs as a range of the bytes that were read: pieces that the range cuts count whole,
/// what was left out at its ends does not belong to it. Logarithmic in the number of repairs.
[[nodiscard]] ByteRange original_range(std::span<const Repair> repairs, ByteRange range);

/// The range of `article.text` as a range of the bytes that were read.
[[nodiscard]] ByteRange original_range(const Article& article, ByteRange range);

}  // namespace entente
