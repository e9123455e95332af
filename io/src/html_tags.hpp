#pragma once

#include "html_elements.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace entente {

/// A tag, or a declaration (`<!doctype html>`, `<?xml …?>`).
struct HtmlTag {
  enum class Kind : std::uint8_t { opening, closing, empty, declaration };

  std::size_t length = 0;  ///< 0: there is none
  Kind kind = Kind::opening;
  const HtmlElement* element = nullptr;  ///< null: it is not one of HTML
  bool qualified = false;                ///< its name is made as no word is: `o:p`, `x-teaser`

  /// True if it is markup even in a text that is no page.
  [[nodiscard]] bool is_known() const { return element != nullptr || qualified || kind == Kind::declaration; }
};

/// True if `c` is white space of HTML.
[[nodiscard]] inline bool is_white(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }

/// The tag that begins with the '<' at `position`. Attributes may hold '>' and a few '<' between quotes.
[[nodiscard]] HtmlTag tag_at(std::string_view text, std::size_t position);

/// Where the closing tag of `element` begins that comes next, `text.size()` if none does. A head ends with a body too.
[[nodiscard]] std::size_t find_element_end(std::string_view text, std::size_t offset, const HtmlElement& element);

/// True if there is `<html`, `<body` or `<!doctype`: the line breaks of such a text mean nothing.
[[nodiscard]] bool is_html_page(std::string_view text);

/// Line breaks become blanks, but in `<pre>`.
void join_lines(std::string& page);

}  // namespace entente
