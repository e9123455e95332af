#include "article_text.hpp"

#include "byte_scan.hpp"
#include "english.hpp"
#include "field_text.hpp"
#include "markup.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace entente {

namespace {

// White space and escape sequences of terminals are found in texts.
unsigned char is_control(unsigned char c) {
  const auto is_used = static_cast<unsigned char>(((c >= '\t') & (c <= '\r')) | (c == 0x1B));
  return static_cast<unsigned char>((c < 0x20) & (is_used ^ 1U));
}

bool is_plain(std::string_view text) {
  const auto may_be_special = [](unsigned char c) {
    return static_cast<unsigned char>((c >= 0x80) | (c == '<') | (c == '&') | is_control(c));
  };
  return scan_bytes(text, 0, may_be_special, [](std::size_t) { return true; }) == text.size();
}

// Empty if the text is one.
std::string why_binary(std::string_view text) {
  std::size_t num_controls = 0;
  for (const char c : text) num_controls += is_control(static_cast<unsigned char>(c));
  // A stray NUL or two do not make a text binary.
  constexpr std::size_t at_most_one_in = 100;
  constexpr std::size_t at_most_one_in_without_nul = 10;
  if (num_controls == 0) return {};
  const auto num_nul = static_cast<std::size_t>(std::ranges::count(text, '\0'));
  if (num_controls <= text.size() / (num_nul > 0 ? at_most_one_in : at_most_one_in_without_nul)) return {};
  return "this is no text: " + std::to_string(num_controls) + " of " + std::to_string(text.size()) +
         " bytes are control characters" +
         (num_nul > 0 ? ", " + std::to_string(num_nul) + " of them NUL" : std::string());
}

bool is_blank(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return true;
  // White space beyond ASCII is rare, and costly to look for.
  const bool is_sign = ' ' < text[first] && text[first] <= '~';
  return !is_sign && clean_field(text).empty();
}

}  // namespace

std::optional<ArticleProblem> set_text(Article& article, RepairedText decoded) {
  if (!is_plain(decoded.text)) {
    if (std::string reason = why_binary(decoded.text); !reason.empty()) {
      return ArticleProblem{.defect = Defect::binary_article, .message = std::move(reason)};
    }
    decoded = without_markup(std::move(decoded));
  }
  if (is_blank(decoded.text)) {
    return ArticleProblem{.defect = Defect::empty_article, .message = "the article has no text"};
  }
  if (std::string reason = why_not_english(decoded.text); !reason.empty()) {
    return ArticleProblem{.defect = Defect::not_english, .message = std::move(reason)};
  }
  article.text = std::move(decoded.text);
  article.repairs = std::move(decoded.repairs);
  return std::nullopt;
}

}  // namespace entente
