#pragma once

#include <entente/core/article.hpp>
#include <entente/core/record.hpp>
#include <entente/core/rejected.hpp>

#include <string>
#include <vector>

#include <simdjson.h>

namespace entente {

/// What is wrong with one field of a JSON line.
struct FieldProblem {
  Defect defect;
  std::string field;
  std::string message;
  bool harmless = false;  ///< an unknown field: the rest can be used
};

/// The record that an object with `participants` tells, as docs/records.md has it. Every problem is appended to
/// `problems`; unless all of them are harmless, the record is not to be used. Unknown fields are problems if `strict`.
[[nodiscard]] Record read_record_fields(simdjson::dom::object object, bool strict, std::vector<FieldProblem>& problems);

/// The same for an object with `text`. Unknown fields are left alone: articles come with all sorts of them.
[[nodiscard]] Article read_article_fields(simdjson::dom::object object, std::vector<FieldProblem>& problems);

/// "a number", "the text 'x'", …: what was found where something else was expected.
[[nodiscard]] std::string described(simdjson::dom::element element);

}  // namespace entente
