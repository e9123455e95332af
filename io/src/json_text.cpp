#include "byte_scan.hpp"

#include <entente/core/unicode.hpp>
#include <entente/io/json_text.hpp>
#include <entente/io/number_text.hpp>

#include <algorithm>
#include <array>
#include <cassert>

#include <simdjson.h>

namespace entente {

namespace {

void append_escape(std::string& out, unsigned code_unit) {
  constexpr std::string_view hex = "0123456789abcdef";
  out += "\\u";
  for (unsigned shift = 16; shift > 0;) {
    shift -= 4;
    out += hex[(code_unit >> shift) & 0xFU];
  }
}

// The line separator that begins here, as its code point and the number of its bytes; 0 where none does.
struct Separator {
  unsigned code_point = 0;
  std::size_t bytes = 0;
};
Separator line_separator(std::string_view rest) {
  if (rest.starts_with("\xC2\x85")) return {0x85, 2};
  if (rest.starts_with("\xE2\x80\xA8")) return {0x2028, 3};
  if (rest.starts_with("\xE2\x80\xA9")) return {0x2029, 3};
  return {};
}

// True for the bytes that are escaped, and the first ones of line separators.
constexpr auto may_be_escaped = [](unsigned char c) {
  return static_cast<unsigned char>((c < 0x20) | (c == '"') | (c == '\\') | (c == 0x7F) | (c == 0xC2) | (c == 0xE2));
};

// 1 for the bytes that are not ASCII or may be escaped.
constexpr auto is_special = [](unsigned char c) {
  return static_cast<unsigned char>(may_be_escaped(c) | static_cast<unsigned char>(c >> 7U));
};
constexpr std::array<unsigned char, 256> special = [] {
  std::array<unsigned char, 256> out{};
  for (unsigned c = 0; c < out.size(); ++c) out[c] = is_special(static_cast<unsigned char>(c));
  return out;
}();

// True if the text is ASCII without anything to escape, as most are.
bool needs_no_escape(std::string_view text) {
  constexpr std::size_t block = 32;
  if (text.size() < block)
    return std::ranges::none_of(text, [](char c) { return special[static_cast<unsigned char>(c)] != 0; });
  // A block costs a few vector instructions; the last one overlaps the one before.
  const std::size_t last = text.size() - block;
  unsigned char any = 0;
  for (std::size_t begin = 0; begin < text.size() && any == 0; begin += block) {
    const char* const bytes = text.data() + std::min(begin, last);
    for (std::size_t i = 0; i < block; ++i) any |= is_special(static_cast<unsigned char>(bytes[i]));
  }
  return any == 0;
}

void append_valid_json_string(std::string& out, std::string_view text) {
  out += '"';
  std::size_t copied = 0;
  const auto any = [](std::size_t) { return true; };
  for (std::size_t at = 0; (at = scan_bytes(text, at, may_be_escaped, any)) < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    const Separator separator = line_separator(text.substr(at, 3));
    if (byte >= 0x80 && separator.bytes == 0) continue;
    out += text.substr(copied, at - copied);
    if (byte == '"' || byte == '\\') {
      out += '\\';
      out += static_cast<char>(byte);
    } else if (byte == '\n') {
      out += "\\n";
    } else if (byte == '\t') {
      out += "\\t";
    } else if (byte == '\r') {
      out += "\\r";
    } else if (separator.bytes > 0) {
      append_escape(out, separator.code_point);
      at += separator.bytes - 1;
    } else {
      append_escape(out, byte);
    }
    copied = at + 1;
  }
  out += text.substr(copied);
  out += '"';
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
  if (needs_no_escape(text)) {
    out += '"';
    out += text;
    out += '"';
  } else if (simdjson::validate_utf8(text)) {
    append_valid_json_string(out, text);
  } else {
    append_valid_json_string(out, repair_utf8(text));
  }
}

JsonWriter& JsonWriter::begin(char bracket) {
  before_value();
  out_ += bracket;
  assert(depth_ < has_content_.size());
  has_content_[depth_++] = false;
  return *this;
}

JsonWriter& JsonWriter::end(char bracket) {
  const bool had_content = has_content_[--depth_];
  if (had_content && indent_ > 0) line_break(depth_);
  out_ += bracket;
  return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  before_value();
  append_json_string(out_, name);
  out_ += ": ";
  after_key_ = true;
  return *this;
}

JsonWriter& JsonWriter::value(std::string_view text) {
  before_value();
  append_json_string(out_, text);
  return *this;
}

JsonWriter& JsonWriter::value(bool truth) {
  before_value();
  out_ += truth ? "true" : "false";
  return *this;
}

JsonWriter& JsonWriter::value(double number) {
  const std::string digits = number_text(number);
  if (digits.empty()) return null();
  before_value();
  out_ += digits;
  return *this;
}

JsonWriter& JsonWriter::value(std::int64_t number) {
  before_value();
  append_number(out_, number);
  return *this;
}

JsonWriter& JsonWriter::value(std::uint64_t number) {
  before_value();
  append_number(out_, number);
  return *this;
}

JsonWriter& JsonWriter::null() {
  before_value();
  out_ += "null";
  return *this;
}

void JsonWriter::before_value() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (depth_ == 0) return;
  if (has_content_[depth_ - 1]) out_ += indent_ > 0 ? "," : ", ";
  has_content_[depth_ - 1] = true;
  if (indent_ > 0) line_break(depth_);
}

void JsonWriter::line_break(std::size_t level) {
  out_ += '\n';
  out_.append(level * indent_, ' ');
}

}  // namespace entente
