#pragma once

#include "names.hpp"
#include "persons.hpp"

#include <map>
#include <string>
#include <vector>

namespace entente::extract {

enum class ReferenceKind : std::uint8_t { name, office, pronoun, group };

/// A place in a sentence that stands for one or several persons.
struct Reference {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  ReferenceKind kind = ReferenceKind::name;
  std::vector<int> persons;  ///< empty where nobody knows
  bool outside = false;      ///< only spoken of
  bool possessive = false;   ///< "X's …"
  bool plural = false;
};

/// Whom the text has been about: what offices, pronouns and groups are resolved by. Changes from sentence to sentence.
struct Focus {
  std::vector<int> participants;  ///< of the last event
  std::vector<int> guests;
  std::vector<int> hosts;
  std::vector<int> subject;                             ///< of the last sentence
  std::map<std::string, std::vector<int>> delegations;  ///< by country
  std::vector<int> last_delegation;
  std::map<int, std::uint32_t> seen;  ///< person → last token where somebody spoke of him; the last ones only

  /// Notes that `person` is spoken of at `token` and forgets who was not spoken of for long.
  void see(int person, std::uint32_t token);
};

/// The references of tokens [begin, end) in order of the text; `focus` says what came before.
[[nodiscard]] std::vector<Reference> find_references(const Document& document, const Sentence& sentence,
                                                     const std::vector<NameMention>& names,
                                                     const std::vector<Person>& persons, Focus& focus);

}  // namespace entente::extract
