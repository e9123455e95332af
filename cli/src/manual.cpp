#include "manual.hpp"

#include "command_reference.hpp"
#include "study.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace entente::cli {

namespace {

// Text that roff takes for nothing else.
std::string plain(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '\\') {
      escaped += "\\e";
    } else if (c == '-') {
      escaped += "\\-";
    } else if ((c == '.' || c == '\'') && (escaped.empty() || escaped.back() == '\n')) {
      escaped += "\\&";
      escaped += c;
    } else {
      escaped += c;
    }
  }
  return escaped;
}

std::string upper(std::string_view text) {
  std::string result(text);
  std::ranges::transform(result, result.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return result;
}

std::string header(std::string_view title, std::string_view sentence) {
  return fmt::format(".TH {} 1 \"\" \"entente {}\" \"entente\"\n.SH NAME\n{} \\- {}\n", plain(upper(title)), version(),
                     plain(title), plain(sentence));
}

constexpr std::array<std::pair<std::string_view, std::string_view>, 6> exit_statuses{{
    {"0", "done"},
    {"1", "done, but some input was rejected or missing, or check found something"},
    {"2", "usage, study, lexicon, mapping or corrections are wrong; nothing was read"},
    {"3", "there was no usable input"},
    {"4", "output or a resource failed; earlier results are untouched"},
    {"130, 143", "interrupted"},
}};

std::string exit_status_section() {
  std::string text = ".SH EXIT STATUS\n";
  for (const auto& [status, sentence] : exit_statuses) text += fmt::format(".TP\n{}\n{}\n", status, plain(sentence));
  return text;
}

}  // namespace

std::string manual_page() {
  std::string page = header("entente", "who meets whom: a graph analytics engine for diplomatic and military networks");
  page += ".SH SYNOPSIS\n.B entente\nCOMMAND [ARGUMENTS]\n.SH DESCRIPTION\n" + plain(purpose_of_program()) + "\n";
  page += ".SH COMMANDS\n";
  for (const Command& command : commands()) {
    page += fmt::format(".TP\n.B {}\n{}. See\n.BR entente\\-{} (1).\n", plain(usage_of(command)),
                        plain(command.sentence), plain(command.name));
  }
  for (const Page& other : pages()) page += fmt::format(".TP\n.B {}\n{}\n", plain(other.usage), plain(other.sentence));
  page += ".SH ENVIRONMENT\n.TP\n.B NO_COLOR\nwhere it is set, terminals are shown no colours\n";
  return page + exit_status_section();
}

std::string manual_page(const Command& command) {
  std::string page = header(fmt::format("entente-{}", command.name), command.sentence);
  page += fmt::format(".SH SYNOPSIS\n.B {}\n[FLAGS]\n.SH FLAGS\n", plain(usage_of(command)));
  std::string group;
  for (const OptionReference& option : options_of(command)) {
    if (option.group != group) page += fmt::format(".SS {}\n", plain(group = option.group));
    page += fmt::format(".TP\n.BR {}", plain(fmt::format("{}", fmt::join(option.names, ", "))));
    if (!option.placeholder.empty()) page += fmt::format(" \" {}\"", plain(option.placeholder));
    page += fmt::format("\n{}\n", plain(option.sentence));
  }
  if (command.notes != nullptr) page += fmt::format(".SH NOTES\n.nf\n{}.fi\n", plain(command.notes()));
  page += fmt::format(".SH EXAMPLE\n.nf\n{}\n.fi\n", plain(command.example));
  return page + exit_status_section() + ".SH SEE ALSO\n.BR entente (1)\n";
}

}  // namespace entente::cli
