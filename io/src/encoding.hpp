#pragma once

#include "repaired_text.hpp"

#include <cstddef>
#include <string>

namespace entente {

/// Bytes as valid UTF-8, and what had to be done to them.
struct DecodedText {
  RepairedText content;
  std::size_t num_invalid = 0;    ///< parts that were no UTF-8 (or UTF-16)
  std::size_t first_invalid = 0;  ///< where the first of them stands in the text
  std::string problem = {};       ///< what they were and what was made of them: "invalid UTF-8, …"; empty if none
};

/// Reads UTF-8. Where some bytes are not, but few, and would be fine in Windows-1252, they are read so; otherwise each
/// maximal ill-formed part becomes U+FFFD. Linear; well-formed text is not copied.
[[nodiscard]] DecodedText decode_utf8(std::string bytes);

/// The same for a whole file: a byte order mark is left out, and one of UTF-16 tells that the file is UTF-16.
[[nodiscard]] DecodedText decode(std::string bytes);

}  // namespace entente
