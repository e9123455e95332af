#pragma once

#include <string>
#include <string_view>

namespace entente {

/// Appends `text` as the content of an XML 1.0 element: `&` and `<` as entities, characters that XML forbids left out,
/// invalid UTF-8 as U+FFFD. A blank alone between two entities is written as a no-break space, since Gephi's parser can
/// lose it.
void append_xml_text(std::string& out, std::string_view text);

}  // namespace entente
