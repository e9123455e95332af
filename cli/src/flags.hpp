#pragma once

#include "command.hpp"
#include "study_fields.hpp"

#include <memory>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

namespace entente::cli {

/// The flags and arguments of one command, bound to a parser.
class CommandFlags {
 public:
  CommandFlags(CLI::App& parser, const Command& command);

  /// What was parsed, as study and request: defaults, then the study named by --config or as an input of `run`, then
  /// flags. `note` receives what the user should know of that study. Throws `Error`.
  void apply(Study& study, Request& request, std::string& note) const;

  /// Throws `Error` (`bad_usage`) for what the parser did not know, with a suggestion.
  void require_nothing_left() const;

 private:
  struct StudyFlag {
    const Field* field;
    std::unique_ptr<std::vector<std::string>> values;  // CLI11 keeps a reference
    CLI::Option* option;
  };

  void add_inputs();
  void add_study_flags();
  void add_request_flags();
  void settle_pseudonyms(Study& study, const Request& request) const;

  CLI::App& parser_;
  const Command& command_;
  std::vector<StudyFlag> study_flags_;
  std::vector<std::unique_ptr<std::string>> names_;
  std::vector<std::string> paths_;
  std::string format_ = "table";
  std::string top_;
  std::string threads_;
  Request request_;
};

}  // namespace entente::cli
