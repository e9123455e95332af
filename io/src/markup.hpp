#pragma once

#include "repaired_text.hpp"

namespace entente {

/// The text without what is there for a program only. Entities are decoded, also those escaped twice; tags, comments
/// and what pages hide (head, script, style, nav …) go, block elements end a line or a paragraph; soft hyphens and
/// characters without width go, so that words stay whole. A '<' or '&' that begins nothing of HTML stays. In a whole
/// page line breaks are blanks, and tags with unknown names go too. Linear; text without any of this is not copied.
[[nodiscard]] RepairedText without_markup(RepairedText source);

}  // namespace entente
