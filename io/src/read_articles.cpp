#include "article_text.hpp"
#include "encoding.hpp"
#include "field_text.hpp"
#include "line_reader.hpp"
#include "readers.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace entente {

namespace {

// What was put right about the encoding, with the first place.
Rejected told_repairs(const DecodedText& decoded, const std::string& source) {
  const std::string_view text = decoded.content.text;
  const TextPosition position = position_of(text, decoded.first_invalid);
  const std::string places = std::to_string(decoded.num_invalid) + (decoded.num_invalid == 1 ? " place" : " places");
  return {.place = {.source = source, .line = position.line, .column = position.column},
          .defect = Defect::invalid_utf8,
          .message = decoded.problem + ", at " + places + ", the first of them here",
          .text = offending_text(line_around(text, decoded.first_invalid))};
}

}  // namespace

void read_text_article(OpenInput& input, Delivery& delivery) {
  std::string bytes;
  if (!input.bytes.read_all(bytes, max_document_bytes)) {
    delivery.reject(
        Place{.source = input.source}, Defect::unreadable_article,
        "the article is larger than 64 MB; records and articles by the line go into a file that ends in .jsonl", bytes);
    return;
  }
  DecodedText decoded = decode(std::move(bytes));
  std::optional<Rejected> repairs;
  if (decoded.num_invalid > 0) repairs = told_repairs(decoded, input.source);
  Article article;
  article.id = input.document;
  if (const auto problem = set_text(article, std::move(decoded.content))) {
    delivery.reject(Place{.source = input.source}, problem->defect, problem->message, {});
    return;
  }
  if (repairs) delivery.repaired(repairs->place, repairs->defect, repairs->message, repairs->text);
  delivery.article(std::move(article), Place{.source = input.source}, {});
}

}  // namespace entente
