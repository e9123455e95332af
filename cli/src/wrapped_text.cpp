#include "wrapped_text.hpp"

#include <entente/core/unicode.hpp>

#include <algorithm>

namespace entente::cli {

std::vector<std::string> wrapped_lines(std::string_view text, std::size_t width) {
  std::vector<std::string> lines;
  std::size_t column = 0;
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(word.size() + 1, text.size()));
    if (word.empty()) continue;
    const std::size_t columns = display_width(word);
    if (lines.empty() || column + 1 + columns > width) {
      lines.emplace_back(word);
      column = columns;
    } else {
      (lines.back() += ' ') += word;
      column += 1 + columns;
    }
  }
  return lines;
}

}  // namespace entente::cli
