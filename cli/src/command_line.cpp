#include "command_line.hpp"

#include "build_information.hpp"
#include "command_reference.hpp"
#include "completion.hpp"
#include "flags.hpp"
#include "manual.hpp"
#include "progress.hpp"
#include "signals.hpp"
#include "standard_streams.hpp"
#include "wrapped_text.hpp"

#include <entente/core/suggestion.hpp>
#include <entente/core/unicode.hpp>

#include <algorithm>
#include <exception>
#include <new>
#include <optional>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace entente::cli {

namespace {

constexpr std::size_t width_of_overview = 100;

std::string overview() {
  std::string text = fmt::format("{}\n\nUsage: entente COMMAND [ARGUMENTS]\n\nCommands:\n",
                                 fmt::join(wrapped_lines(purpose_of_program(), width_of_overview), "\n"));
  for (const Command& command : commands()) text += fmt::format("  {:<13}{}\n", command.name, command.sentence);
  text += "\nentente COMMAND --help tells more of each. Beside them:\n";
  for (const Page& page : pages()) text += fmt::format("  {:<34}{}\n", page.usage, page.sentence);
  return text;
}

const Command& find_command(const std::string& name) {
  const auto found = std::ranges::find(commands(), std::string_view(name), &Command::name);
  if (found != commands().end()) return *found;
  std::vector<std::string> names;
  for (const Command& command : commands()) names.emplace_back(command.name);
  const std::string suggestion = did_you_mean(name, names);
  throw Error(ErrorCode::bad_usage, fmt::format("unknown command '{}'{}", name, suggestion), {},
              suggestion.empty() ? "see entente --help" : "");
}

/// Empty where only the help was asked for.
std::optional<ExitStatus> help_or_parse(CLI::App& parser, const CommandFlags& flags,
                                        const std::vector<std::string>& arguments, const Streams& streams) {
  try {
    std::vector<std::string> reversed(arguments.rbegin(), arguments.rend() - 1);  // as CLI11 wants them
    parser.parse(std::move(reversed));
  } catch (const CLI::CallForHelp&) {
    streams.out << parser.help();
    streams.out.flush();
    return ExitStatus::done;
  } catch (const CLI::ParseError& problem) {
    flags.require_nothing_left();
    throw Error(ErrorCode::bad_usage, problem.what(), {}, fmt::format("see {} --help", parser.get_name()));
  }
  flags.require_nothing_left();
  return std::nullopt;
}

ExitStatus execute_command(const Command& command, const std::vector<std::string>& arguments, const Streams& streams) {
  CLI::App parser(std::string(command.sentence), fmt::format("entente {}", command.name));
  parser.get_formatter()->column_width(34);
  const CommandFlags flags(parser, command);
  if (const auto status = help_or_parse(parser, flags, arguments, streams)) return *status;

  Session session{{}, {}, {}, streams};
  std::string note;
  flags.apply(session.study, session.request, note);
  if (!note.empty()) complain(session, note);
  session.run.threads = session.request.threads;
  session.run.seed = session.study.seed;
  session.run.stop = &stop_requested();
  ProgressLine progress(streams.err);
  if (streams.err_look.width > 0 && !session.request.quiet) {
    session.run.progress = [&progress](std::string_view stage, std::uint64_t done, std::uint64_t total) {
      progress.show(stage, done, total);
    };
  }
  return command.execute(session);
}

ExitStatus execute_checked(const std::vector<std::string>& arguments, const Streams& streams) {
  if (arguments.empty()) throw Error(ErrorCode::bad_usage, "no command", {}, "see entente --help");
  const std::string& first = arguments.front();
  if (first == "--help" || first == "-h" || first == "help") {
    streams.out << overview();
  } else if (first == "--version") {
    streams.out << build_information();
  } else if (first == "completion") {
    if (arguments.size() != 2) throw Error(ErrorCode::bad_usage, "no shell", {}, "say which: bash, zsh or fish");
    streams.out << completion_script(arguments[1]);
  } else if (first == "manual") {
    streams.out << (arguments.size() < 2 ? manual_page() : manual_page(find_command(arguments[1])));
  } else {
    return execute_command(find_command(first), arguments, streams);
  }
  streams.out.flush();
  return ExitStatus::done;
}

}  // namespace

int execute(const std::vector<std::string>& arguments, const Streams& streams) {
  const auto tell = [&streams](const std::string& message) {
    streams.err << "entente: " << terminal_safe(repair_utf8(message)) << '\n' << std::flush;
  };
  try {
    return static_cast<int>(execute_checked(arguments, streams));
  } catch (const ClosedPipe&) {
    return static_cast<int>(ExitStatus::done);
  } catch (const Error& error) {
    if (error.code() == ErrorCode::interrupted && stop_requested()) {
      tell("interrupted; nothing was left half-written");
      return static_cast<int>(stop_status());
    }
    tell(error.full_message());
    return static_cast<int>(error.exit_status());
  } catch (const std::bad_alloc&) {
    tell("out of memory; choose fewer events by --since, --country or --min-events");
  } catch (const std::exception& problem) {
    tell(problem.what());
  }
  return static_cast<int>(ExitStatus::output_failed);
}

}  // namespace entente::cli
