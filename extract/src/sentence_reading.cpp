#include "sentence_reading.hpp"

#include <algorithm>

namespace entente::extract {

bool SentenceReading::in_any_reference(std::uint32_t token) const {
  return std::any_of(references.begin(), references.end(),
                     [&](const Reference& r) { return r.begin <= token && token < r.end; });
}

bool SentenceReading::is_be(std::uint32_t token) const {
  const auto word = document.word(token);
  return word == "was" || word == "were" || word == "been" || word == "being" || word == "be" || word == "is" ||
         word == "are";
}

bool SentenceReading::is_boundary(std::uint32_t token) const {
  const auto word = document.word(token);
  if (word == ":" && token + 1 < end && document.is(token + 1, "with")) return false;
  return word == ";" || word == ":" || word == "which" || word == "who" || word == "whom" || word == "whose" ||
         word == "when" || word == "while" || word == "whereas" || word == "where" || word == "but" ||
         word == "because" || word == "that" || word == "although" || word == "though" || word == "—";
}

bool SentenceReading::has(Tag tag, std::uint32_t from, std::uint32_t to) const {
  for (auto i = from; i < to; ++i) {
    if (document.has(i, tag) && !is_quoted(i) && !in_name(i)) return true;
  }
  return false;
}

}  // namespace entente::extract
