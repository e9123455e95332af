#pragma once

#include "command.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace entente::cli {

/// A flag of a command as its help, the completions of shells and the manual tell of it.
struct OptionReference {
  std::vector<std::string> names;  ///< with their dashes, the short one first
  std::string placeholder;         ///< empty: takes no value
  std::string sentence;
  std::string group;
  std::vector<std::string> choices;  ///< values; empty: any
};

/// All flags of a command, group by group.
[[nodiscard]] std::vector<OptionReference> options_of(const Command& command);

/// "entente pairs RECORDS…": how a command is called.
[[nodiscard]] std::string usage_of(const Command& command);

/// The purpose of the program, in a sentence.
[[nodiscard]] std::string_view purpose_of_program();

/// What is asked for beside commands: their name and a sentence.
struct Page {
  std::string_view usage;
  std::string_view sentence;
};
[[nodiscard]] std::vector<Page> pages();

}  // namespace entente::cli
