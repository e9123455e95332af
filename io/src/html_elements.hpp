#pragma once

#include <cstdint>
#include <string_view>

namespace entente {

/// What the tags of an element do to the text around them.
enum class HtmlLayout : std::uint8_t { within_line, line, paragraph };

struct HtmlElement {
  std::string_view name;  ///< in lower case
  HtmlLayout layout = HtmlLayout::within_line;
  bool hidden = false;  ///< what stands in it is no part of the text
};

/// The elements of HTML, in the order of their names.
[[nodiscard]] const HtmlElement* find_html_element(std::string_view lower_case_name);

}  // namespace entente
