#include "flags.hpp"

#include "network_files.hpp"
#include "wrapped_text.hpp"

#include <entente/core/suggestion.hpp>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <limits>
#include <system_error>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace entente::cli {

namespace {

[[noreturn]] void fail(const std::string& flag, const std::string& message, const std::string& hint = {}) {
  throw Error(ErrorCode::bad_usage, message, {.field = flag}, hint);
}

std::uint64_t whole_number(const std::string& flag, const std::string& text, std::uint64_t most) {
  std::uint64_t value = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (problem != std::errc() || end != text.data() + text.size() || value > most) {
    fail(flag, fmt::format("expected a whole number from 0 to {}, found '{}'", most, text));
  }
  return value;
}

std::vector<std::string> split_at_commas(const std::vector<std::string>& values) {
  std::vector<std::string> parts;
  for (const std::string& value : values) {
    for (std::size_t begin = 0; begin <= value.size();) {
      const std::size_t end = std::min(value.find(',', begin), value.size());
      if (end > begin) parts.push_back(value.substr(begin, end - begin));
      begin = end + 1;
    }
  }
  return parts;
}

bool is_study_file(const std::string& path) { return path.ends_with(".yaml") || path.ends_with(".yml"); }

/// CLI11 indents the lines of a text, but does not make them.
std::string wrapped_help(const std::string& text) {
  return fmt::format("{}", fmt::join(wrapped_lines(text, 76), "\n"));
}

std::string help_text(const Field& field) {
  const std::string values = field.choices.empty() ? field.range : fmt::format("{}", fmt::join(field.choices, ", "));
  return wrapped_help(field.flag_value.empty() ? fmt::format("{} ({})", field.sentence, values) : field.sentence);
}

}  // namespace

CommandFlags::CommandFlags(CLI::App& parser, const Command& command) : parser_(parser), command_(command) {
  add_inputs();
  add_study_flags();
  add_request_flags();
  parser_.allow_extras();  // require_nothing_left() tells of them better
  const std::string notes = command.notes == nullptr ? std::string() : command.notes() + '\n';
  parser_.footer(fmt::format("{}Example:\n  {}", notes, command.example));
}

void CommandFlags::add_inputs() {
  const std::string inputs = "files, folders or - to read, articles or records";
  for (const std::string_view name : command_.names) {
    names_.push_back(std::make_unique<std::string>());
    parser_
        .add_option(std::string(name), *names_.back(),
                    command_.inputs.empty() ? "a file or folder, or -, to read" : "identifier, name or part of a name")
        ->required()
        ->type_name("");
  }
  if (command_.inputs.empty()) return;
  const std::string sentence = command_.name == "run" ? "a study (.yaml), or " + inputs : inputs;
  parser_.add_option(std::string(command_.inputs), paths_, sentence)->type_name("");
}

void CommandFlags::add_study_flags() {
  for (const Field& field : study_fields()) {
    if (field.flag.empty() || std::ranges::find(command_.sections, field.section()) == command_.sections.end())
      continue;
    StudyFlag& flag =
        study_flags_.emplace_back(StudyFlag{&field, std::make_unique<std::vector<std::string>>(), nullptr});
    if (field.placeholder.empty()) {
      flag.option = parser_.add_flag(field.flag)->description(help_text(field));
    } else {
      flag.option = parser_.add_option(field.flag, *flag.values, help_text(field))->type_name(field.placeholder);
      if (field.list) flag.option->allow_extra_args(false);  // what follows may be an input
      if (!field.list) flag.option->expected(1);
    }
    flag.option->group(std::string(section_sentence(field.section())));
  }
}

void CommandFlags::add_request_flags() {
  const std::string group = "Output";
  for (const Flag flag : command_.flags) {
    switch (flag) {
      case Flag::gold:
        parser_.add_option("--gold", request_.gold, "annotations to measure by; may be repeated")
            ->required()
            ->allow_extra_args(false)
            ->type_name("GOLD.jsonl")
            ->group("Annotations");
        break;
      case Flag::output:
        parser_.add_option("-o,--output", request_.output, "where to write: a file, or - for the standard output")
            ->type_name("FILE")
            ->group(group);
        break;
      case Flag::folder:
        parser_.add_option("-o,--out", request_.folder, "the folder for the results; it is made where it is not there")
            ->type_name("DIR")
            ->group(group);
        break;
      case Flag::accounts:
        parser_
            .add_option("--accounts", request_.accounts,
                        "a folder for identities.csv, doubtful_identities.csv and occasions.csv")
            ->type_name("DIR")
            ->group(group);
        break;
      case Flag::review:
        parser_
            .add_flag("--review", request_.review,
                      wrapped_help("ask about persons and events that may be one, and add the answers to the file of "
                                   "--corrections (corrections.yaml where none is named)"))
            ->group("Review");
        break;
      case Flag::format:
        parser_.add_option("--format", format_, "table (for people), csv or json")->type_name("FORMAT")->group(group);
        break;
      case Flag::top:
        parser_.add_option("--top", top_, "print only the first N rows")->type_name("N")->group(group);
        break;
      case Flag::evidence:
        parser_.add_flag("--evidence", request_.evidence, "print the events of each pair with their sentences")
            ->group(group);
        break;
      case Flag::compare_weights:
        parser_
            .add_flag("--compare-weights", request_.compare_weights,
                      wrapped_help("instead, the places that the first pairs (20, or --top) have by each weight: 1 is "
                                   "the heaviest tie, equal ones share the mean"))
            ->group(group);
        break;
      case Flag::without_ties:
        parser_
            .add_flag(
                "--without-ties", request_.without_ties,
                wrapped_help("make no ties, for corpora whose ties would not fit into memory: for the measures "
                             "events, strength, pagerank, eigenvector, katz and hits by the weights count, newman "
                             "and fractional, which come out the same"))
            ->group(group);
        break;
      case Flag::explain:
        parser_
            .add_flag("--explain", request_.explain,
                      "instead of records, print sentence by sentence who was found and why")
            ->group(group);
        break;
      case Flag::as:
        parser_
            .add_option("--as", request_.as,
                        wrapped_help(fmt::format("the format, whatever the ending: {}",
                                                 fmt::join(network_format_names(), ", "))))
            ->type_name("FORMAT")
            ->group(group);
        parser_
            .add_option("--graph", request_.graph,
                        "what to write: the network of persons, or the graph of persons and events (events)")
            ->type_name("GRAPH")
            ->group(group);
        break;
      case Flag::corpus:
        parser_
            .add_option("-o,--output", request_.output,
                        "where to write: a file, beside which the truth goes, or - for the standard output, without")
            ->type_name("FILE.jsonl")
            ->group(group);
        parser_.add_flag("--no-truth", request_.no_truth, "do not write what is true of the corpus beside it")
            ->group(group);
        break;
      case Flag::pseudonym_table:
        parser_
            .add_option("--pseudonym-table", request_.pseudonym_table,
                        "a file for what the tokens of --pseudonymise stand for, readable by you only")
            ->type_name("FILE.csv")
            ->group(group);
        break;
      case Flag::print_study:
        parser_.add_flag("--print-study", request_.print_study, "print the study that would be run, and do no more")
            ->group(group);
        break;
    }
  }
  const std::string general = "General";
  parser_.set_help_flag("-h,--help", "print this")->group(general);
  parser_.add_option("--config", request_.config, "a study whose options hold where no flag says otherwise")
      ->type_name("STUDY.yaml")
      ->group(general);
  parser_.add_option("--threads", threads_, "as many threads; 0: as many as the machine has")
      ->type_name("N")
      ->group(general);
  parser_.add_flag("--quiet", request_.quiet, "no progress and no summary")->group(general);
}

void CommandFlags::require_nothing_left() const {
  const std::vector<std::string> left = parser_.remaining();
  if (left.empty()) return;
  std::vector<std::string> known;
  for (const CLI::Option* option : parser_.get_options()) {
    for (const std::string& name : option->get_lnames()) known.push_back("--" + name);
  }
  const std::string flag = left.front().substr(0, left.front().find('='));
  const std::string suggestion = did_you_mean(flag, known);
  throw Error(ErrorCode::bad_usage, fmt::format("unknown flag '{}'{}", flag, suggestion), {},
              suggestion.empty() ? fmt::format("see entente {} --help", command_.name) : std::string());
}

// Who asked for no names must not get them because a command cannot do without.
void CommandFlags::settle_pseudonyms(Study& study, const Request& request) const {
  const bool can_do_without_names = std::ranges::find(command_.sections, "pseudonyms") != command_.sections.end();
  if (study.pseudonyms.use && !can_do_without_names) {
    throw Error(ErrorCode::bad_option, fmt::format("entente {} shows names", command_.name),
                {.field = "pseudonyms.use"},
                "entente resolve --pseudonymise reads articles and records and writes records without names");
  }
  if (!study.pseudonyms.use && !request.pseudonym_table.empty()) {
    fail("--pseudonym-table", "there are no tokens to tell of", "ask for them by --pseudonymise");
  }
  if (study.pseudonyms.use) study.evidence.quotes = false;
}

void CommandFlags::apply(Study& study, Request& request, std::string& note) const {
  request = request_;
  for (const auto& name : names_) request.names.push_back(*name);
  std::vector<std::string> paths = paths_;
  if (command_.execute == run_study && paths.size() == 1 && is_study_file(paths.front())) {
    if (!request.config.empty()) fail("--config", "a study is named already", "name one study, or inputs and --config");
    request.config = paths.front();
    paths.clear();
  }
  if (!request.config.empty()) {
    const std::string written_by = read_study(request.config, study);
    if (!written_by.empty() && written_by != version()) {
      note = fmt::format("{}: written by entente {}, this is {}; results may differ", request.config, written_by,
                         version());
    }
  }
  if (!paths.empty()) study.input.paths = paths;
  for (const StudyFlag& flag : study_flags_) {
    if (flag.option->count() == 0) continue;
    const Field& field = *flag.field;
    std::vector<std::string> values{field.flag_value};
    if (!field.placeholder.empty()) values = field.comma_separated ? split_at_commas(*flag.values) : *flag.values;
    if (values.empty()) fail(field.flag, "expected a value");
    try {
      field.set(study, values);
    } catch (const BadValue& problem) {
      fail(field.flag, problem.what(), problem.hint());
    }
  }
  validate(study);
  settle_pseudonyms(study, request);
  const std::vector<std::string> formats{"table", "csv", "json"};
  const auto format = std::ranges::find(formats, format_);
  if (format == formats.end()) {
    fail("--format", fmt::format("unknown value '{}'{}", format_, did_you_mean(format_, formats)),
         "known are table, csv, json");
  }
  request.format = static_cast<TableFormat>(format - formats.begin());
  if (!top_.empty()) request.top = whole_number("--top", top_, std::numeric_limits<std::uint32_t>::max());
  if (!threads_.empty()) request.threads = static_cast<unsigned>(whole_number("--threads", threads_, 1024));
}

}  // namespace entente::cli
