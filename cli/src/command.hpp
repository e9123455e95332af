#pragma once

#include "session.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace entente::cli {

/// The flags beside those of the study that a command takes.
enum class Flag : std::uint8_t {
  gold,
  output,
  folder,
  accounts,
  review,
  format,
  top,
  evidence,
  compare_weights,
  without_ties,
  explain,
  as,
  print_study,
  pseudonym_table,
  corpus
};

/// A command: its flags, its help and the documentation come from this.
struct Command {
  std::string_view name;
  std::string_view sentence;
  std::string_view example;             ///< works in the source tree
  std::vector<std::string_view> names;  ///< what stands before the inputs: NAME, or A B
  std::string_view inputs;  ///< what the inputs are called: PATH or RECORDS; empty: `names` are inputs, if any
  std::vector<std::string_view> sections;  ///< of the study, whose flags it takes
  std::vector<Flag> flags;
  ExitStatus (*execute)(Session& session);
  std::string (*notes)() = nullptr;  ///< what stands behind the flags in the help
};

/// All commands, in the order of the help.
[[nodiscard]] std::span<const Command> commands();

ExitStatus run_study(Session& session);
ExitStatus extract_records(Session& session);
ExitStatus resolve_records(Session& session);
ExitStatus check_records(Session& session);
ExitStatus evaluate_records(Session& session);
ExitStatus show_pairs(Session& session);
ExitStatus show_ranking(Session& session);
ExitStatus show_communities(Session& session);
ExitStatus show_person(Session& session);
ExitStatus show_path(Session& session);
ExitStatus compare_records(Session& session);
ExitStatus export_network(Session& session);
ExitStatus write_report_page(Session& session);
ExitStatus generate_corpus(Session& session);

}  // namespace entente::cli
