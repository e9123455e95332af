#include "look.hpp"

#include "wrapped_text.hpp"

#include <entente/core/unicode.hpp>

#include <algorithm>
#include <cstdlib>

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace entente::cli {

namespace {

constexpr std::size_t width_where_not_told = 80;
constexpr std::size_t most_readable_width = 110;
constexpr std::size_t least_readable_width = 30;

bool is_set(const char* variable) {
  const char* value = std::getenv(variable);
  return value != nullptr && *value != '\0';
}

}  // namespace

std::string Look::marked(std::string_view code, std::string_view text) const {
  return colours && !text.empty() ? fmt::format("\x1b[{}m{}\x1b[0m", code, text) : std::string(text);
}

Look look_of(int descriptor) {
  if (::isatty(descriptor) == 0) return {};
  winsize size{};
  const bool is_told = ::ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
  const char* terminal = std::getenv("TERM");
  const bool is_dumb = terminal == nullptr || std::string_view(terminal) == "dumb";
  return {.width = is_told ? size.ws_col : width_where_not_told, .colours = !is_set("NO_COLOR") && !is_dumb};
}

std::string indented(std::string_view text, std::size_t indent, const Look& look, std::string_view head) {
  const std::string safe_head = terminal_safe(head);
  std::string behind = look.quiet(safe_head);
  behind.append(indent - std::min(indent, display_width(safe_head)), ' ');
  const std::string safe = terminal_safe(text);
  if (look.width == 0) return behind + safe + '\n';
  const std::size_t width = std::min(look.width, most_readable_width);
  std::string lines;
  for (const std::string& line : wrapped_lines(safe, std::max(least_readable_width, width - std::min(width, indent)))) {
    lines += (lines.empty() ? behind : std::string(indent, ' ')) + line + '\n';
  }
  return lines;
}

}  // namespace entente::cli
