#include <entente/core/unicode.hpp>
#include <entente/core/yaml.hpp>
#include <entente/resolve/corrections.hpp>

#include <array>
#include <span>

namespace entente {

namespace {

class CorrectionsReader {
 public:
  explicit CorrectionsReader(const YamlFile& yaml) : yaml_(yaml) {}

  Corrections read() {
    if (yaml_.root().IsNull()) return {};  // nothing to correct yet
    const std::array<std::string, 1> sections{"persons"};
    yaml_.require_map(yaml_.root(), "", sections);
    read_persons();
    return std::move(found_);
  }

 private:
  void read_persons() {
    const std::array<std::string, 3> kinds{"same", "different", "rename"};
    for_entries("persons", kinds, [&](const std::string& kind, const YAML::Node& node, const std::string& field) {
      if (kind == "same") found_.persons.same.push_back(group(node, field));
      if (kind == "different") found_.persons.different.push_back(group(node, field));
      if (kind == "rename") found_.persons.renames.push_back(rename(node, field));
    });
  }

  // Calls `read` with the kind, the content and the field of each entry of a section.
  template <typename Read>
  void for_entries(const std::string& section, std::span<const std::string> kinds, Read read) const {
    const YAML::Node entries = yaml_.root()[section];
    if (!entries.IsDefined() || entries.IsNull()) return;
    if (!entries.IsSequence()) yaml_.fail(entries, section, "expected a list of entries, each behind a dash");
    for (std::size_t i = 0; i < entries.size(); ++i) {
      const std::string field = section + "[" + std::to_string(i + 1) + "]";
      yaml_.require_map(entries[i], field, kinds);
      if (entries[i].size() != 1) {
        std::string known;
        for (const std::string& kind : kinds) known += (known.empty() ? "" : ", ") + kind;
        yaml_.fail(entries[i], field, "expected one of " + known, "give each its own dash");
      }
      const auto entry = *entries[i].begin();
      const std::string kind = entry.first.Scalar();
      read(kind, entry.second, field + "." + kind);
    }
  }

  [[nodiscard]] std::string filled_text(const YAML::Node& node, const std::string& field) const {
    std::string text = yaml_.text(node, field);
    if (text.empty()) yaml_.fail(node, field, "expected a value");
    return text;
  }

  [[nodiscard]] std::string required_text(const YAML::Node& map, const std::string& key,
                                          const std::string& field) const {
    const YAML::Node node = map[key];
    if (!node.IsDefined()) yaml_.fail(map, field, "lacks '" + key + "'");
    return filled_text(node, field + "." + key);
  }

  [[nodiscard]] std::string optional_text(const YAML::Node& map, const std::string& key,
                                          const std::string& field) const {
    const YAML::Node node = map[key];
    return node.IsDefined() && !node.IsNull() ? yaml_.text(node, field + "." + key) : std::string();
  }

  [[nodiscard]] PersonReference person(const YAML::Node& node, const std::string& field) const {
    PersonReference reference;
    reference.place = yaml_.place(node, field);
    if (!node.IsMap()) {
      reference.text = filled_text(node, field);
      return reference;
    }
    const std::array<std::string, 3> keys{"name", "country", "position"};
    yaml_.require_map(node, field, keys);
    reference.text = required_text(node, "name", field);
    reference.is_name = true;
    reference.country = optional_text(node, "country", field);
    reference.position = optional_text(node, "position", field);
    return reference;
  }

  [[nodiscard]] PersonGroup group(const YAML::Node& node, const std::string& field) const {
    if (!node.IsSequence() || node.size() < 2) yaml_.fail(node, field, "expected a list of two persons or more");
    PersonGroup group{.persons = {}, .place = yaml_.place(node, field)};
    for (const YAML::Node& one : node) group.persons.push_back(person(one, field));
    return group;
  }

  [[nodiscard]] PersonRename rename(const YAML::Node& node, const std::string& field) const {
    const std::array<std::string, 2> keys{"id", "name"};
    yaml_.require_map(node, field, keys);
    PersonRename rename;
    rename.person.text = required_text(node, "id", field);
    rename.person.place = yaml_.place(node["id"], field + ".id");
    rename.name = nfc(required_text(node, "name", field));
    rename.place = yaml_.place(node, field);
    return rename;
  }

  const YamlFile& yaml_;
  Corrections found_;
};

}  // namespace

Corrections read_corrections(const std::filesystem::path& file) {
  const YamlFile yaml = YamlFile::load(file, ErrorCode::bad_corrections);
  return CorrectionsReader(yaml).read();
}

Corrections parse_corrections(std::string_view text, const std::string& name) {
  const YamlFile yaml = YamlFile::parse(text, name, ErrorCode::bad_corrections);
  return CorrectionsReader(yaml).read();
}

}  // namespace entente
