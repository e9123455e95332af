// Recursive descent over the grammar of RFC 8259 that remembers the first place where the text leaves it.

#include "json_fault.hpp"

#include "field_text.hpp"

namespace entente {

namespace {

constexpr std::size_t max_depth = 1024;  // simdjson's

class FaultFinder {
 public:
  explicit FaultFinder(std::string_view text) : text_(text) {}

  std::optional<JsonFault> find() {
    if (!value(0)) return fault_;
    skip_blanks();
    if (at_ < text_.size()) fail("expected the end of the line after the JSON value, found " + here());
    return fault_;
  }

 private:
  bool fail(std::string message) {
    if (!fault_) fault_ = JsonFault{at_, std::move(message)};
    return false;
  }
  bool expected(std::string_view what) { return fail("expected " + std::string(what) + ", found " + here()); }

  [[nodiscard]] std::string here() const {
    if (at_ >= text_.size()) return "the end of the line";
    const std::string_view rest = text_.substr(at_, 4);
    const auto byte = static_cast<unsigned char>(rest.front());
    if (byte < 0x20) return "a control character";
    std::size_t bytes = 1;
    while (bytes < rest.size() && (static_cast<unsigned char>(rest[bytes]) & 0xC0U) == 0x80U) ++bytes;
    return byte < 0x80 ? in_quotes(rest.substr(0, 1)) : in_quotes(rest.substr(0, bytes));
  }

  [[nodiscard]] char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  void skip_blanks() {
    while (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r') ++at_;
  }
  bool take(char c) {
    if (peek() != c) return false;
    ++at_;
    return true;
  }

  bool value(std::size_t depth) {
    if (depth > max_depth) return fail("nested deeper than 1024 levels");
    skip_blanks();
    switch (peek()) {
      case '{':
        return object(depth);
      case '[':
        return array(depth);
      case '"':
        return string();
      case 't':
        return word("true");
      case 'f':
        return word("false");
      case 'n':
        return word("null");
      default:
        return number();
    }
  }

  bool object(std::size_t depth) {
    ++at_;
    skip_blanks();
    if (take('}')) return true;
    while (true) {
      skip_blanks();
      if (peek() != '"') return expected("a field name in double quotes");
      if (!string()) return false;
      skip_blanks();
      if (!take(':')) return expected("':' after the field name");
      if (!value(depth + 1)) return false;
      skip_blanks();
      if (take('}')) return true;
      if (!take(',')) return expected("',' or '}' after the field");
    }
  }

  bool array(std::size_t depth) {
    ++at_;
    skip_blanks();
    if (take(']')) return true;
    while (true) {
      if (!value(depth + 1)) return false;
      skip_blanks();
      if (take(']')) return true;
      if (!take(',')) return expected("',' or ']' after the value");
    }
  }

  bool word(std::string_view wanted) {
    if (text_.substr(at_, wanted.size()) != wanted) return expected("true, false or null");
    at_ += wanted.size();
    return true;
  }

  bool digits() {
    const std::size_t begin = at_;
    while ('0' <= peek() && peek() <= '9') ++at_;
    return at_ > begin;
  }

  bool number() {
    const std::size_t begin = at_;
    take('-');
    if (!take('0') && !digits()) {
      if (at_ > begin) return expected("a digit");
      return expected("a value");
    }
    if (take('.') && !digits()) return expected("a digit after the decimal point");
    if (take('e') || take('E')) {
      if (!take('+')) take('-');
      if (!digits()) return expected("a digit of the exponent");
    }
    return true;
  }

  // The four digits of \uXXXX, or -1.
  int code_unit() {
    int unit = 0;
    for (int i = 0; i < 4; ++i) {
      const char c = peek();
      const bool letter = ('a' <= c && c <= 'f') || ('A' <= c && c <= 'F');
      if (!letter && !('0' <= c && c <= '9')) return -1;
      unit = unit * 16 + (letter ? (c | 0x20) - 'a' + 10 : c - '0');
      ++at_;
    }
    return unit;
  }

  bool escape() {
    const std::size_t begin = at_ - 1;
    const char c = peek();
    if (c != 'u') {
      if (c == '\0' || std::string_view("\"\\/bfnrt").find(c) == std::string_view::npos)
        return expected("an escape such as \\n");
      ++at_;
      return true;
    }
    ++at_;
    const int first = code_unit();
    if (first < 0) return expected("four hexadecimal digits after \\u");
    if (first < 0xD800 || first > 0xDFFF) return true;
    const bool paired = first <= 0xDBFF && take('\\') && take('u');
    const int second = paired ? code_unit() : -1;
    if (second >= 0xDC00 && second <= 0xDFFF) return true;
    at_ = begin;
    return fail("half of a surrogate pair");
  }

  bool string() {
    const std::size_t begin = at_++;
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '"') {
        ++at_;
        return true;
      }
      if (static_cast<unsigned char>(c) < 0x20) return fail("a control character inside a text; write it as an escape");
      ++at_;
      if (c == '\\' && !escape()) return false;
    }
    at_ = begin;
    return fail("the text that begins here does not end");
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::optional<JsonFault> fault_;
};

}  // namespace

std::optional<JsonFault> find_json_fault(std::string_view text) { return FaultFinder(text).find(); }

}  // namespace entente
