#pragma once

#include "word.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace entente::extract {

enum class TokenKind : std::uint8_t { word, number, punctuation };

/// A word, number or mark of the text. `begin` and `end` are bytes of the text as given.
struct Token {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  Word word;  ///< in small letters, without diacritics and without the full stop of an abbreviation
  TokenKind kind = TokenKind::word;
  bool capital = false;       ///< begins with a capital letter
  bool upper = false;         ///< two letters or more, all of them capital
  bool initial = false;       ///< "K." or "M.K."
  bool abbreviation = false;  ///< its last byte is a full stop that belongs to it
  bool space_before = false;
  bool line_before : 1 = false;       ///< a line ends before it
  bool paragraph_before : 1 = false;  ///< a paragraph ends before it
  bool has_digit : 1 = false;         ///< a word with a digit in it
};

/// Cuts valid UTF-8 into tokens; markup (`<p>`, `&nbsp;`) counts as blank. `is_abbreviation` says of a word whether a
/// full stop behind it belongs to it. Linear in the text.
[[nodiscard]] std::vector<Token> tokenize(std::string_view text, const std::function<bool(Word)>& is_abbreviation);

/// The token's word in small letters, without diacritics and without the full stop of an abbreviation.
[[nodiscard]] std::string folded_token(std::string_view text, const Token& token);

}  // namespace entente::extract
