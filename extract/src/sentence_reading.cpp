#include "sentence_reading.hpp"

namespace entente::extract {

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

std::uint32_t SentenceReading::clause_begin(std::uint32_t token) const {
  auto i = token;
  while (i > begin && !is_boundary(i - 1)) --i;
  return i;
}

std::uint32_t SentenceReading::clause_end(std::uint32_t token) const {
  auto i = token;
  while (i < end && !is_boundary(i)) ++i;
  return i;
}

bool SentenceReading::has(Tag tag, std::uint32_t from, std::uint32_t to) const {
  for (auto i = from; i < to; ++i) {
    if (document.has(i, tag) && !is_quoted(i) && !in_name(i)) return true;
  }
  return false;
}

}  // namespace entente::extract
