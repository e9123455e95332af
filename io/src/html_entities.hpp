#pragma once

#include <cstddef>
#include <string_view>

namespace entente {

/// A reference to a character, as "&eacute;", "&#233;" or "&#xE9;".
struct EntityReference {
  std::size_t length = 0;  ///< with '&' and ';'; 0: there is none
  char32_t character = 0;
};

/// The reference that begins with the '&' at `position`. As in HTML, numbers from 128 to 159 mean Windows-1252; what
/// is no character of a text is U+FFFD. Constant time.
[[nodiscard]] EntityReference entity_at(std::string_view text, std::size_t position);

}  // namespace entente
