#include "completion.hpp"

#include "command_reference.hpp"

#include <entente/core/error.hpp>
#include <entente/core/suggestion.hpp>

#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace entente::cli {

namespace {

// Within '…' of a shell.
std::string in_quotes(std::string_view text) {
  std::string escaped;
  for (const char c : text) escaped += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return "'" + escaped + "'";
}

std::vector<std::string_view> command_names() {
  std::vector<std::string_view> names;
  for (const Command& command : commands()) names.push_back(command.name);
  names.insert(names.end(), {"completion", "manual"});
  return names;
}

std::string for_bash() {
  std::string script = fmt::format(
      "# entente: completion for bash\n"
      "_entente() {{\n"
      "  local word=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD-1]}} command=${{COMP_WORDS[1]}} "
      "flags=\n"
      "  COMPREPLY=()\n"
      "  if ((COMP_CWORD == 1)); then\n"
      "    COMPREPLY=($(compgen -W {} -- \"$word\"))\n"
      "    return\n"
      "  fi\n"
      "  case $command:$before in\n"
      "    completion:completion) COMPREPLY=($(compgen -W 'bash zsh fish' -- \"$word\")); return ;;\n"
      "    manual:manual) COMPREPLY=($(compgen -W {} -- \"$word\")); return ;;\n",
      in_quotes(fmt::format("{} --help --version", fmt::join(command_names(), " "))),
      in_quotes(fmt::format("{}", fmt::join(command_names(), " "))));
  std::string flags;
  for (const Command& command : commands()) {
    std::string names;
    for (const OptionReference& option : options_of(command)) {
      names += fmt::format("{} ", fmt::join(option.names, " "));
      if (option.choices.empty()) continue;
      script += fmt::format("    {0}:{1}) COMPREPLY=($(compgen -W {2} -- \"$word\")); return ;;\n", command.name,
                            fmt::join(option.names, fmt::format("|{}:", command.name)),
                            in_quotes(fmt::format("{}", fmt::join(option.choices, " "))));
    }
    flags += fmt::format("    {}) flags={} ;;\n", command.name, in_quotes(names));
  }
  return script + "  esac\n  case $command in\n" + flags +
         "  esac\n"
         "  if [[ $word == -* ]]; then\n"
         "    COMPREPLY=($(compgen -W \"$flags\" -- \"$word\"))\n"
         "  else\n"
         "    compopt -o filenames 2>/dev/null\n"
         "    COMPREPLY=($(compgen -f -- \"$word\"))\n"
         "  fi\n"
         "}\n"
         "complete -F _entente entente\n";
}

// Within [...] of a specification for _arguments.
std::string bracketed(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == ':' || c == '\\') escaped += '\\';
    escaped += c;
  }
  return escaped;
}

std::string for_zsh() {
  std::string script =
      "#compdef entente\n"
      "# entente: completion for zsh\n"
      "local -a commands\n"
      "commands=(\n";
  for (const Command& command : commands()) {
    script += fmt::format("  {}\n", in_quotes(fmt::format("{}:{}", command.name, command.sentence)));
  }
  script +=
      "  'completion:what makes a shell complete'\n"
      "  'manual:the page of the manual'\n"
      ")\n"
      "if ((CURRENT == 2)); then\n"
      "  _describe command commands\n"
      "  return\n"
      "fi\n"
      "case ${words[2]} in\n"
      "  completion) _values shell bash zsh fish; return ;;\n"
      "  manual) _describe command commands; return ;;\n";
  for (const Command& command : commands()) {
    script += fmt::format("  {})\n    _arguments -s", command.name);
    for (const OptionReference& option : options_of(command)) {
      for (const std::string& name : option.names) {
        std::string specification = fmt::format("{}[{}]", name, bracketed(option.sentence));
        if (!option.choices.empty()) {
          specification += fmt::format(":{}:({})", bracketed(option.placeholder), fmt::join(option.choices, " "));
        } else if (!option.placeholder.empty()) {
          specification += fmt::format(":{}:_files", bracketed(option.placeholder));
        }
        script += fmt::format(" \\\n      {}", in_quotes("*" + specification));
      }
    }
    script += " \\\n      '*:input:_files'\n    ;;\n";
  }
  return script + "esac\n";
}

std::string for_fish() {
  std::string script = "# entente: completion for fish\n";
  for (const Command& command : commands()) {
    script += fmt::format("complete -c entente -n __fish_use_subcommand -f -a {} -d {}\n", command.name,
                          in_quotes(command.sentence));
  }
  script +=
      "complete -c entente -n __fish_use_subcommand -f -a completion -d 'what makes a shell complete'\n"
      "complete -c entente -n __fish_use_subcommand -f -a manual -d 'the page of the manual'\n"
      "complete -c entente -n '__fish_seen_subcommand_from completion' -f -a 'bash zsh fish'\n";
  for (const Command& command : commands()) {
    for (const OptionReference& option : options_of(command)) {
      script += fmt::format("complete -c entente -n '__fish_seen_subcommand_from {}'", command.name);
      for (const std::string& name : option.names) {
        script +=
            name.starts_with("--") ? fmt::format(" -l {}", name.substr(2)) : fmt::format(" -s {}", name.substr(1));
      }
      script += fmt::format(" -d {}", in_quotes(option.sentence));
      if (!option.choices.empty()) {
        script += fmt::format(" -x -a {}", in_quotes(fmt::format("{}", fmt::join(option.choices, " "))));
      } else if (!option.placeholder.empty()) {
        script += " -r";
      }
      script += '\n';
    }
  }
  return script;
}

}  // namespace

std::string completion_script(std::string_view shell) {
  if (shell == "bash") return for_bash();
  if (shell == "zsh") return for_zsh();
  if (shell == "fish") return for_fish();
  const std::vector<std::string> shells{"bash", "zsh", "fish"};
  throw Error(ErrorCode::bad_usage,
              fmt::format("no completion for the shell '{}'{}", shell, did_you_mean(std::string(shell), shells)), {},
              fmt::format("known are {}", fmt::join(shells, ", ")));
}

}  // namespace entente::cli
