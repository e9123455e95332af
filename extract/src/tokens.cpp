#include "tokens.hpp"

#include "spelling.hpp"

#include <algorithm>
#include <array>

namespace entente::extract {
namespace {

constexpr std::size_t longest_markup = 200;

/// The length of the HTML element or entity that begins at `position`, 0 where none does.
std::size_t markup_length(std::string_view text, std::size_t position) {
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

/// "U.S.", "K." and "M.K.": the end behind the last full stop, or `begin` where the word is none of these.
std::size_t dotted_end(std::string_view text, std::size_t begin) {
  std::size_t end = begin;
  while (true) {
    std::size_t after = end;
    if (after >= text.size()) break;
    const auto letter = next_code_point(text, after);
    if (!is_letter(letter) || after >= text.size() || text[after] != '.') break;
    if (end == begin && !is_upper(letter)) break;
    end = after + 1;
  }
  return end;
}

/// "Jun." before a number is June; before a capital letter it is the name of Dong Jun and ends the sentence.
bool month_ends_sentence(std::string_view text, const std::string& word, std::size_t stop) {
  static constexpr std::array<std::string_view, 12> months{"jan", "feb", "mar", "apr", "jun", "jul",
                                                           "aug", "sep", "oct", "nov", "dec", "sept"};
  if (std::find(months.begin(), months.end(), word) == months.end()) return false;
  auto next = stop + 1;
  while (next < text.size() && text[next] == ' ') ++next;
  return next < text.size() && is_upper(peek(text, next));
}

}  // namespace

std::vector<Token> tokenize(std::string_view text, const std::function<bool(std::string_view)>& is_abbreviation) {
  std::vector<Token> tokens;
  tokens.reserve(text.size() / 5 + 4);
  bool space = false;
  int lines = 0;
  bool paragraph = false;
  std::size_t position = 0;
  while (position < text.size()) {
    if (const auto length = markup_length(text, position); length > 0) {
      paragraph = paragraph || ends_paragraph(text.substr(position, length));
      space = true;
      position += length;
      continue;
    }
    std::size_t next = position;
    const auto c = next_code_point(text, next);
    if (is_space(c)) {
      space = true;
      lines += c == '\n' ? 1 : 0;
      position = next;
      continue;
    }
    Token token;
    token.begin = static_cast<std::uint32_t>(position);
    token.space_before = space;
    token.line_before = lines > 0;
    token.paragraph_before = lines > 1 || paragraph;
    space = paragraph = false;
    lines = 0;
    if (is_letter(c)) {
      token.capital = is_upper(c);
      std::size_t end = dotted_end(text, position);
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
            if (is_apostrophe(d) && possessive_end(text, end) != end) break;
            const auto following = peek(text, after);
            if (!is_letter(following) && !is_digit(following)) break;
          } else if (!is_digit(d)) {
            break;
          }
          end = after;
        }
        token.upper = letters > 1 && uppers == letters;
        if (end < text.size() && text[end] == '.' && end - position <= 8 &&
            is_abbreviation(folded(text.substr(position, end - position))) &&
            !month_ends_sentence(text, folded(text.substr(position, end - position)), end)) {
          ++end;
          token.abbreviation = true;
        }
      }
      token.end = static_cast<std::uint32_t>(end);
    } else if (is_digit(c)) {
      token.kind = TokenKind::number;
      std::size_t end = next;
      while (end < text.size()) {
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
    } else {
      token.kind = TokenKind::punctuation;
      const auto possessive = possessive_end(text, position);
      token.end = static_cast<std::uint32_t>(possessive > position && !token.space_before ? possessive : next);
      if (c == '-' && next < text.size() && text[next] == '-') token.end = static_cast<std::uint32_t>(next + 1);
    }
    position = token.end;
    tokens.push_back(token);
  }
  return tokens;
}

std::string folded_token(std::string_view text, const Token& token) {
  auto word = text.substr(token.begin, token.end - token.begin);
  if (token.abbreviation && !token.initial) word.remove_suffix(1);
  auto out = folded(word);
  if (token.initial || token.kind == TokenKind::word) {
    // "U.S." and "US" differ in lexicons, "Gen." and "Gen" do not.
    if (out.size() == 2 && out[1] == '.') out.pop_back();
  }
  return out;
}

}  // namespace entente::extract
