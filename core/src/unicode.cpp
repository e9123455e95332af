#include <entente/core/unicode.hpp>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <memory>
#include <utility>

#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

namespace entente {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

bool is_ascii(std::string_view text) {
  // Without an early end the compiler looks at many bytes at once.
  unsigned char all = 0;
  for (const char c : text) all |= static_cast<unsigned char>(c);
  return all < 0x80;
}

// True if nothing is beyond U+02FF but dashes, quotation marks and dots: none of these is decomposed or composes with
// another. That is most of what the press writes.
bool is_surely_nfc(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0xCC) continue;  // the first byte of U+0300
    const bool punctuation = byte == 0xE2 && text.substr(i + 1).starts_with('\x80') && i + 2 < text.size() &&
                             static_cast<unsigned char>(text[i + 2]) >= 0x90;
    if (!punctuation) return false;
    i += 2;
  }
  return true;
}

// Reads the code point at `offset` and moves it on; negative where the bytes are ill-formed.
UChar32 next_code_point(std::string_view text, std::size_t& offset) {
  auto position = static_cast<std::int32_t>(0);
  const std::string_view rest = text.substr(offset, U8_MAX_LENGTH);
  const auto length = static_cast<std::int32_t>(rest.size());
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(rest.data());
  UChar32 code_point = 0;
  U8_NEXT(bytes, position, length, code_point);
  offset += static_cast<std::size_t>(position);
  return code_point;
}

// Letters that ICU's Latin-ASCII leaves or renders otherwise than the press does: ə is a in "Hasanov"; letters that
// Kazakh, Tajik, Tatar and their neighbours add to the Cyrillic ones. Capitals stand before small letters.
UChar32 press_letter(UChar32 c) {
  constexpr std::pair<char16_t, char> letters[] = {
      {u'Ə', 'A'}, {u'ə', 'a'}, {u'Ә', 'A'}, {u'ә', 'a'}, {u'Ғ', 'G'}, {u'ғ', 'g'}, {u'Қ', 'K'}, {u'қ', 'k'},
      {u'Ң', 'N'}, {u'ң', 'n'}, {u'Ө', 'O'}, {u'ө', 'o'}, {u'Ұ', 'U'}, {u'ұ', 'u'}, {u'Ү', 'U'}, {u'ү', 'u'},
      {u'Һ', 'H'}, {u'һ', 'h'}, {u'Ҳ', 'H'}, {u'ҳ', 'h'}, {u'Ҷ', 'J'}, {u'ҷ', 'j'}, {u'Җ', 'J'}, {u'җ', 'j'},
      {u'Ӣ', 'I'}, {u'ӣ', 'i'}, {u'Ӯ', 'U'}, {u'ӯ', 'u'}, {u'Ҙ', 'Z'}, {u'ҙ', 'z'}, {u'Ҫ', 'S'}, {u'ҫ', 's'}};
  const auto* found = std::ranges::find(letters, c, [](const auto& one) { return static_cast<UChar32>(one.first); });
  return found == std::end(letters) ? c : found->second;
}

// Made once a thread: an ICU transliterator must not be shared between threads.
icu::Transliterator& to_ascii() {
  thread_local const std::unique_ptr<icu::Transliterator> transliterator = [] {
    UErrorCode status = U_ZERO_ERROR;
    return std::unique_ptr<icu::Transliterator>(
        icu::Transliterator::createInstance("Any-Latin; Latin-ASCII", UTRANS_FORWARD, status));
  }();
  return *transliterator;
}

std::string ascii_words(std::string_view ascii, char separator) {
  std::string words;
  bool pending = false;
  for (const char c : ascii) {
    const bool upper = 'A' <= c && c <= 'Z';
    if (upper || ('a' <= c && c <= 'z') || ('0' <= c && c <= '9')) {
      if (pending && !words.empty()) words += separator;
      pending = false;
      words += upper ? static_cast<char>(c + 32) : c;
    } else if (c != '\'') {
      pending = true;
    }
  }
  return words;
}

bool is_hangul_syllable(UChar32 c) { return 0xAC00 <= c && c <= 0xD7A3; }

// A Korean name in its own script is written as one word: family name, a syllable, and given name.
void part_hangul(icu::UnicodeString& text) {
  constexpr std::int32_t shortest = 2;
  constexpr std::int32_t longest = 4;
  if (text.length() < shortest || text.length() > longest) return;
  for (std::int32_t i = 0; i < text.length(); ++i) {
    if (!is_hangul_syllable(text.charAt(i))) return;
  }
  text.insert(1, u' ');
}

std::string romanised(std::string_view name) {
  if (is_ascii(name)) return std::string(name);
  icu::UnicodeString text;
  std::size_t offset = 0;
  while (offset < name.size()) {
    const UChar32 c = next_code_point(name, offset);
    text.append(press_letter(c < 0 ? 0xFFFD : c));
  }
  part_hangul(text);
  to_ascii().transliterate(text);
  std::string ascii;
  text.toUTF8String(ascii);
  return ascii;
}

bool is_control(UChar32 c) {
  const bool bidirectional =
      (0x202A <= c && c <= 0x202E) || (0x2066 <= c && c <= 0x2069) || c == 0x200E || c == 0x200F || c == 0x061C;
  return c < 0x20 || (0x7F <= c && c < 0xA0) || bidirectional || c == 0x2028 || c == 0x2029 || c == 0xFEFF;
}

}  // namespace

bool is_utf8(std::string_view text) {
  if (is_ascii(text)) return true;
  for (std::size_t offset = 0; offset < text.size();) {
    if (static_cast<unsigned char>(text[offset]) < 0x80) {
      ++offset;
    } else if (next_code_point(text, offset) < 0) {
      return false;
    }
  }
  return true;
}

std::string repair_utf8(std::string_view text) {
  std::string repaired;
  repaired.reserve(text.size());
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t begin = offset;
    const bool well_formed = next_code_point(text, offset) >= 0;
    repaired += well_formed ? text.substr(begin, offset - begin) : replacement;
  }
  return repaired;
}

std::string nfc(std::string_view text) {
  if (is_ascii(text) || is_surely_nfc(text)) return std::string(text);
  UErrorCode status = U_ZERO_ERROR;
  // Made once, by a guard that the thread sanitizer sees: ICU's own is not instrumented.
  static const icu::Normalizer2* const normalizer = [] {
    UErrorCode failed = U_ZERO_ERROR;
    return icu::Normalizer2::getNFCInstance(failed);
  }();
  std::string composed;
  icu::StringByteSink<std::string> sink(&composed);
  normalizer->normalizeUTF8(0, {text.data(), static_cast<std::int32_t>(text.size())}, sink, nullptr, status);
  return composed;
}

std::string fold(std::string_view name) { return ascii_words(romanised(name), ' '); }

std::string slug(std::string_view name) {
  std::string words = ascii_words(romanised(name), '-');
  return words.empty() ? "x" : words;
}

std::string shorten(std::string_view text, std::size_t max_bytes) {
  constexpr std::string_view ellipsis = "…";
  if (text.size() <= max_bytes) return std::string(text);
  std::size_t end = max_bytes > ellipsis.size() ? max_bytes - ellipsis.size() : 0;
  while (end > 0 && U8_IS_TRAIL(static_cast<std::uint8_t>(text[end]))) --end;
  std::string cut(text.substr(0, end));
  if (max_bytes >= ellipsis.size()) cut += ellipsis;
  return cut;
}

std::string terminal_safe(std::string_view text) {
  constexpr std::string_view hex = "0123456789abcdef";
  std::string safe;
  safe.reserve(text.size());
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t begin = offset;
    const UChar32 c = next_code_point(text, offset);
    if (c < 0) {
      safe += replacement;
    } else if (c == '\n' || c == '\t' || c == '\r') {
      safe += ' ';
    } else if (is_control(c)) {
      safe += "\\u";
      for (int shift = 12; shift >= 0; shift -= 4) safe += hex[static_cast<std::size_t>(c >> shift) & 0xFU];
    } else {
      safe += text.substr(begin, offset - begin);
    }
  }
  return safe;
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t offset = 0; offset < text.size();) {
    const UChar32 c = next_code_point(text, offset);
    const auto category = u_charType(c);
    if (category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK || category == U_FORMAT_CHAR) continue;
    const int east_asian = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
    const bool wide = east_asian == U_EA_WIDE || east_asian == U_EA_FULLWIDTH;
    width += wide ? 2 : 1;
  }
  return width;
}

}  // namespace entente
