#pragma once

#include "study.hpp"

#include <functional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace entente::cli {

/// A value that a field cannot take; whoever knows the place (a flag, a line of a file) makes an `Error` of it.
class BadValue : public std::runtime_error {
 public:
  explicit BadValue(const std::string& message, std::string hint = {})
      : std::runtime_error(message), hint_(std::move(hint)) {}
  [[nodiscard]] const std::string& hint() const { return hint_; }

 private:
  std::string hint_;
};

/// How the values of a field are written in YAML.
enum class FieldForm : std::uint8_t { plain, quoted, path };

/// The one description of a field of `Study`. Values pass as texts: none for "not set" and empty lists, one for single
/// values.
struct Field {
  std::string key;               ///< in the study, dotted: `network.weight`
  std::string flag = {};         ///< on the command line; empty: only in the study
  std::string placeholder = {};  ///< what stands for the value in help; empty for a flag without one
  std::string flag_value = {};   ///< the value that a flag without one sets
  std::string sentence = {};
  std::string range = {};  ///< what values there are, where `choices` does not tell
  std::vector<std::string> choices = {};
  FieldForm form = FieldForm::plain;
  bool list = false;
  bool comma_separated = false;  ///< a flag's value may hold several
  std::function<std::vector<std::string>(const Study&)> get = {};
  std::function<void(Study&, const std::vector<std::string>&)> set = {};

  /// The first part of the key: `network`.
  [[nodiscard]] std::string_view section() const { return std::string_view(key).substr(0, key.find('.')); }
};

/// All fields, in the order of the study file.
[[nodiscard]] std::span<const Field> study_fields();

/// A sentence about a section of the study, for comments and help.
[[nodiscard]] std::string_view section_sentence(std::string_view section);

}  // namespace entente::cli
