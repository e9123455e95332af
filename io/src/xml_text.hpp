#pragma once

#include <string>
#include <string_view>

namespace entente {

/// Appends `text` as the content of an XML 1.0 element: `&` and `<` as entities, characters that XML forbids left out,
/// invalid UTF-8 as U+FFFD. A blank alone between two entities is written as a no-break space, since Gephi's parser can
/// lose it.
void append_xml_text(std::string& out, std::string_view text);

/// The same as the value of an attribute in double quotes: quotes as entities too, line breaks and tabs as blanks,
/// which is what a parser makes of them.
void append_xml_attribute(std::string& out, std::string_view text);

/// The same as a value of type xs:token: without blanks at the ends, and one where several follow each other.
void append_xml_token(std::string& out, std::string_view text);

}  // namespace entente
