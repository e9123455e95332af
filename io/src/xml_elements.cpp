#include "xml_elements.hpp"

#include "byte_stream.hpp"
#include "utf8_text.hpp"

#include <algorithm>
#include <charconv>
#include <system_error>

namespace entente {

namespace {

constexpr std::string_view xml_blanks = " \t\r\n";

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
    if (tag == std::string_view::npos) {
      if (!open_.empty()) fail("the file ends within <" + std::string(open_.back()) + ">");
      return Step::done;
    }
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
  // A '>' may stand in the value of an attribute.
  std::size_t end = at_;
  for (char quote = 0; end < text_.size() && (quote != 0 || text_[end] != '>'); ++end) {
    const char c = text_[end];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '"' || c == '\'') {
      quote = c;
    }
  }
  if (end == text_.size()) fail("the file ends within a tag");
  std::string_view tag = text_.substr(at_, end - at_);
  at_ = end + 1;
  if (tag.starts_with('/')) {
    tag.remove_prefix(1);
    name_ = without_prefix(tag.substr(0, tag.find_first_of(xml_blanks)));
    if (open_.empty() || open_.back() != name_) fail("</" + std::string(name_) + "> ends what did not begin");
    open_.pop_back();
    return Step::end;
  }
  closes_itself_ = tag.ends_with('/');
  if (closes_itself_) tag.remove_suffix(1);
  const std::size_t name_end = std::min(tag.find_first_of(xml_blanks), tag.size());
  name_ = without_prefix(tag.substr(0, name_end));
  open_.push_back(name_);
  read_attributes(tag.substr(name_end));
  return Step::begin;
}

std::string XmlElements::attribute(std::string_view name) const {
  for (const auto& [key, value] : attributes_) {
    if (key == name) return decoded(value);
  }
  return {};
}

std::string XmlElements::content() const { return decoded(content_); }

std::uint64_t XmlElements::line() const {
  line_ += static_cast<std::uint64_t>(std::ranges::count(text_.substr(counted_, begin_ - counted_), '\n'));
  counted_ = begin_;
  return line_;
}

void XmlElements::fail(const std::string& message) const {
  throw ReadFailure("line " + std::to_string(line()) + ": no XML: " + message);
}

std::string XmlElements::decoded(std::string_view raw) const {
  if (raw.find('&') == std::string_view::npos) return std::string(raw);
  std::string text;
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
  return text;
}

void XmlElements::skip_to_behind(std::string_view mark) {
  const std::size_t end = text_.find(mark, at_);
  if (end == std::string_view::npos) fail("the file ends within a comment or an instruction");
  at_ = end + mark.size();
}

void XmlElements::read_attributes(std::string_view tag) {
  attributes_.clear();
  while (true) {
    const std::size_t begin = tag.find_first_not_of(xml_blanks);
    if (begin == std::string_view::npos) return;
    tag.remove_prefix(begin);
    const std::size_t equals = tag.find('=');
    if (equals == std::string_view::npos) fail("an attribute without a value");
    const std::string_view name = tag.substr(0, std::min(tag.find_first_of(xml_blanks), equals));
    tag.remove_prefix(equals + 1);
    const std::size_t open = tag.find_first_not_of(xml_blanks);
    if (open == std::string_view::npos || (tag[open] != '"' && tag[open] != '\'')) fail("a value without quotes");
    const std::size_t close = tag.find(tag[open], open + 1);
    if (close == std::string_view::npos) fail("a value without an end");
    attributes_.emplace_back(name, tag.substr(open + 1, close - open - 1));
    tag.remove_prefix(close + 1);
  }
}

}  // namespace entente
