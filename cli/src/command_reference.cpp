#include "command_reference.hpp"

#include "flags.hpp"
#include "study_fields.hpp"

#include <algorithm>

namespace entente::cli {

namespace {

std::vector<std::string> choices_of(const std::string& flag) {
  if (flag == "--format") return {"table", "csv", "json"};
  const auto field = std::ranges::find(study_fields(), flag, &Field::flag);
  return field == study_fields().end() ? std::vector<std::string>() : field->choices;
}

}  // namespace

std::vector<OptionReference> options_of(const Command& command) {
  CLI::App parser;
  const CommandFlags flags(parser, command);
  std::vector<OptionReference> options;
  for (const CLI::Option* option : parser.get_options()) {
    if (option->get_lnames().empty()) continue;
    OptionReference& reference = options.emplace_back();
    for (const std::string& name : option->get_snames()) reference.names.push_back("-" + name);
    for (const std::string& name : option->get_lnames()) reference.names.push_back("--" + name);
    if (option->get_items_expected_max() > 0) reference.placeholder = option->get_type_name();
    reference.sentence = option->get_description();
    std::ranges::replace(reference.sentence, '\n', ' ');
    reference.group = option->get_group();
    reference.choices = choices_of(reference.names.back());
  }
  std::ranges::stable_sort(options, {}, [&options](const OptionReference& one) {
    return std::ranges::find(options, one.group, &OptionReference::group) - options.begin();
  });
  return options;
}

std::string usage_of(const Command& command) {
  std::string usage = "entente " + std::string(command.name);
  for (const std::string_view name : command.names) usage.append(" ").append(name);
  if (!command.inputs.empty()) usage.append(" ").append(command.inputs).append("…");
  return usage;
}

std::string_view purpose_of_program() {
  return "entente reads news about diplomatic and military meetings, or records of them, and tells who meets whom, how "
         "often, since when, who stands in the middle and which circles form.";
}

std::vector<Page> pages() {
  return {{"entente completion bash|zsh|fish", "what makes a shell complete commands, flags and their values"},
          {"entente manual [COMMAND]", "the page of the manual, for man"},
          {"entente --version", "the version, and what it was built with"}};
}

}  // namespace entente::cli
