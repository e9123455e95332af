#include <entente/core/suggestion.hpp>
#include <entente/core/unicode.hpp>
#include <entente/core/yaml.hpp>
#include <entente/resolve/corrections.hpp>

#include <array>
#include <span>
#include <vector>

namespace entente {

namespace {

class CorrectionsReader {
 public:
  CorrectionsReader(const YamlFile& yaml, Corrections& found) : yaml_(yaml), found_(found) {}

  void read() {
    if (yaml_.root().IsNull()) return;  // nothing to correct yet
    const std::array<std::string, 2> sections{"persons", "events"};
    yaml_.require_map(yaml_.root(), "", sections);
    read_persons();
    read_events();
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

  void read_events() {
    const std::array<std::string, 5> kinds{"merge", "different", "split", "drop", "edit"};
    for_entries("events", kinds, [&](const std::string& kind, const YAML::Node& node, const std::string& field) {
      if (kind == "merge") found_.events.merges.push_back(events(node, field));
      if (kind == "different") found_.events.different.push_back(events(node, field));
      if (kind == "split") found_.events.splits.push_back(event(node, field));
      if (kind == "drop") found_.events.drops.push_back(event(node, field));
      if (kind == "edit") found_.events.edits.push_back(edit(node, field));
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
        for (const std::string& kind : kinds) {
          if (!known.empty()) known += ", ";
          known += kind;
        }
        yaml_.fail(entries[i], field, "expected one of " + known, "give each its own dash");
      }
      const auto entry = *entries[i].begin();
      const std::string kind = entry.first.Scalar();
      std::string path = field;
      path.append(".").append(kind);
      read(kind, entry.second, path);
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

  [[nodiscard]] EventReference event(const YAML::Node& node, const std::string& field) const {
    EventReference reference;
    reference.id = filled_text(node, field);
    reference.place = yaml_.place(node, field);
    return reference;
  }

  [[nodiscard]] EventGroup events(const YAML::Node& node, const std::string& field) const {
    if (!node.IsSequence() || node.size() < 2) yaml_.fail(node, field, "expected a list of two events or more");
    EventGroup group;
    group.place = yaml_.place(node, field);
    for (const YAML::Node& one : node) group.events.push_back(event(one, field));
    return group;
  }

  [[nodiscard]] EventEdit edit(const YAML::Node& node, const std::string& field) const {
    const std::array<std::string, 6> keys{"id", "date", "type", "place", "add", "remove"};
    yaml_.require_map(node, field, keys);
    EventEdit edit;
    edit.place = yaml_.place(node, field);
    edit.event.id = required_text(node, "id", field);
    edit.event.place = yaml_.place(node["id"], field + ".id");
    if (node.size() == 1) yaml_.fail(node, field, "changes nothing", "tell date, type, place, add or remove");
    if (node["date"].IsDefined()) {
      const std::string text = required_text(node, "date", field);
      edit.date = Date::parse(text);
      if (!edit.date) yaml_.fail(node["date"], field + ".date", "'" + terminal_safe(text) + "' is no date");
    }
    if (node["type"].IsDefined()) {
      const std::string text = required_text(node, "type", field);
      edit.type = parse_event_type(text);
      const std::vector<std::string> known(event_type_names().begin(), event_type_names().end());
      if (!edit.type) {
        yaml_.fail(node["type"], field + ".type",
                   "unknown type '" + terminal_safe(text) + "'" + did_you_mean(text, known));
      }
    }
    if (node["place"].IsDefined()) edit.where = nfc(required_text(node, "place", field));
    edit.add = participants(node["add"], field + ".add");
    edit.remove = participants(node["remove"], field + ".remove");
    return edit;
  }

  [[nodiscard]] std::vector<ParticipantEdit> participants(const YAML::Node& node, const std::string& field) const {
    std::vector<ParticipantEdit> all;
    if (!node.IsDefined()) return all;
    if (!node.IsSequence()) return {participant(node, field)};
    for (const YAML::Node& one : node) all.push_back(participant(one, field));
    return all;
  }

  [[nodiscard]] ParticipantEdit participant(const YAML::Node& node, const std::string& field) const {
    ParticipantEdit edit;
    edit.place = yaml_.place(node, field);
    edit.is_known = !node.IsMap();
    if (edit.is_known) {
      edit.told.name = filled_text(node, field);
      return edit;
    }
    const std::array<std::string, 6> keys{"name", "country", "organisation", "position", "rank", "role"};
    yaml_.require_map(node, field, keys);
    edit.told.name = nfc(required_text(node, "name", field));
    edit.told.country = optional_text(node, "country", field);
    edit.told.organisation = optional_text(node, "organisation", field);
    edit.told.position = optional_text(node, "position", field);
    edit.told.rank = optional_text(node, "rank", field);
    const std::string role = optional_text(node, "role", field);
    edit.told.role = parse_role(role);
    const std::vector<std::string> known(role_names().begin(), role_names().end());
    if (!role.empty() && !edit.told.role) {
      yaml_.fail(node["role"], field + ".role",
                 "unknown role '" + terminal_safe(role) + "'" + did_you_mean(role, known));
    }
    return edit;
  }

  const YamlFile& yaml_;
  Corrections& found_;
};

Corrections corrections_of(const std::vector<YamlFile>& documents) {
  Corrections found;
  for (const YamlFile& document : documents) CorrectionsReader(document, found).read();
  return found;
}

}  // namespace

Corrections read_corrections(const std::filesystem::path& file) {
  return corrections_of(YamlFile::load_all(file, ErrorCode::bad_corrections));
}

Corrections parse_corrections(std::string_view text, const std::string& name) {
  return corrections_of(YamlFile::parse_all(text, name, ErrorCode::bad_corrections));
}

}  // namespace entente
