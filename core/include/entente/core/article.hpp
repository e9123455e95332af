#pragma once

#include <entente/core/date.hpp>
#include <entente/core/record.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace entente {

/// A place where the text that we work on has another length than the bytes that were read, because invalid UTF-8
/// was replaced by U+FFFD.
struct Repair {
  std::uint64_t position;        ///< in `Article::text`, of the replacement
  std::uint64_t bytes_original;  ///< how many bytes stood there
  std::uint64_t bytes_text;      ///< how many stand there now

  friend bool operator==(const Repair&, const Repair&) = default;
};

/// A document to extract from.
struct Article {
  std::string id = {};    ///< becomes `Source::document`
  std::string text = {};  ///< valid UTF-8, otherwise untouched (not normalised): offsets refer to it
  std::optional<Date> published = {};
  std::string title = {};
  std::string url = {};
  std::vector<Repair> repairs = {};  ///< in order of position
};

/// The range of `article.text` as a range of the bytes that were read.
[[nodiscard]] ByteRange original_range(const Article& article, ByteRange range);

}  // namespace entente
