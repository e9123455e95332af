#include "xml_elements.hpp"

#include "byte_stream.hpp"
#include "utf8_text.hpp"

#include <algorithm>
#include <charconv>
#include <system_error>

namespace entente {

namespace {

bool is_xml_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }
bool ends_name(char c) { return is_xml_blank(c) || c == '=' || c == '/' || c == '>'; }

std::string_view without_prefix(std::string_view name) { return name.substr(name.find(':') + 1); }

}  // namespace

XmlElements::Step XmlElements::next() {
  if (closes_itself_) {
    closes_itself_ = false;
    content_ = {};
    open_.pop_back();
    return Step::end;
  }
  const std::size_t content_begin = at_;
  while (true) {
    const std::size_t tag = text_.find('<', at_);
    if (tag == std::string_view::npos) return Step::done;
    begin_ = tag;
    at_ = tag + 1;
    const std::string_view rest = text_.substr(at_);
    if (rest.starts_with('?')) {
      skip_to_behind("?>");
    } else if (rest.starts_with("!--")) {
      skip_to_behind("-->");
    } else if (rest.starts_with('!')) {
      fail("document types and CDATA are not read");
    } else {
      break;
    }
  }
  content_ = text_.substr(content_begin, begin_ - content_begin);
  if (at_ < text_.size() && text_[at_] == '/') return end_element();
  name_ = without_prefix(read_name());
  open_.push_back(name_);
  read_attributes();
  return Step::begin;
}

XmlElements::Step XmlElements::end_element() {
  const std::size_t close = text_.find('>', at_);
  if (close == std::string_view::npos) fail("the file ends within a tag");
  const std::string_view tag = text_.substr(at_ + 1, close - at_ - 1);
  at_ = close + 1;
  name_ = without_prefix({tag.begin(), std::ranges::find_if(tag, is_xml_blank)});
  if (open_.empty() || open_.back() != name_) fail("</" + std::string(name_) + "> ends what did not begin");
  open_.pop_back();
  return Step::end;
}

void XmlElements::read_attribute(std::string_view name, std::string& value) const {
  value.clear();
  for (const auto& [key, raw] : attributes_) {
    if (key == name) return decode(raw, value);
  }
}

void XmlElements::read_content(std::string& value) const {
  value.clear();
  decode(content_, value);
}

std::uint64_t XmlElements::line() const {
  line_ += static_cast<std::uint64_t>(std::ranges::count(text_.substr(counted_, begin_ - counted_), '\n'));
  counted_ = begin_;
  return line_;
}

void XmlElements::require_whole() const {
  if (!open_.empty()) fail("the file ends within <" + std::string(open_.back()) + ">");
}

void XmlElements::fail(const std::string& message) const {
  throw ReadFailure("line " + std::to_string(line()) + ": no XML: " + message);
}

void XmlElements::decode(std::string_view raw, std::string& text) const {
  while (!raw.empty()) {
    const std::size_t begin = std::min(raw.find('&'), raw.size());
    text += raw.substr(0, begin);
    raw.remove_prefix(begin);
    if (raw.empty()) break;
    const std::size_t end = raw.find(';');
    if (end == std::string_view::npos) fail("'&' without an end");
    std::string_view entity = raw.substr(1, end - 1);
    raw.remove_prefix(end + 1);
    if (entity == "amp") {
      text += '&';
    } else if (entity == "lt") {
      text += '<';
    } else if (entity == "gt") {
      text += '>';
    } else if (entity == "quot") {
      text += '"';
    } else if (entity == "apos") {
      text += '\'';
    } else if (entity == "#160") {
      text += ' ';  // as a blank between two entities is written
    } else if (entity.starts_with('#')) {
      entity.remove_prefix(1);
      const int base = entity.starts_with('x') ? 16 : 10;
      if (base == 16) entity.remove_prefix(1);
      std::uint32_t character = 0;
      const auto [stop, problem] = std::from_chars(entity.data(), entity.data() + entity.size(), character, base);
      if (problem != std::errc() || stop != entity.data() + entity.size()) fail("an entity that is no number");
      text += utf8_text(char32_t{character});
    } else {
      fail("unknown entity '&" + std::string(entity) + ";'");
    }
  }
}

void XmlElements::skip_to_behind(std::string_view mark) {
  const std::size_t end = text_.find(mark, at_);
  if (end == std::string_view::npos) fail("the file ends within a comment or an instruction");
  at_ = end + mark.size();
}

std::string_view XmlElements::read_name() {
  const std::size_t name_begin = at_;
  while (at_ < text_.size() && !ends_name(text_[at_])) ++at_;
  return text_.substr(name_begin, at_ - name_begin);
}

void XmlElements::skip_blanks() {
  while (at_ < text_.size() && is_xml_blank(text_[at_])) ++at_;
}

void XmlElements::read_attributes() {
  attributes_.clear();
  closes_itself_ = false;
  while (true) {
    skip_blanks();
    if (at_ == text_.size()) fail("the file ends within a tag");
    if (text_[at_] == '>') break;
    if (text_.substr(at_).starts_with("/>")) {
      closes_itself_ = true;
      ++at_;
      break;
    }
    const std::string_view name = read_name();
    skip_blanks();
    if (at_ == text_.size()) fail("the file ends within a tag");
    if (text_[at_] != '=') fail("an attribute without a value");
    ++at_;
    skip_blanks();
    const char quote = at_ < text_.size() ? text_[at_] : '\0';
    if (quote != '"' && quote != '\'') fail("a value without quotes");
    const std::size_t close = text_.find(quote, at_ + 1);
    if (close == std::string_view::npos) fail("the file ends within a tag");
    attributes_.emplace_back(name, text_.substr(at_ + 1, close - at_ - 1));
    at_ = close + 1;
  }
  ++at_;
}

}  // namespace entente
