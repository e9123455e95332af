#include "tokens.hpp"

#include "spelling.hpp"

#include <entente/core/eight_bytes.hpp>

#include <algorithm>
#include <array>

namespace entente::extract {
namespace {

constexpr std::size_t longest_markup = 200;

/// The length of the HTML element or entity that begins at `position`, 0 where none does.
std::size_t markup_length(std::string_view text, std::size_t position) {
  if (text[position] != '<' && text[position] != '&') return 0;
  const auto rest = text.substr(position, longest_markup);
  if (rest.size() < 3) return 0;
  if (rest[0] == '<') {
    std::size_t i = rest[1] == '/' ? 2 : 1;
    if (!is_letter(static_cast<unsigned char>(rest[i]))) return 0;
    const auto close = rest.find('>', i);
    return close == std::string_view::npos ? 0 : close + 1;
  }
  if (rest[0] == '&') {
    static constexpr std::array<std::string_view, 4> entities{"&nbsp;", "&amp;", "&#160;", "&ensp;"};
    for (const auto entity : entities) {
      if (rest.starts_with(entity)) return entity.size();
    }
  }
  return 0;
}

bool ends_paragraph(std::string_view markup) {
  static constexpr std::array<std::string_view, 8> blocks{"<p", "</p", "<br", "<div", "</div", "<h", "</h", "<li"};
  return std::any_of(blocks.begin(), blocks.end(), [&](auto block) { return markup.starts_with(block); });
}

char32_t peek(std::string_view text, std::size_t position) {
  return position < text.size() ? next_code_point(text, position) : U'\0';
}

bool joins(char32_t c) { return c == '-' || c == U'‐' || c == U'‑' || is_apostrophe(c); }

/// The end of a possessive ending ("'s" or "’") that begins at `position`, or `position`.
std::size_t possessive_end(std::string_view text, std::size_t position) {
  std::size_t next = position;
  if (position >= text.size() || !is_apostrophe(next_code_point(text, next))) return position;
  if (next < text.size() && (text[next] == 's' || text[next] == 'S') && !is_letter(peek(text, next + 1)) &&
      !is_digit(peek(text, next + 1))) {
    return next + 1;
  }
  return position;
}

bool goes_on_letter(std::string_view text, std::size_t position) {
  const auto c = peek(text, position);
  return c == '.' || joins(c) || is_letter(c) || is_digit(c);
}

/// "U.S.", "K." and "M.K.": the end behind the last full stop, or `begin` where the word is none of these.
std::size_t dotted_end(std::string_view text, std::size_t begin) {
  std::size_t end = begin;
  while (true) {
    std::size_t after = end;
    if (after >= text.size()) break;
    const auto letter = next_code_point(text, after);
    // "H.E President"
    if (end > begin && is_upper(letter) && (after >= text.size() || !goes_on_letter(text, after))) {
      end = after;
      break;
    }
    if (!is_letter(letter) || after >= text.size() || text[after] != '.') break;
    if (end == begin && !is_upper(letter)) break;
    end = after + 1;
  }
  return end;
}

/// "Ts.Munkh-Orgil", "Yu.Ivanov": an initial of two letters that stands right before a name; the end of its full stop.
std::size_t joined_initial_end(std::string_view text, std::size_t begin) {
  if (begin + 3 >= text.size() || text[begin + 2] != '.') return begin;
  const auto plain = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  if (!is_upper(plain(begin)) || !is_letter(plain(begin + 1)) || is_upper(plain(begin + 1))) return begin;
  return is_upper(peek(text, begin + 3)) ? begin + 3 : begin;
}

/// "Jun." before a number is June; before a capital letter it is the name of Dong Jun and ends the sentence.
bool month_ends_sentence(std::string_view text, Word word, std::size_t stop) {
  static constexpr std::array<Word, 12> months{"jan", "feb", "mar", "apr", "jun", "jul",
                                               "aug", "sep", "oct", "nov", "dec", "sept"};
  if (std::find(months.begin(), months.end(), word) == months.end()) return false;
  auto next = stop + 1;
  while (next < text.size() && text[next] == ' ') ++next;
  return next < text.size() && is_upper(peek(text, next));
}

enum class Kind : std::uint8_t { other, small, capital, digit, blank, line, joiner };

/// What each byte of ASCII is; all of a longer sequence are `other`.
constexpr std::array<Kind, 256> kinds = [] {
  std::array<Kind, 256> out{};
  for (std::size_t c = 'a'; c <= 'z'; ++c) out[c] = Kind::small;
  for (std::size_t c = 'A'; c <= 'Z'; ++c) out[c] = Kind::capital;
  for (std::size_t c = '0'; c <= '9'; ++c) out[c] = Kind::digit;
  for (const char c : {' ', '\t', '\v', '\f', '\r'}) out[static_cast<unsigned char>(c)] = Kind::blank;
  out[static_cast<unsigned char>('\n')] = Kind::line;
  for (const char c : {'.', '-', '\'', '`'}) out[static_cast<unsigned char>(c)] = Kind::joiner;
  for (std::size_t c = 0x80; c < out.size(); ++c) out[c] = Kind::joiner;
  return out;
}();

Kind kind_of(char c) { return kinds[static_cast<unsigned char>(c)]; }

/// Takes the full stop at the end of a word that it shortens.
void take_full_stop(std::string_view text, Word word, const std::function<bool(Word)>& is_abbreviation, Token& token) {
  constexpr std::uint32_t longest_abbreviation = 8;
  if (token.end - token.begin > longest_abbreviation || !is_abbreviation(word)) return;
  if (month_ends_sentence(text, word, token.end)) return;
  ++token.end;
  token.abbreviation = true;
}

/// Appends the token as it is compared with others.
void append_folded_token(std::string_view text, const Token& token, std::string& spelling) {
  auto word = text.substr(token.begin, token.end - token.begin);
  if (token.abbreviation && !token.initial) word.remove_suffix(1);
  append_folded(spelling, word);
  if (token.initial && spelling.size() > 2 && spelling.back() != '.') spelling.push_back('.');
  // "U.S." and "US" differ in lexicons, "Gen." and "Gen" do not.
  const bool shortens = token.initial || token.kind == TokenKind::word;
  if (shortens && spelling.size() == 2 && spelling[1] == '.') spelling.pop_back();
}

/// The word of the token; `spelling` is memory that is used again.
Word folded_word(std::string_view text, const Token& token, std::string& spelling) {
  spelling.clear();
  append_folded_token(text, token, spelling);
  return Word::of(spelling);
}

/// True if the word that has come as far as `end` goes on there.
bool goes_on(std::string_view text, std::size_t end) {
  auto after = end;
  const auto c = next_code_point(text, after);
  if (is_letter(c)) return true;
  if (!joins(c) || (is_apostrophe(c) && possessive_end(text, end) != end)) return false;
  const auto following = peek(text, after);
  return is_letter(following) || is_digit(following);
}

/// Reads a word of nothing but plain letters and digits, as most are. False where anything else belongs to it or may.
bool read_plain_word(std::string_view text, const std::function<bool(Word)>& is_abbreviation, Token& token) {
  auto end = static_cast<std::size_t>(token.begin);
  std::uint64_t small = 0;
  std::uint64_t digits = 0;
  std::uint64_t behind_first = 0;
  std::size_t length = 0;
  do {
    const EightBytes bytes(text, end);
    length = EightBytes::first_of(bytes.letters | bytes.digits);
    const auto part = EightBytes::part(length);
    small |= bytes.letters & ~bytes.capitals & part;
    digits |= bytes.digits & part;
    behind_first |= bytes.letters & part & (end == token.begin ? ~std::uint64_t{0xFF} : ~std::uint64_t{0});
    if (length > 0) token.word.append(bytes.folded & part);
    end += length;
  } while (length == 8 && end < text.size());
  bool stop = false;
  if (end < text.size() && kind_of(text[end]) == Kind::joiner) {
    stop = text[end] == '.';
    // "K." and "Ts.Munkh-Orgil" are no longer than two letters before the full stop.
    if (stop ? end - token.begin <= 2 : goes_on(text, end)) return false;
  }
  token.end = static_cast<std::uint32_t>(end);
  token.capital = kind_of(text[token.begin]) == Kind::capital;
  token.upper = small == 0 && behind_first != 0;
  token.has_digit = digits != 0;
  if (stop) take_full_stop(text, token.word, is_abbreviation, token);
  return true;
}

/// Reads a word with diacritics, joined words ("Al-Sudani", "O'Brien"), initials and abbreviations.
void read_word(std::string_view text, char32_t first, const std::function<bool(Word)>& is_abbreviation, Token& token,
               std::string& spelling) {
  const auto position = static_cast<std::size_t>(token.begin);
  token.capital = is_upper(first);
  std::size_t end = dotted_end(text, position);
  if (end == position) end = joined_initial_end(text, position);
  if (end > position) {
    token.initial = end - position <= 6;
    token.abbreviation = true;
    token.upper = end - position > 3;
  } else {
    end = position;
    std::size_t letters = 0;
    std::size_t uppers = 0;
    while (end < text.size()) {
      std::size_t after = end;
      const auto d = next_code_point(text, after);
      if (is_letter(d)) {
        ++letters;
        uppers += is_upper(d) ? 1U : 0U;
      } else if (joins(d)) {
        if (!goes_on(text, end)) break;
        // "Gulf-U.S. Summit"
        if (const auto dotted = dotted_end(text, after); dotted > after + 2) {
          end = dotted;
          break;
        }
      } else if (is_digit(d)) {
        token.has_digit = true;
      } else {
        break;
      }
      end = after;
    }
    token.upper = letters > 1 && uppers == letters;
  }
  token.end = static_cast<std::uint32_t>(end);
  if (!token.abbreviation && end < text.size() && text[end] == '.')
    take_full_stop(text, folded_word(text, token, spelling), is_abbreviation, token);
  token.word = folded_word(text, token, spelling);
}

/// "March 06, 2024State Minister X": the page has lost the space behind the year that begins at `begin`.
bool ends_year(std::string_view text, std::size_t begin, std::size_t end) {
  constexpr std::size_t digits = 4;
  if (end != begin + digits || !(text[begin] == '1' || text[begin] == '2') || !is_upper(peek(text, end))) return false;
  const auto behind = peek(text, end + 1);
  return is_letter(behind) && !is_upper(behind);
}

void read_number(std::string_view text, Token& token, std::string& spelling) {
  token.kind = TokenKind::number;
  std::size_t end = token.begin;
  while (end < text.size() && !ends_year(text, token.begin, end)) {
    std::size_t after = end;
    const auto d = next_code_point(text, after);
    const bool inner = d == '.' || d == ',' || d == ':' || d == '/' || d == '-';
    if (is_digit(d) || is_letter(d)) {
      end = after;
    } else if (inner && is_digit(peek(text, after))) {
      end = after;
    } else {
      break;
    }
  }
  token.end = static_cast<std::uint32_t>(end);
  token.word = folded_word(text, token, spelling);
}

/// A mark of ASCII that nothing belongs to.
bool is_single_mark(std::string_view text, std::size_t position) {
  const char c = text[position];
  return c == ',' || c == '.' || c == '"' || c == '(' || c == ')' || c == ':' || c == ';';
}

void read_mark(std::string_view text, std::size_t next, Token& token, std::string& spelling) {
  token.kind = TokenKind::punctuation;
  const auto position = static_cast<std::size_t>(token.begin);
  if (is_single_mark(text, position)) {
    token.end = token.begin + 1;
    token.word.append(static_cast<unsigned char>(text[position]));
    return;
  }
  const auto possessive = possessive_end(text, position);
  token.end = static_cast<std::uint32_t>(possessive > position && !token.space_before ? possessive : next);
  if (text[position] == '-' && next < text.size() && text[next] == '-')
    token.end = static_cast<std::uint32_t>(next + 1);
  token.word = folded_word(text, token, spelling);
}

}  // namespace

std::vector<Token> tokenize(std::string_view text, const std::function<bool(Word)>& is_abbreviation) {
  std::vector<Token> tokens;
  tokens.reserve(text.size() / 5 + 4);
  bool space = false;
  int lines = 0;
  bool paragraph = false;
  std::size_t position = 0;
  std::string spelling;
  while (position < text.size()) {
    const auto kind = kind_of(text[position]);
    if (kind == Kind::blank || kind == Kind::line) {
      space = true;
      lines += kind == Kind::line ? 1 : 0;
      ++position;
      continue;
    }
    if (const auto length = kind == Kind::other ? markup_length(text, position) : 0; length > 0) {
      paragraph = paragraph || ends_paragraph(text.substr(position, length));
      space = true;
      position += length;
      continue;
    }
    auto& token = tokens.emplace_back();
    token.begin = static_cast<std::uint32_t>(position);
    token.space_before = space;
    token.line_before = lines > 0;
    token.paragraph_before = lines > 1 || paragraph;
    const bool plain = (kind == Kind::small || kind == Kind::capital) && read_plain_word(text, is_abbreviation, token);
    if (!plain) {
      token.word = {};
      std::size_t next = position;
      const auto c = next_code_point(text, next);
      if (is_space(c)) {
        tokens.pop_back();
        space = true;
        position = next;
        continue;
      }
      if (is_letter(c))
        read_word(text, c, is_abbreviation, token, spelling);
      else if (is_digit(c))
        read_number(text, token, spelling);
      else
        read_mark(text, next, token, spelling);
    }
    space = paragraph = false;
    lines = 0;
    position = token.end;
  }
  return tokens;
}

std::string folded_token(std::string_view text, const Token& token) {
  std::string spelling;
  append_folded_token(text, token, spelling);
  return spelling;
}

}  // namespace entente::extract
