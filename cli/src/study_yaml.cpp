#include "relative_path.hpp"
#include "study_fields.hpp"
#include "wrapped_text.hpp"
#include "yaml_text.hpp"

#include <entente/core/unicode.hpp>
#include <entente/core/yaml.hpp>

#include <algorithm>
#include <iterator>
#include <optional>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace entente::cli {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view version_key = "entente";

/// The keys that may stand below `prefix` ("" or "network."), each once, in the order of the fields.
std::vector<std::string> keys_below(const std::string& prefix) {
  std::vector<std::string> keys;
  for (const Field& field : study_fields()) {
    if (!field.key.starts_with(prefix)) continue;
    const std::string_view rest = std::string_view(field.key).substr(prefix.size());
    const std::string key(rest.substr(0, rest.find('.')));
    if (std::ranges::find(keys, key) == keys.end()) keys.push_back(key);
  }
  return keys;
}

const Field* find_field(const std::string& key) {
  const auto found = std::ranges::find(study_fields(), key, &Field::key);
  return found == study_fields().end() ? nullptr : &*found;
}

std::string from_folder(const fs::path& folder, const std::string& path) {
  if (path.empty() || path == "-" || fs::path(path).is_absolute()) return path;
  return (folder / path).lexically_normal().string();
}

class StudyReader {
 public:
  StudyReader(const YamlFile& yaml, fs::path folder, Study& study)
      : yaml_(yaml), folder_(std::move(folder)), study_(study) {}

  std::string read() {
    if (yaml_.root().IsNull()) return {};  // an empty file is a study of defaults
    std::vector<std::string> known = keys_below("");
    known.insert(known.begin(), std::string(version_key));
    yaml_.require_map(yaml_.root(), "", known);
    const YAML::Node version_node = yaml_.root()[std::string(version_key)];
    read_section(yaml_.root(), "");
    return version_node.IsDefined() && !version_node.IsNull() ? yaml_.text(version_node, version_key) : std::string();
  }

 private:
  void read_section(const YAML::Node& section, const std::string& prefix) {
    for (const auto& entry : section) {
      const std::string key = prefix + entry.first.Scalar();
      if (key == version_key) continue;
      if (const Field* field = find_field(key)) {
        read_field(*field, entry.second);
      } else if (!entry.second.IsNull()) {  // a section of comments only is an empty one
        yaml_.require_map(entry.second, key, keys_below(key + "."));
        read_section(entry.second, key + ".");
      }
    }
  }

  void read_field(const Field& field, const YAML::Node& node) {
    std::vector<std::string> values;
    if (field.list && !node.IsNull()) {
      values = yaml_.texts(node, field.key);
    } else if (!node.IsNull()) {
      values = {yaml_.text(node, field.key)};
      if (values.front().empty()) values.clear();
    }
    if (field.form == FieldForm::path) {
      for (std::string& value : values) value = from_folder(folder_, value);
    }
    try {
      field.set(study_, values);
    } catch (const BadValue& problem) {
      yaml_.fail(node, field.key, problem.what(), problem.hint());
    }
  }

  const YamlFile& yaml_;
  fs::path folder_;
  Study& study_;
};

std::string yaml_values(const Field& field, const Study& study, const StudyYamlOptions& options) {
  std::vector<std::string> values = field.get(study);
  for (std::string& value : values) {
    if (field.form == FieldForm::path && options.base) value = relative_path(*options.base, value);
    if (field.form != FieldForm::plain) value = yaml_text(value);
  }
  if (field.list) return fmt::format("[{}]", fmt::join(values, ", "));
  return values.empty() ? "null" : values.front();
}

std::string range_text(const Field& field) {
  if (field.choices.empty()) return field.range;
  return fmt::format("{} {}", field.list ? "any of" : "one of", fmt::join(field.choices, ", "));
}

/// `text` as a comment, in lines of at most 120 columns.
std::string comment(std::string_view text, std::size_t indent) {
  const std::string prefix = std::string(indent, ' ') + "# ";
  std::string lines;
  for (const std::string& line : wrapped_lines(text, 120 - prefix.size())) lines += prefix + line + '\n';
  return lines;
}

}  // namespace

std::string read_study(const fs::path& file, Study& study) {
  const YamlFile yaml = YamlFile::load(file, ErrorCode::bad_study);
  return StudyReader(yaml, file.parent_path(), study).read();
}

namespace {

void require_test_where_needed(const Study::Pairs& pairs) {
  const bool needs_test = pairs.significant || pairs.sort == PairOrder::p || pairs.sort == PairOrder::ratio;
  if (needs_test && pairs.test == PairTest::none) {
    throw Error(
        ErrorCode::bad_option,
        pairs.significant ? "--significant asks for a test of the pairs" : "there is no such column without a test",
        {.field = pairs.significant ? "pairs.significant" : "pairs.sort"}, "say which: --test sdsm");
  }
  if (!pairs.between.empty() && std::ranges::count(pairs.between, ':') != 1) {
    throw Error(ErrorCode::bad_option, fmt::format("'{}' does not name two countries", pairs.between),
                {.field = "pairs.between"}, "write two codes with a colon between them, as AZ:TR");
  }
}

void require_weight_that_adds_up(const Study& study) {
  const Weight weight = study.network.projection.weight;
  if (!study.files.windows || weight == Weight::count || weight == Weight::newman || weight == Weight::fractional)
    return;
  throw Error(
      ErrorCode::bad_option,
      fmt::format("the weight {} does not add up over windows", weight_names()[static_cast<std::size_t>(weight)]),
      {.field = "files.windows"}, "take count, newman or fractional by --weight");
}

void require_nameless_views(const Study& study) {
  if (!study.pseudonyms.use && !study.pseudonyms.key.empty()) {
    throw Error(ErrorCode::bad_option, "there is a key, but no pseudonyms are asked for", {.field = "pseudonyms.key"},
                "ask for them by --pseudonymise");
  }
  if (study.pseudonyms.use && study.network.by == Attribute::position) {
    throw Error(ErrorCode::bad_option, "an office tells who holds it", {.field = "network.by"},
                "with --pseudonymise look at persons, countries or organisations");
  }
}

}  // namespace

void validate(const Study& study) {
  // The stages check their own options; on nothing at all they do nothing else.
  (void)merge_occasions({}, study.occasions.options);
  (void)select({}, study.selection);
  (void)event_factors({}, study.network.projection);
  (void)force_atlas({}, study.layout.options);
  require_test_where_needed(study.pairs);
  require_weight_that_adds_up(study);
  require_nameless_views(study);
}

std::string to_yaml(const Study& study, const StudyYamlOptions& options) {
  std::string yaml;
  if (options.comments) {
    yaml +=
        "# A study: every option that bears on a result, with its default. `entente run STUDY.yaml --out DIR` follows "
        "it,\n"
        "# `--config STUDY.yaml` gives it to the other commands; flags on the command line go before it.\n\n"
        "# The version of entente that wrote this.\n";
  }
  yaml += fmt::format("{}: {}\n", version_key, version());
  const Study defaults;
  std::vector<std::string> open;  // the sections that the last field stands in
  for (const Field& field : study_fields()) {
    std::vector<std::string> parts;
    std::string_view rest = field.key;
    for (std::size_t dot = rest.find('.'); dot != std::string_view::npos; dot = rest.find('.')) {
      parts.emplace_back(rest.substr(0, dot));
      rest.remove_prefix(dot + 1);
    }
    std::size_t shared = 0;
    while (shared < parts.size() && shared < open.size() && parts[shared] == open[shared]) ++shared;
    if (options.comments && (parts.empty() || shared == 0)) {
      yaml += fmt::format("\n# {}.\n", section_sentence(field.section()));
    }
    for (std::size_t depth = shared; depth < parts.size(); ++depth) {
      yaml += fmt::format("{:{}}{}:\n", "", 2 * depth, parts[depth]);
    }
    open = parts;
    const std::string indent(2 * parts.size(), ' ');
    if (options.comments) {
      yaml += comment(
          fmt::format("{} ({}; default {})", field.sentence, range_text(field), yaml_values(field, defaults, {})),
          indent.size());
    }
    yaml += fmt::format("{}{}: {}\n", indent, rest, yaml_values(field, study, options));
  }
  return yaml;
}

std::string study_reference() {
  std::string table = "| key | flag | what it does | values | default |\n| --- | --- | --- | --- | --- |\n";
  const Study defaults;
  for (const Field& field : study_fields()) {
    const std::string flag = field.flag.empty() ? ""
                                                : fmt::format("`{}{}{}`", field.flag,
                                                              field.placeholder.empty() ? "" : " ", field.placeholder);
    table += fmt::format("| `{}` | {} | {} | {} | `{}` |\n", field.key, flag, field.sentence, range_text(field),
                         yaml_values(field, defaults, {}));
  }
  return table;
}

std::string_view version() { return ENTENTE_VERSION; }

}  // namespace entente::cli
