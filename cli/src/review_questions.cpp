#include "review_questions.hpp"

#include "wrapped_text.hpp"

#include <entente/core/unicode.hpp>

#include <algorithm>
#include <istream>
#include <utility>

#include <fmt/format.h>

namespace entente::cli {

namespace {

// std::minmax of texts that do not outlive the call would leave references to nothing.
std::pair<std::string, std::string> in_order(std::string a, std::string b) {
  if (b < a) std::swap(a, b);
  return {std::move(a), std::move(b)};
}

constexpr std::size_t usual_width = 80;
constexpr std::size_t most_width = 100;  // longer lines are hard to read

}  // namespace

Questions::Questions(const Session& session)
    : session_(session),
      width_(session.streams.out_look.width == 0 ? usual_width : std::min(session.streams.out_look.width, most_width)) {
  clear_progress(session);
}

void Questions::heading(const std::string& text) {
  const std::string shown = terminal_safe(repair_utf8(text));
  std::string rule = fmt::format("── {} ", shown);
  for (std::size_t column = display_width(rule); column < width_; ++column) rule += "─";
  session_.streams.err << '\n' << rule << '\n';
}

void Questions::paragraph(const std::string& text, std::size_t indent) {
  const std::size_t width = width_ > indent + usual_width / 4 ? width_ - indent : usual_width;
  for (const std::string& line : wrapped_lines(terminal_safe(repair_utf8(text)), width)) {
    session_.streams.err << std::string(indent, ' ') << line << '\n';
  }
}

Answer Questions::ask(const std::string& question) {
  std::string line;
  while (true) {
    session_.streams.err << '\n' << question << " [y]es  [n]o  [s]kip  [m]ore sentences  [q]uit: " << std::flush;
    if (!std::getline(session_.streams.in, line)) {
      session_.streams.err << '\n';
      return Answer::quit;
    }
    const std::size_t first = line.find_first_not_of(" \t");
    switch (first == std::string::npos ? ' ' : line[first] | 0x20) {
      case 'y':
        return Answer::one;
      case 'n':
        return Answer::two;
      case 's':
        return Answer::skip;
      case 'm':
        return Answer::more;
      case 'q':
        return Answer::quit;
      default:
        session_.streams.err << "please answer y, n, s, m or q\n";
    }
  }
}

void KnownAnswers::tell(const std::string& a, const std::string& b, bool one) {
  const auto [first, last] = in_order(root(a), root(b));
  if (!one) {
    apart_.emplace(first, last);
    return;
  }
  if (first == last) return;
  parents_[last] = first;
  std::set<std::pair<std::string, std::string>> apart;
  for (const auto& [x, y] : apart_) apart.insert(in_order(root(x), root(y)));
  apart_ = std::move(apart);
}

bool KnownAnswers::settle(const std::string& a, const std::string& b) const {
  const auto [first, last] = in_order(root(a), root(b));
  return first == last || apart_.contains({first, last});
}

std::string KnownAnswers::root(std::string one) const {
  for (auto parent = parents_.find(one); parent != parents_.end(); parent = parents_.find(one)) one = parent->second;
  return one;
}

}  // namespace entente::cli
