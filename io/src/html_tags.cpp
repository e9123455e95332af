#include "html_tags.hpp"

#include <algorithm>
#include <array>

namespace entente {

namespace {

constexpr std::size_t none = std::string_view::npos;

char lower(char c) { return 'A' <= c && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

bool is_letter(char c) { return 'a' <= lower(c) && lower(c) <= 'z'; }

bool is_name_part(char c) { return is_letter(c) || ('0' <= c && c <= '9') || c == ':' || c == '-' || c == '_'; }

bool ends_name(char c) { return c == '>' || c == '/' || is_white(c); }

// True if `text` has `word`, which is in lower case, at `position`, and no more letters behind it.
bool has_word(std::string_view text, std::size_t position, std::string_view word) {
  const std::string_view there = text.substr(std::min(position, text.size()), word.size());
  if (!std::ranges::equal(there, word, {}, lower)) return false;
  const std::size_t end = position + word.size();
  return end == text.size() || ends_name(text[end]);
}

// Behind the '>' of a tag; `none` if it does not end, or if too many '<' say that it is no tag.
std::size_t tag_end(std::string_view text, std::size_t position) {
  constexpr unsigned most_openings = 8;
  unsigned num_openings = 0;
  char quote = 0;
  bool after_equals = false;
  for (; position < text.size(); ++position) {
    const char c = text[position];
    if (c == '<' && (quote == 0 || ++num_openings > most_openings)) return none;
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '>') {
      return position + 1;
    } else if (after_equals && (c == '"' || c == '\'')) {
      quote = c;
    }
    after_equals = c == '=' || (after_equals && is_white(c));
  }
  return none;
}

HtmlTag with_end(HtmlTag tag, std::string_view text, std::size_t position, std::size_t content) {
  const std::size_t end = tag_end(text, content);
  tag.length = end == none ? 0 : end - position;
  const bool is_empty = tag.kind == HtmlTag::Kind::opening && end != none && text[end - 2] == '/';
  if (is_empty) tag.kind = HtmlTag::Kind::empty;
  return tag;
}

}  // namespace

HtmlTag tag_at(std::string_view text, std::size_t position) {
  HtmlTag tag;
  if (has_word(text, position, "<!doctype") || has_word(text, position, "<?xml")) {
    tag.kind = HtmlTag::Kind::declaration;
    return with_end(tag, text, position, position + 1);
  }
  std::size_t name = position + 1;
  if (name < text.size() && text[name] == '/') {
    tag.kind = HtmlTag::Kind::closing;
    ++name;
  }
  if (name >= text.size() || !is_letter(text[name])) return {};
  std::size_t end = name;
  while (end < text.size() && is_name_part(text[end])) ++end;
  if (end == text.size() || !ends_name(text[end])) return {};
  const std::string_view as_written = text.substr(name, end - name);
  tag.qualified = as_written.find_first_of(":-") != none;
  std::array<char, 16> lower_case{};
  if (as_written.size() <= lower_case.size()) {
    std::ranges::transform(as_written, lower_case.begin(), lower);
    tag.element = find_html_element({lower_case.data(), as_written.size()});
  }
  return with_end(tag, text, position, end);
}

std::size_t find_element_end(std::string_view text, std::size_t offset, const HtmlElement& element) {
  const bool is_head = element.name == "head";
  for (offset = text.find('<', offset); offset != none; offset = text.find('<', offset + 1)) {
    const bool closes = offset + 1 < text.size() && text[offset + 1] == '/' && has_word(text, offset + 2, element.name);
    if (closes || (is_head && has_word(text, offset + 1, "body"))) return offset;
  }
  return text.size();
}

bool is_html_page(std::string_view text) {
  for (std::size_t offset = text.find('<'); offset != none; offset = text.find('<', offset + 1)) {
    if (has_word(text, offset + 1, "html") || has_word(text, offset + 1, "body") ||
        has_word(text, offset + 1, "!doctype")) {
      return true;
    }
  }
  return false;
}

void join_lines(std::string& page) {
  const HtmlElement* const pre = find_html_element("pre");
  for (std::size_t offset = 0; offset < page.size(); ++offset) {
    if (page[offset] == '<' && has_word(page, offset + 1, "pre")) offset = find_element_end(page, offset, *pre);
    if (offset < page.size() && page[offset] == '\n') page[offset] = ' ';
  }
}

}  // namespace entente
