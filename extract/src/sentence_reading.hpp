#pragma once

#include "dates.hpp"
#include "references.hpp"

#include <string>
#include <utility>
#include <vector>

namespace entente::extract {

/// A verb or noun of the sentence that may tell of an event.
struct Trigger {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool noun = false;
  bool passive = false;
  bool light = false;     ///< a noun with a verb of holding before it
  bool happened = false;  ///< a noun that is said to have come about
  std::uint32_t verb_begin = 0;
  EventWord word;
};

/// Tokens [begin, end) of one sentence and what has been found in them; filled anew for the next sentence, so that its
/// memory is used again.
struct SentenceReading {
  explicit SentenceReading(const Document& read) : document(read) {}

  const Document& document;
  std::uint32_t index = 0;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::vector<Reference> references;
  std::vector<std::uint8_t> named;                         ///< one a token: within a name with its title
  std::vector<std::pair<std::size_t, std::size_t>> lists;  ///< one a reference: first and last of its list
  std::vector<Word> prepositions;  ///< one a reference: what governs it; those of a list share the first one's
  std::vector<DateWords> dates;
  std::vector<Trigger> triggers;

  [[nodiscard]] bool is_quoted(std::uint32_t token) const { return document.quoted[token] != 0; }
  [[nodiscard]] bool in_name(std::uint32_t token) const {
    return token >= begin && token < end && named[token - begin] != 0;
  }
  /// True if the token is a form of "be".
  [[nodiscard]] bool is_be(std::uint32_t token) const;
  /// True if a clause ends or begins with the token.
  [[nodiscard]] bool is_boundary(std::uint32_t token) const;
  /// The first token of the clause of `token`.
  [[nodiscard]] std::uint32_t clause_begin(std::uint32_t token) const;
  /// The token behind the clause of `token`.
  [[nodiscard]] std::uint32_t clause_end(std::uint32_t token) const;
  /// True if a match of `tag` begins in tokens [from, to), outside quotations and names.
  [[nodiscard]] bool has(Tag tag, std::uint32_t from, std::uint32_t to) const;
};

}  // namespace entente::extract
