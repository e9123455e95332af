#include "yaml_text.hpp"

#include <entente/core/unicode.hpp>

#include <fmt/format.h>

namespace entente::cli {

std::string yaml_text(std::string_view text) {
  std::string result = "\"";
  for (const char character : repair_utf8(text)) {
    if (character == '"' || character == '\\') {
      result += '\\';
      result += character;
    } else if (static_cast<unsigned char>(character) < 0x20 || character == 0x7f) {
      result += fmt::format("\\x{:02x}", static_cast<unsigned char>(character));
    } else {
      result += character;
    }
  }
  return result + '"';
}

}  // namespace entente::cli
