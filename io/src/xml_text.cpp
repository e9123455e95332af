#include "xml_text.hpp"

#include <entente/core/unicode.hpp>

#include <cstddef>

namespace entente {

namespace {

// Only these become entities: `>` must not end a CDATA section that there is none of.
bool is_escaped(std::string_view text, std::size_t at) {
  return text[at] == '&' || text[at] == '<' || (text[at] == '>' && text.substr(0, at).ends_with("]]"));
}

// Control characters but tab and line feed; a carriage return would come back as a line feed.
bool is_forbidden(unsigned char byte) { return byte < 0x20 && byte != '\t' && byte != '\n'; }

void append_valid_xml_text(std::string& out, std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    const auto byte = static_cast<unsigned char>(c);
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '>' && is_escaped(text, at)) {
      out += "&gt;";
    } else if (c == ' ' && at > 0 && at + 1 < text.size() && is_escaped(text, at - 1) && is_escaped(text, at + 1)) {
      out += "&#160;";
    } else if (byte == 0xEF && (text.substr(at, 3) == "\xEF\xBF\xBE" || text.substr(at, 3) == "\xEF\xBF\xBF")) {
      at += 2;  // U+FFFE and U+FFFF
    } else if (!is_forbidden(byte)) {
      out += c;
    }
  }
}

}  // namespace

void append_xml_text(std::string& out, std::string_view text) {
  if (is_utf8(text)) {
    append_valid_xml_text(out, text);
  } else {
    append_valid_xml_text(out, repair_utf8(text));
  }
}

}  // namespace entente
