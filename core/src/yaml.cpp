#include <entente/core/suggestion.hpp>
#include <entente/core/unicode.hpp>
#include <entente/core/yaml.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <utility>

namespace entente {

namespace {

Place place_of(const std::string& name, const YAML::Mark& mark, std::string_view field) {
  if (mark.is_null()) return {name, 0, 0, std::string(field)};
  return {name, static_cast<std::uint64_t>(mark.line) + 1, static_cast<std::uint64_t>(mark.column) + 1,
          std::string(field)};
}

std::string nested(std::string_view field, const std::string& key) {
  return field.empty() ? key : std::string(field) + "." + key;
}

std::string content_of(const std::filesystem::path& path, ErrorCode code) {
  std::ifstream file(path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  if (!file.good() && !file.eof())
    throw Error(code, "cannot be read", {path.string()}, "check that the file exists and may be read");
  return text;
}

}  // namespace

YamlFile::YamlFile(const YAML::Node& root, std::string name, ErrorCode code)
    : root_(root), name_(std::move(name)), code_(code) {}

YamlFile YamlFile::load(const std::filesystem::path& path, ErrorCode code) {
  return parse(content_of(path, code), path.string(), code);
}

YamlFile YamlFile::parse(std::string_view text, const std::string& name, ErrorCode code) {
  const std::vector<YamlFile> documents = parse_all(text, name, code);
  if (documents.size() > 1) documents[1].fail(documents[1].root(), "", "a second document begins", "keep one of them");
  return documents.front();
}

std::vector<YamlFile> YamlFile::load_all(const std::filesystem::path& path, ErrorCode code) {
  return parse_all(content_of(path, code), path.string(), code);
}

std::vector<YamlFile> YamlFile::parse_all(std::string_view text, const std::string& name, ErrorCode code) {
  if (!is_utf8(text)) throw Error(code, "is not UTF-8", {name}, "save the file as UTF-8");
  try {
    std::vector<YamlFile> documents;
    for (const YAML::Node& root : YAML::LoadAll(std::string(text))) documents.push_back({root, name, code});
    if (documents.empty()) documents.push_back({YAML::Node(), name, code});
    return documents;
  } catch (const YAML::ParserException& error) {
    throw Error(code, "is no YAML: " + error.msg, place_of(name, error.mark, ""),
                "check indentation, colons and quotes there");
  }
}

Place YamlFile::place(const YAML::Node& node, std::string_view field) const {
  return place_of(name_, node.Mark(), field);
}

void YamlFile::fail(const YAML::Node& node, std::string_view field, const std::string& message,
                    std::string hint) const {
  throw Error(code_, message, place(node, field), std::move(hint));
}

void YamlFile::require_map(const YAML::Node& node, std::string_view field, std::span<const std::string> known) const {
  if (!node.IsMap()) fail(node, field, "expected a map of keys and values");
  std::set<std::string> seen;
  for (const auto& entry : node) {
    const std::string key = text(entry.first, field);
    if (std::ranges::find(known, key) == known.end()) {
      fail(entry.first, field, "unknown key '" + terminal_safe(key) + "'" + did_you_mean(key, known));
    }
    if (!seen.insert(key).second) fail(entry.first, nested(field, key), "stands twice", "keep one of the two");
  }
}

std::string YamlFile::text(const YAML::Node& node, std::string_view field) const {
  if (!node.IsScalar()) fail(node, field, "expected a single value");
  return node.Scalar();
}

std::vector<std::string> YamlFile::texts(const YAML::Node& node, std::string_view field) const {
  if (node.IsScalar()) return {node.Scalar()};
  if (!node.IsSequence()) fail(node, field, "expected a list of values");
  std::vector<std::string> values;
  values.reserve(node.size());
  for (const YAML::Node& value : node) values.push_back(text(value, field));
  return values;
}

}  // namespace entente
