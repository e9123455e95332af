#include "field_text.hpp"
#include "line_reader.hpp"
#include "readers.hpp"

#include <entente/core/unicode.hpp>

#include <utility>

namespace entente {

namespace {

bool is_utf16(std::string_view text) { return text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF"); }

bool is_blank(std::string_view text) { return clean_field(text.substr(0, 4096)).empty() && clean_field(text).empty(); }

}  // namespace

void read_text_article(OpenInput& input, Delivery& delivery) {
  const auto place = [&input](TextPosition position) {
    return Place{.source = input.source, .line = position.line, .column = position.column};
  };
  std::string bytes;
  if (!input.bytes.read_all(bytes, max_document_bytes)) {
    delivery.reject(
        Place{.source = input.source}, Defect::unreadable_article,
        "the article is larger than 64 MB; records and articles by the line go into a file that ends in .jsonl", bytes);
    return;
  }
  if (is_utf16(bytes)) {
    delivery.reject(place({}), Defect::invalid_utf8, "the file is UTF-16, not UTF-8", {});
    return;
  }
  const std::size_t mark = bytes.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
  const std::string_view text = std::string_view(bytes).substr(mark);

  Article article;
  article.id = input.document;
  // Ranges refer to the bytes as read, and the mark is three of them.
  if (mark > 0) article.repairs.push_back({.position = 0, .bytes_original = mark, .bytes_text = 0});
  const std::size_t first_invalid = first_invalid_byte(text);
  if (first_invalid == text.size()) {
    article.text = text;
  } else {
    article.text = repair_utf8(text, &article.repairs);
  }
  if (is_blank(article.text)) {
    delivery.reject(Place{.source = input.source}, Defect::empty_article, "the article has no text", {});
    return;
  }
  if (first_invalid < text.size()) {
    const std::size_t num_repairs = article.repairs.size() - (mark > 0 ? 1 : 0);
    delivery.repaired(place(position_of(text, first_invalid)), Defect::invalid_utf8,
                      "invalid UTF-8 at " + std::to_string(num_repairs) + (num_repairs == 1 ? " place" : " places") +
                          ", the first of them here, replaced by U+FFFD",
                      line_around(text, first_invalid));
  }
  delivery.article(std::move(article), Place{.source = input.source}, {});
}

}  // namespace entente
