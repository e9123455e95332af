#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace entente {

/// Appends `text` as a JSON string with its quotes. Invalid UTF-8 becomes U+FFFD; control characters and the line
/// separators U+0085, U+2028 and U+2029, which some readers take for line ends, are escaped.
void append_json_string(std::string& out, std::string_view text);

/// Appends JSON to a text, piece by piece. Commas, quotes and indentation are its own matter; that a key comes before
/// each member and that all that begins ends is the caller's.
class JsonWriter {
 public:
  /// `indent`: spaces a level, 0 for all on one line with a blank after ',' and ':'.
  explicit JsonWriter(std::string& out, std::size_t indent = 0) : out_(out), indent_(indent) {}

  /// `{`; members follow, each behind its `key`.
  JsonWriter& begin_object() { return begin('{'); }
  /// `}`
  JsonWriter& end_object() { return end('}'); }
  /// `[`; values follow.
  JsonWriter& begin_array() { return begin('['); }
  /// `]`
  JsonWriter& end_array() { return end(']'); }
  /// The name of the member whose value follows.
  JsonWriter& key(std::string_view name);

  /// Escaped as by `append_json_string`.
  JsonWriter& value(std::string_view text);
  /// Escaped as by `append_json_string`; a literal is no `bool`.
  JsonWriter& value(const char* text) { return value(std::string_view(text)); }
  /// `true` or `false`.
  JsonWriter& value(bool truth);
  JsonWriter& value(double number);  ///< null for what is not finite
  /// In decimal digits.
  JsonWriter& value(std::int32_t number) { return value(std::int64_t{number}); }
  /// In decimal digits.
  JsonWriter& value(std::uint32_t number) { return value(std::uint64_t{number}); }
  /// All digits: readers that keep numbers as double lose those above 2⁵³.
  JsonWriter& value(std::int64_t number);
  /// All digits: readers that keep numbers as double lose those above 2⁵³.
  JsonWriter& value(std::uint64_t number);
  /// For what is not told.
  JsonWriter& null();

  /// A key and its value.
  template <typename Value>
  JsonWriter& member(std::string_view name, const Value& content) {
    return key(name).value(content);
  }
  /// Leaves the member out where the text is empty.
  JsonWriter& member_if_told(std::string_view name, std::string_view text) {
    return text.empty() ? *this : key(name).value(text);
  }

 private:
  JsonWriter& begin(char bracket);
  JsonWriter& end(char bracket);
  void before_value();
  void line_break(std::size_t level);

  std::string& out_;
  std::size_t indent_;
  std::array<bool, 32> has_content_{};  // of each open object or array, the outermost first
  std::size_t depth_ = 0;               // how many are open
  bool after_key_ = false;
};

}  // namespace entente
