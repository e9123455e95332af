// One pass from special byte to special byte: '<', '&' and the first bytes of characters without width. What is left
// out between two words is a gap: tags and the white space beside them together, that become one break.
//
// Linear for any input: a tag is given up after a few '<' inside it, a search for the end of a comment or a hidden
// element that found none is not repeated, and all other searches end where the next one begins.

#include "markup.hpp"

#include "byte_scan.hpp"
#include "html_elements.hpp"
#include "html_entities.hpp"
#include "html_tags.hpp"
#include "utf8_text.hpp"

#include <algorithm>
#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace entente {

namespace {

unsigned char may_be_special(unsigned char c) {
  return static_cast<unsigned char>((c == '<') | (c == '&') | (c == 0xC2) | (c == 0xE2) | (c == 0xEF));
}

// The length of the soft hyphen or character without width at `position`, 0 if there is none.
std::size_t invisible_length(std::string_view text, std::size_t position) {
  const std::string_view rest = text.substr(position, 3);
  if (rest.starts_with("\xC2\xAD")) return 2;
  const bool is_zero_width = rest == "\xE2\x80\x8B" || rest == "\xE2\x80\x8C" || rest == "\xE2\x80\x8D";
  return is_zero_width || rest == "\xE2\x81\xA0" || rest == "\xEF\xBB\xBF" ? 3 : 0;
}

// The first offset from `offset` on where something to put right may stand.
std::size_t next_special(std::string_view text, std::size_t offset) {
  return scan_bytes(text, offset, may_be_special, [text](std::size_t position) {
    if (text[position] != '<' && text[position] != '&') return invisible_length(text, position) > 0;
    const char next = position + 1 < text.size() ? text[position + 1] : ' ';
    return next != ' ' && next != text[position];
  });
}

bool is_invisible(char32_t c) { return c == 0xAD || (0x200B <= c && c <= 0x200D) || c == 0x2060 || c == 0xFEFF; }

// What is left out, and what it was to the lines of the text.
struct Gap {
  std::size_t end = 0;
  unsigned breaks = 0;  ///< that its tags make; two end a paragraph
  unsigned lines = 0;   ///< line breaks in the white space beside them
  bool blank = false;

  [[nodiscard]] std::string_view text() const {
    constexpr std::string_view most = "\n\n";
    const unsigned num_breaks = std::min(std::max(breaks, lines), 2U);
    return num_breaks > 0 ? most.substr(0, num_breaks) : std::string_view(" ").substr(0, blank ? 1 : 0);
  }
  void add(HtmlLayout layout) { breaks += layout == HtmlLayout::paragraph ? 2U : layout == HtmlLayout::line ? 1U : 0U; }
};

class MarkupRemover {
 public:
  MarkupRemover(const RepairedText& source, bool is_page) : text_(source.text), is_page_(is_page), rewriter_(source) {}

  void run() {
    std::size_t from = 0;
    while (from < text_.size()) {
      const std::size_t special = next_special(text_, from);
      from = special == text_.size() ? special : read_special(special);
    }
    keep_to(text_.size());
    if (in_gap_) rewriter_.replace_to(text_.size(), {});
  }

  [[nodiscard]] RepairedText take() { return rewriter_.take(); }
  /// True if entities became what may be markup in turn.
  [[nodiscard]] bool revealed_markup() const { return revealed_markup_; }

 private:
  // Where to go on from what stands at `position`.
  std::size_t read_special(std::size_t position) {
    switch (text_[position]) {
      case '<':
        return read_markup(position);
      case '&':
        return read_entity(position);
      default:
        return leave_out(position, position + invisible_length(text_, position));
    }
  }

  std::size_t read_entity(std::size_t position) {
    const auto [length, character] = entity_at(text_, position);
    if (length == 0) return position + 1;
    const std::size_t end = position + length;
    if (is_invisible(character)) return leave_out(position, end);
    revealed_markup_ = revealed_markup_ || character == '<' || character == '&';
    keep_to(position);
    end_gap();
    rewriter_.replace_to(end, utf8_text(character));
    return end;
  }

  std::size_t leave_out(std::size_t position, std::size_t end) {
    keep_to(position);
    if (!in_gap_) rewriter_.replace_to(end, {});
    gap_.end = end;
    return end;
  }

  std::size_t read_markup(std::size_t position) {
    if (text_.substr(position).starts_with("<!--")) {
      return extend_gap(position, comment_end(position), HtmlLayout::within_line);
    }
    const HtmlTag tag = tag_at(text_, position);
    const bool is_markup = tag.length > 0 && (is_page_ || tag.is_known());
    if (!is_markup) return position + 1;
    std::size_t end = position + tag.length;
    if (tag.element == nullptr) return extend_gap(position, end, HtmlLayout::within_line);
    if (tag.element->hidden && tag.kind == HtmlTag::Kind::opening) end = hidden_end(*tag.element, end);
    return extend_gap(position, end, tag.element->layout);
  }

  // Of a comment that does not end the mark alone goes.
  std::size_t comment_end(std::size_t position) {
    constexpr std::string_view begin_mark = "<!--";
    constexpr std::string_view end_mark = "-->";
    const std::size_t content = position + begin_mark.size();
    const std::size_t end = open_comment_ ? std::string_view::npos : text_.find(end_mark, content);
    open_comment_ = end == std::string_view::npos;
    return open_comment_ ? content : end + end_mark.size();
  }

  // Of a hidden element that does not end the tag alone goes.
  std::size_t hidden_end(const HtmlElement& element, std::size_t content) {
    if (open_elements_.contains(element.name)) return content;
    const std::size_t end = find_element_end(text_, content, element);
    if (end == text_.size()) open_elements_.insert(element.name);
    return end == text_.size() ? content : end;
  }

  std::size_t extend_gap(std::size_t position, std::size_t end, HtmlLayout layout) {
    keep_to(position);
    in_gap_ = true;
    gap_.end = end;
    gap_.add(layout);
    return end;
  }

  void keep_to(std::size_t position) {
    for (; in_gap_ && gap_.end < position && is_white(text_[gap_.end]); ++gap_.end) {
      gap_.blank = true;
      gap_.lines += text_[gap_.end] == '\n' ? 1U : 0U;
    }
    if (in_gap_ && gap_.end == position) return;
    end_gap();
    rewriter_.keep_to(position);
  }

  void end_gap() {
    if (in_gap_) rewriter_.replace_to(gap_.end, rewriter_.size() == 0 ? std::string_view() : gap_.text());
    in_gap_ = false;
    gap_ = {};
  }

  std::string_view text_;
  bool is_page_;
  TextRewriter rewriter_;
  Gap gap_;
  bool in_gap_ = false;
  bool open_comment_ = false;
  bool revealed_markup_ = false;
  std::set<std::string_view> open_elements_;
};

}  // namespace

RepairedText without_markup(RepairedText source) {
  constexpr int most_passes = 3;
  for (int pass = 0; pass < most_passes; ++pass) {
    if (next_special(source.text, 0) == source.text.size()) break;
    const bool is_page = pass == 0 && is_html_page(source.text);
    if (is_page) join_lines(source.text);
    MarkupRemover remover(source, is_page);
    remover.run();
    source = remover.take();
    if (!remover.revealed_markup()) break;
  }
  return source;
}

}  // namespace entente
