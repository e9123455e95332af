#include "sentence_reading.hpp"

#include <algorithm>

namespace entente::extract {

std::uint32_t SentenceReading::first_word() const {
  auto i = begin;
  while (i + 1 < end && (document.is_punctuation(i) || document.is_any(i, Word("•"), Word("·"), Word("▪"), Word("●"))))
    ++i;
  return i;
}

bool SentenceReading::in_any_reference(std::uint32_t token) const {
  return std::any_of(references.begin(), references.end(),
                     [&](const Reference& r) { return r.begin <= token && token < r.end; });
}

bool SentenceReading::has(Tag tag, std::uint32_t from, std::uint32_t to) const {
  for (auto i = from; i < to; ++i) {
    if (document.has(i, tag) && !is_quoted(i) && !in_name(i)) return true;
  }
  return false;
}

}  // namespace entente::extract
