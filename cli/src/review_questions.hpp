#pragma once

#include "session.hpp"

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace entente::cli {

enum class Answer : std::uint8_t { one, two, skip, more, quit };

/// Puts questions to whoever sits at the terminal.
class Questions {
 public:
  explicit Questions(const Session& session);

  /// A rule across the screen with a heading in it.
  void heading(const std::string& text);
  /// `text` wrapped, each line `indent` columns in, with nothing in it that could command a terminal.
  void paragraph(const std::string& text, std::size_t indent);
  /// Asks until there is an answer; the end of the input is `quit`.
  [[nodiscard]] Answer ask(const std::string& question);

 private:
  const Session& session_;
  std::size_t width_;
};

/// What answers imply: who is one with somebody who is one with a third is one with the third, and two who are told
/// apart are so by all their names.
class KnownAnswers {
 public:
  void tell(const std::string& a, const std::string& b, bool one);
  [[nodiscard]] bool settle(const std::string& a, const std::string& b) const;

 private:
  [[nodiscard]] std::string root(std::string one) const;

  std::map<std::string, std::string> parents_;
  std::set<std::pair<std::string, std::string>> apart_;  // roots, the lesser first
};

}  // namespace entente::cli
