#pragma once

#include <entente/core/error.hpp>

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <yaml-cpp/yaml.h>

namespace entente {

/// A YAML file whose every complaint names file, line, column and field. All of entente's YAML (studies, lexicons,
/// mappings) is read through it.
class YamlFile {
 public:
  /// Reads a file; `code` is the error of everything that is wrong with it (`ErrorCode::bad_study` …).
  /// Throws `Error` where the file cannot be read or is no YAML.
  [[nodiscard]] static YamlFile load(const std::filesystem::path& path, ErrorCode code);
  /// The same for a text; `name` stands for the file in messages.
  [[nodiscard]] static YamlFile parse(std::string_view text, const std::string& name, ErrorCode code);
  /// The documents of a file that may hold several, divided by `---`.
  [[nodiscard]] static std::vector<YamlFile> load_all(const std::filesystem::path& path, ErrorCode code);
  /// The same for a text; `name` stands for the file in messages.
  [[nodiscard]] static std::vector<YamlFile> parse_all(std::string_view text, const std::string& name, ErrorCode code);

  /// The document, for whoever walks through it.
  [[nodiscard]] const YAML::Node& root() const { return root_; }

  /// Where `node` stands, for what is found wrong later.
  [[nodiscard]] Place place(const YAML::Node& node, std::string_view field) const;

  /// Throws `Error` at the place of `node`, naming `field`.
  [[noreturn]] void fail(const YAML::Node& node, std::string_view field, const std::string& message,
                         std::string hint = {}) const;

  /// Throws unless `node` is a map with no key other than `known`, with a suggestion for one that is mistyped, and no
  /// key twice.
  void require_map(const YAML::Node& node, std::string_view field, std::span<const std::string> known) const;
  /// Throws unless `node` is a scalar; its text.
  [[nodiscard]] std::string text(const YAML::Node& node, std::string_view field) const;
  /// Throws unless `node` is a list of scalars or one scalar; their texts.
  [[nodiscard]] std::vector<std::string> texts(const YAML::Node& node, std::string_view field) const;

 private:
  YamlFile(const YAML::Node& root, std::string name, ErrorCode code);

  YAML::Node root_;
  std::string name_;
  ErrorCode code_;
};

}  // namespace entente
