#include "spelling.hpp"

#include <array>

#include <unicode/uchar.h>
#include <unicode/unorm2.h>

namespace entente::extract {
namespace {

/// Letters that Unicode does not decompose and that news nevertheless writes without their strokes and tails.
std::string_view plain_letter(char32_t c) {
  switch (c) {
    case U'ı':
      return "i";
    case U'ə':
      return "a";
    case U'ø':
      return "o";
    case U'ł':
      return "l";
    case U'đ':
      return "d";
    case U'ð':
      return "d";
    case U'ß':
      return "ss";
    case U'æ':
      return "ae";
    case U'œ':
      return "oe";
    case U'þ':
      return "th";
    case U'’':
    case U'‘':
    case U'ʼ':
    case U'`':
    case U'ʻ':
      return "'";
    default:
      return {};
  }
}

void append_utf8(std::string& out, char32_t c) {
  const auto push = [&](char32_t byte) { out.push_back(static_cast<char>(static_cast<unsigned char>(byte))); };
  if (c < 0x80) {
    push(c);
  } else if (c < 0x800) {
    push(0xC0 | (c >> 6));
    push(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    push(0xE0 | (c >> 12));
    push(0x80 | ((c >> 6) & 0x3F));
    push(0x80 | (c & 0x3F));
  } else {
    push(0xF0 | (c >> 18));
    push(0x80 | ((c >> 12) & 0x3F));
    push(0x80 | ((c >> 6) & 0x3F));
    push(0x80 | (c & 0x3F));
  }
}

}  // namespace

char32_t next_long_code_point(std::string_view text, std::size_t& position) {
  const auto byte_at = [&](std::size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(text[i])); };
  const auto first = byte_at(position++);
  const std::size_t more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : first >= 0xC0 ? 1 : 0;
  char32_t c = more == 3 ? first & 0x07 : more == 2 ? first & 0x0F : first & 0x1F;
  // Texts are valid UTF-8; what is not must still move on and stay within the text.
  if (more == 0) return U'\uFFFD';
  for (std::size_t i = 0; i < more; ++i) {
    if (position >= text.size() || (byte_at(position) & 0xC0) != 0x80) return U'\uFFFD';
    c = (c << 6) | (byte_at(position++) & 0x3F);
  }
  return c;
}

void append_folded(std::string& out, char32_t c) {
  if (c < 0x80) {
    if (c >= 'A' && c <= 'Z') c += 'a' - 'A';
    out.push_back(c == '`' ? '\'' : static_cast<char>(c));
    return;
  }
  if (c == U'İ') {
    out.push_back('i');
    return;
  }
  auto lower = static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
  if (const auto plain = plain_letter(lower); !plain.empty()) {
    out.append(plain);
    return;
  }
  static const UNormalizer2* const nfkd = [] {
    UErrorCode failed = U_ZERO_ERROR;
    return unorm2_getNFKDInstance(&failed);
  }();
  UErrorCode status = U_ZERO_ERROR;
  std::array<UChar, 20> units{};
  const auto length = nfkd != nullptr ? unorm2_getDecomposition(nfkd, static_cast<UChar32>(lower), units.data(),
                                                                static_cast<std::int32_t>(units.size()), &status)
                                      : -1;
  if (U_FAILURE(status) || length < 0) {
    if (u_charType(static_cast<UChar32>(lower)) != U_NON_SPACING_MARK) append_utf8(out, lower);
    return;
  }
  // Letters of news decompose within the first plane; what does not is kept as it is.
  for (std::int32_t i = 0; i < length; ++i) {
    const auto unit = static_cast<char32_t>(units[static_cast<std::size_t>(i)]);
    if (u_charType(static_cast<UChar32>(unit)) == U_NON_SPACING_MARK) continue;
    if (unit >= 0xD800 && unit <= 0xDFFF) {
      append_utf8(out, lower);
      return;
    }
    if (const auto plain = plain_letter(unit); !plain.empty())
      out.append(plain);
    else
      append_utf8(out, unit);
  }
}

void append_folded(std::string& out, std::string_view word) {
  for (std::size_t i = 0; i < word.size();) {
    const char c = word[i];
    if ((c >= 'a' && c <= 'z') || c == '-' || c == '.' || (c >= '0' && c <= '9')) {
      out.push_back(c);
      ++i;
    } else {
      append_folded(out, next_code_point(word, i));
    }
  }
}

std::string folded(std::string_view word) {
  std::string out;
  out.reserve(word.size());
  append_folded(out, word);
  return out;
}

bool is_letter(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return u_isalpha(static_cast<UChar32>(c)) || u_charType(static_cast<UChar32>(c)) == U_NON_SPACING_MARK;
}

bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }

bool is_upper(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z';
  return u_isupper(static_cast<UChar32>(c)) || u_istitle(static_cast<UChar32>(c));
}

bool is_space(char32_t c) {
  if (c < 0x80) return c == ' ' || (c >= '\t' && c <= '\r');
  return u_isUWhiteSpace(static_cast<UChar32>(c)) || c == U'\u200B' || c == U'\uFEFF';
}

bool is_apostrophe(char32_t c) { return c == '\'' || c == U'’' || c == U'ʼ' || c == U'‘' || c == '`' || c == U'ʻ'; }

}  // namespace entente::extract
