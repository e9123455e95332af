#pragma once

#include "dates.hpp"
#include "person_list.hpp"
#include "places.hpp"
#include "references.hpp"
#include "verb_groups.hpp"

#include <string>
#include <utility>
#include <vector>

namespace entente::extract {

/// A verb or noun of the sentence that may tell of an event.
struct Trigger {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool noun = false;
  std::size_t clause = 0;
  EventWord word;
};

/// A verb with its subject and what depends on it.
struct Clause {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  int verb = -1;     ///< index into the verbs, -1 for none
  int parent = -1;   ///< the clause that this one stands in, hangs on or goes on from
  Word marker = {};  ///< "who", "while", ";" …; empty for a main clause
  bool relative = false;
  bool condition = false;       ///< "if …"
  bool coordinate = false;      ///< stands beside its parent and not in it
  bool nonfinite = false;       ///< "to meet", "meeting", "accompanied by"
  bool shares_subject = false;  ///< "… and met Z"
  bool has_subject = false;     ///< of its own
  bool inherited = false;
  Persons subject = {};
  int subject_first = -1;  ///< references
  int subject_last = -1;
  Persons antecedent = {};                   ///< whom a relative clause is about
  Persons antecedent_list = {};              ///< with those who are listed before
  std::vector<std::size_t> references = {};  ///< of this clause, in order, the subject's too
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
  std::vector<PlaceWords> places;
  std::vector<VerbGroup> verbs;
  std::vector<Clause> clauses;
  std::vector<std::uint32_t> clause_of;  ///< one a token
  std::vector<Trigger> triggers;

  [[nodiscard]] bool is_quoted(std::uint32_t token) const { return document.quoted[token] != 0; }
  [[nodiscard]] bool in_name(std::uint32_t token) const {
    return token >= begin && token < end && named[token - begin] != 0;
  }
  /// True if the token belongs to a reference.
  [[nodiscard]] bool in_any_reference(std::uint32_t token) const;
  /// The first token behind the mark of a list: "• Met with X".
  [[nodiscard]] std::uint32_t first_word() const;
  /// True if the token is a form of "be".
  [[nodiscard]] bool is_be(std::uint32_t token) const {
    return document.is_any(token, Word("was"), Word("were"), Word("been"), Word("being"), Word("be"), Word("is"),
                           Word("are"));
  }
  /// The verb of the clause, null where it has none.
  [[nodiscard]] const VerbGroup* verb_of(const Clause& clause) const {
    return clause.verb < 0 ? nullptr : &verbs[static_cast<std::size_t>(clause.verb)];
  }
  [[nodiscard]] const Clause* parent_of(const Clause& clause) const {
    return clause.parent < 0 ? nullptr : &clauses[static_cast<std::size_t>(clause.parent)];
  }
  /// True if a match of `tag` begins in tokens [from, to), outside quotations and names.
  [[nodiscard]] bool has(Tag tag, std::uint32_t from, std::uint32_t to) const;
};

}  // namespace entente::extract
