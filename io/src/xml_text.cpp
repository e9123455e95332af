#include "xml_text.hpp"

#include "byte_scan.hpp"

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

bool begins_noncharacter(std::string_view rest) {
  return rest.starts_with("\xEF\xBF\xBE") || rest.starts_with("\xEF\xBF\xBF");  // U+FFFE and U+FFFF
}

// What cannot be copied as it stands, and what it depends on what stands around: `>`, blanks behind an entity, the
// first byte of the noncharacters.
constexpr auto may_change_in_element = [](unsigned char c) {
  return static_cast<unsigned char>((c < 0x20) | (c == '&') | (c == '<') | (c == '>') | (c == 0xEF));
};
constexpr auto may_change_in_attribute = [](unsigned char c) {
  return static_cast<unsigned char>((c < 0x20) | (c == '&') | (c == '<') | (c == '"') | (c == 0xEF));
};

void append_valid_xml_text(std::string& out, std::string_view text) {
  const auto is_found = [](std::size_t) { return true; };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t next = scan_bytes(text, at, may_change_in_element, is_found);
    out += text.substr(at, next - at);
    at = next;
    if (at == text.size()) return;
    const char c = text[at];
    if (begins_noncharacter(text.substr(at))) {
      at += 3;
      continue;
    }
    if (!is_escaped(text, at)) {
      if (!is_forbidden(static_cast<unsigned char>(c))) out += c;
      ++at;
      continue;
    }
    out += c == '&' ? "&amp;" : c == '<' ? "&lt;" : "&gt;";
    ++at;
    if (at + 1 < text.size() && text[at] == ' ' && is_escaped(text, at + 1)) {
      out += "&#160;";
      ++at;
    }
  }
}

void append_valid_xml_attribute(std::string& out, std::string_view text) {
  const auto is_found = [](std::size_t) { return true; };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t next = scan_bytes(text, at, may_change_in_attribute, is_found);
    out += text.substr(at, next - at);
    at = next;
    if (at == text.size()) return;
    const char c = text[at];
    if (begins_noncharacter(text.substr(at))) {
      at += 3;
      continue;
    }
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '"') {
      out += "&quot;";
    } else if (c == '\n' || c == '\t') {
      out += ' ';
    } else if (!is_forbidden(static_cast<unsigned char>(c))) {
      out += c;
    }
    ++at;
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

void append_xml_attribute(std::string& out, std::string_view text) {
  if (is_utf8(text)) {
    append_valid_xml_attribute(out, text);
  } else {
    append_valid_xml_attribute(out, repair_utf8(text));
  }
}

void append_xml_token(std::string& out, std::string_view text) {
  const std::size_t begin = out.size();
  append_xml_attribute(out, text);
  std::size_t end = begin;
  for (std::size_t at = begin; at < out.size(); ++at) {
    const bool is_blank = out[at] == ' ';
    if (is_blank && (end == begin || out[end - 1] == ' ')) continue;
    out[end++] = out[at];
  }
  if (end > begin && out[end - 1] == ' ') --end;
  out.resize(end);
}

}  // namespace entente
