#include "plain_words.hpp"

#include <algorithm>
#include <cstdint>

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

namespace entente {

namespace {

/// Letters that do not decompose, as the press writes them; a modifier apostrophe counts as punctuation.
const char* press_letters(UChar32 c) {
  switch (c) {
    case U'ı':
    case U'İ':
      return "i";
    case U'ə':
    case U'Ə':
      return "a";
    case U'ø':
    case U'Ø':
      return "o";
    case U'ł':
    case U'Ł':
      return "l";
    case U'đ':
    case U'Đ':
    case U'ð':
      return "d";
    case U'ß':
      return "ss";
    case U'æ':
    case U'Æ':
      return "ae";
    case U'œ':
      return "oe";
    case U'þ':
      return "th";
    case U'ʼ':
      return "'";
    default:
      return nullptr;
  }
}

icu::UnicodeString with_press_letters(const icu::UnicodeString& text) {
  icu::UnicodeString result;
  for (std::int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
    const UChar32 c = text.char32At(at);
    if (const char* letters = press_letters(c)) {
      result.append(icu::UnicodeString::fromUTF8(letters));
    } else {
      result.append(c);
    }
  }
  return result;
}

icu::UnicodeString without_diacritics(const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString decomposed = icu::Normalizer2::getNFKDInstance(status)->normalize(text, status);
  icu::UnicodeString result;
  for (std::int32_t at = 0; at < decomposed.length(); at = decomposed.moveIndex32(at, 1)) {
    const UChar32 c = decomposed.char32At(at);
    if (u_getCombiningClass(c) == 0) result.append(c);
  }
  return result;
}

bool is_letter_or_number(UChar32 c) { return u_isalpha(c) != 0 || u_getNumericValue(c) != U_NO_NUMERIC_VALUE; }

std::string_view first_word(std::string_view plain) { return plain.substr(0, plain.find(' ')); }

std::string_view last_word(std::string_view plain) {
  const std::size_t blank = plain.rfind(' ');
  return blank == std::string_view::npos ? plain : plain.substr(blank + 1);
}

bool is_one_letter(std::string_view word) {
  return std::ranges::count_if(word, [](char c) { return !U8_IS_TRAIL(static_cast<std::uint8_t>(c)); }) == 1;
}

bool is_initial_of(std::string_view initial, std::string_view word) {
  return is_one_letter(initial) && word.starts_with(initial);
}

icu::UnicodeString utf16(std::string_view text) {
  return icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
}

}  // namespace

std::string plain_words(std::string_view text) {
  icu::UnicodeString folded = without_diacritics(with_press_letters(utf16(text)));
  folded.foldCase(U_FOLD_CASE_DEFAULT);
  icu::UnicodeString words;
  for (std::int32_t at = 0; at < folded.length(); at = folded.moveIndex32(at, 1)) {
    const UChar32 c = folded.char32At(at);
    if (is_letter_or_number(c)) {
      words.append(c);
    } else if (!words.isEmpty() && !words.endsWith(u' ')) {
      words.append(u' ');
    }
  }
  words.trim();
  std::string plain;
  words.toUTF8String(plain);
  return plain;
}

std::size_t num_words(std::string_view plain) {
  return plain.empty() ? 0 : static_cast<std::size_t>(std::ranges::count(plain, ' ')) + 1;
}

bool compatible_names(std::string_view a, std::string_view b) {
  if (a.empty() || b.empty() || last_word(a) != last_word(b)) return false;
  if (num_words(a) == 1 || num_words(b) == 1) return true;
  const std::string_view given_a = first_word(a);
  const std::string_view given_b = first_word(b);
  return given_a == given_b || is_initial_of(given_a, given_b) || is_initial_of(given_b, given_a);
}

bool wordings_agree(std::string_view a, std::string_view b) {
  const std::string x = " " + plain_words(a) + " ";
  const std::string y = " " + plain_words(b) + " ";
  constexpr std::size_t without_words = 2;
  if (x.size() == without_words || y.size() == without_words) return false;
  return x.find(y) != std::string::npos || y.find(x) != std::string::npos;
}

bool same_code(std::string_view a, std::string_view b) {
  return utf16(a).toUpper(icu::Locale::getRoot()) == utf16(b).toUpper(icu::Locale::getRoot());
}

}  // namespace entente
